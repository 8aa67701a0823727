package import Correspondence
import GRDB

/// What a merge would show, without making it: each field, and whose value it is.
package struct MergeOutlook: Hashable, Sendable {
    /// The number that would stay.
    package var survivor: Client.Number
    package var client: Client
    package var hasObjected: Bool
    /// The day mail came back, where that still holds. Nil: it does not.
    package var returnedOn: CivilDate?
    /// The member that each filled field is taken from.
    package var sources: [ClientField: Client.Number]

    package init(
        survivor: Client.Number, client: Client, hasObjected: Bool, returnedOn: CivilDate?,
        sources: [ClientField: Client.Number]
    ) {
        self.survivor = survivor
        self.client = client
        self.hasObjected = hasObjected
        self.returnedOn = returnedOn
        self.sources = sources
    }
}

extension ClientFile {
    /// Returns what ``merge(_:by:at:automatic:)`` would make of records. Nothing is written.
    ///
    /// - Parameter members: One or more numbers; an old one stands for its survivor.
    /// - Throws: A `Problem` where a client is missing or erased.
    package func outlook(of members: [Client.Number]) throws(Problem) -> MergeOutlook {
        try read { db in
            let roots = Set(try members.map { try Self.activeNumber($0, in: db, path: path) }).sorted()
            var family: [Family.Own] = []
            var rootOf: [Client.Number: Client.Number] = [:]
            let survivor = roots[0]
            var whole = try MergeTree(around: survivor, in: db)
            for root in roots {
                let tree = try MergeTree(around: root, in: db)
                for member in tree.part(of: root) {
                    family.append(try Family.own(member, in: db))
                    rootOf[member] = root
                }
                if root != survivor { whole.foresee(tree, of: root, into: survivor) }
            }
            let rule = try Survivorship(root: survivor, tree: whole, in: db)
            let shown = rule.shown(family)
            return MergeOutlook(
                survivor: survivor, client: shown.client, hasObjected: shown.hasObjected, returnedOn: shown.returnedOn,
                sources: rule.sources(among: rule.ranked(family)).compactMapValues { rootOf[$0] })
        }
    }
}

extension Survivorship {
    /// The record that each filled field is taken from.
    ///
    /// - Parameter ranked: From ``ranked(_:)``.
    fileprivate func sources(among ranked: [Family.Own]) -> [ClientField: Client.Number] {
        var sources: [ClientField: Client.Number] = [:]
        for field in Self.singleFields { sources[field] = source(of: field.rawValue, ranked)?.number }
        let address = source(of: Self.addressUnit, ranked)
        for field in Self.addressFields where address?.client[field] != nil { sources[field] = address?.number }
        return sources
    }
}
