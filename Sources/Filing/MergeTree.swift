import Correspondence
import GRDB

/// The merges in force around a record: who was merged into whom.
struct MergeTree {
    /// The record that each merged record went into.
    private(set) var parents: [Client.Number: Client.Number] = [:]
    private(set) var children: [Client.Number: [Client.Number]] = [:]
    /// For each merged record: the latest line of the edit history when it was merged.
    private var mergedAfter: [Client.Number: Int64] = [:]

    /// Reads the whole family of `number`.
    init(around number: Client.Number, in db: Database) throws {
        var root = number
        while let parent = try Self.parent(of: root, in: db) { root = parent }
        var open = [root]
        while let next = open.popLast() {
            let merged = try Self.merged(into: next, in: db)
            children[next] = merged.map(\.client)
            for (child, edit) in merged { (parents[child], mergedAfter[child]) = (next, edit) }
            open += merged.map(\.client)
        }
    }

    private static func parent(of number: Client.Number, in db: Database) throws -> Client.Number? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT survivor FROM merge JOIN merge_member ON merge = number
                WHERE client = ? AND undone_at IS NULL
                """, arguments: [number])
    }

    private static func merged(
        into number: Client.Number, in db: Database
    ) throws -> [(client: Client.Number, edit: Int64)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT client, last_edit FROM merge JOIN merge_member ON merge = number
                WHERE survivor = ? AND undone_at IS NULL ORDER BY client
                """, arguments: [number]
        ).map { ($0[0], $0[1]) }
    }

    /// Takes in another family, as if it were merged into `root` now.
    mutating func foresee(_ other: MergeTree, of child: Client.Number, into root: Client.Number) {
        parents.merge(other.parents) { $1 }
        children.merge(other.children) { $1 }
        mergedAfter.merge(other.mergedAfter) { $1 }
        children[root, default: []].append(child)
        (parents[child], mergedAfter[child]) = (root, .max)
    }

    /// Whether a record belonged to one above it already when a line of the edit history was written.
    func held(_ number: Client.Number, under root: Client.Number, at edit: Int64) -> Bool {
        upwards(from: number).prefix { $0 != root }.allSatisfy { mergedAfter[$0, default: .max] < edit }
    }

    func root(of number: Client.Number) -> Client.Number {
        upwards(from: number).last ?? number
    }

    /// The record and those that it went into, one after the other.
    func upwards(from number: Client.Number) -> [Client.Number] {
        var path = [number]
        while let parent = parents[path[path.count - 1]] { path.append(parent) }
        return path
    }

    /// The record and all that went into it, ascending.
    func part(of number: Client.Number) -> [Client.Number] {
        var part = [number]
        var index = 0
        while index < part.count {
            part += children[part[index]] ?? []
            index += 1
        }
        return part.sorted()
    }

    /// Every record of the family, the deepest first.
    var deepestFirst: [Client.Number] {
        Set(parents.keys).union(children.keys).map { (-upwards(from: $0).count, $0) }.sorted { $0 < $1 }.map(\.1)
    }
}
