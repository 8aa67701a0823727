import Correspondence
import GRDB

/// Which of the values of a family its survivor shows.
///
/// Field by field: what a person chose; else the value that was confirmed last; else the one of the fuller record; else the
/// survivor's own; else the one with the lowest number. What a person chose of a record that was merged later on holds among
/// its own records. An address is taken as a whole, a complete one before an incomplete one. Types are united, the first day in
/// the file is the earliest, the reference is the survivor's own. An objection or a returned-mail flag of one is the family's.
struct Survivorship {
    let root: Client.Number
    private let tree: MergeTree
    /// The latest first, by the record that they were made about.
    private let choices: [Client.Number: [Family.Choice]]

    static let addressUnit = "address"
    static let addressFields: [ClientField] = [
        .addressComplement, .building, .street, .locality, .postcode, .town, .country,
    ]
    static let singleFields: [ClientField] = [
        .title, .familyName, .givenName, .company, .phone, .mobile, .email, .birthDate, .language, .origin,
    ]

    /// - Parameter tree: The family, or what it would be.
    init(root: Client.Number, tree: MergeTree, in db: Database) throws {
        self.root = root
        self.tree = tree
        var choices: [Client.Number: [Family.Choice]] = [:]
        for member in tree.part(of: root) { choices[member] = try Family.choices(of: member, in: db) }
        self.choices = choices
    }

    /// The name under which a choice about a field is kept.
    static func unit(of field: ClientField) -> String {
        addressFields.contains(field) ? addressUnit : field.rawValue
    }

    func shown(_ members: [Family.Own]) -> Family.Own {
        let ranked = ranked(members)
        var shown = members.first { $0.number == root } ?? members[0]
        for field in Self.singleFields {
            take([field], from: source(of: field.rawValue, ranked), into: &shown.client)
        }
        take(Self.addressFields, from: source(of: Self.addressUnit, ranked), into: &shown.client)
        shown.client.types = united(standing(for: ClientField.type.rawValue, members))
        shown.client.createdOn =
            standing(for: ClientField.createdOn.rawValue, members).compactMap(\.client.createdOn).min()
        shown.confirmedOn = members.map(\.confirmedOn).max() ?? shown.confirmedOn
        shown.hasObjected = members.contains(where: \.hasObjected)
        let settled = settledReturns(members, at: root)
        shown.returnedOn = members.filter { !settled.contains($0.number) }.compactMap(\.returnedOn).max()
        return shown
    }

    /// The record that a field or the address is taken from. Nil: nobody has any.
    ///
    /// - Parameter ranked: From ``ranked(_:)``.
    func source(of unit: String, _ ranked: [Family.Own]) -> Family.Own? {
        if let choice = choice(of: unit, at: root) { return ranked.first { $0.number == choice.source } }
        let standing = standing(for: unit, ranked)
        if unit == Self.addressUnit {
            return standing.first { $0.client.address.isComplete }
                ?? standing.first { $0.client.address != PostalAddress() }
        }
        guard let field = ClientField(rawValue: unit) else { return nil }
        return standing.first { $0.client[field] != nil }
    }

    /// The members, whose word counts most first.
    func ranked(_ members: [Family.Own]) -> [Family.Own] {
        func rank(_ member: Family.Own) -> (Int32, Int, Int, Int64) {
            let filled = ClientField.allCases.count { member.client[$0] != nil }
            return (-member.confirmedOn.dayNumber, -filled, member.number == root ? 0 : 1, member.number)
        }
        return members.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Survivorship {
    /// The latest word of a person on a field of `node`, about a record that is still part of it.
    private func choice(of unit: String, at node: Client.Number) -> Family.Choice? {
        guard let choices = choices[node], choices.contains(where: { $0.field == unit }) else { return nil }
        let part = Set(tree.part(of: node))
        return choices.first { $0.field == unit && part.contains($0.source) }
    }

    /// The members whose value no person passed over, in the order given.
    private func standing(for unit: String, _ members: [Family.Own]) -> [Family.Own] {
        let numbers = standing(for: unit, at: root)
        return members.filter { numbers.contains($0.number) }
    }

    private func standing(for unit: String, at node: Client.Number) -> Set<Client.Number> {
        if let choice = choice(of: unit, at: node) { return [choice.source] }
        return (tree.children[node] ?? []).reduce([node]) { $0.union(standing(for: unit, at: $1)) }
    }

    /// Those whose returned mail an address typed since has settled. What came back after it was typed, or belongs to a record
    /// that was merged after it, stands.
    private func settledReturns(_ members: [Family.Own], at node: Client.Number) -> Set<Client.Number> {
        var settled: Set<Client.Number> = []
        for child in tree.children[node] ?? [] { settled.formUnion(settledReturns(members, at: child)) }
        guard let choice = choice(of: Self.addressUnit, at: node), choice.isEdit else { return settled }
        let part = Set(tree.part(of: node))
        for member in members where part.contains(member.number) && member.number != choice.source {
            if member.returnedEdit < choice.edit, tree.held(member.number, under: node, at: choice.edit) {
                settled.insert(member.number)
            }
        }
        return settled
    }

    private func take(_ fields: [ClientField], from source: Family.Own?, into shown: inout Client) {
        guard let source, source.number != root else { return }
        for field in fields {
            shown[field] = source.client[field]
            shown.doubts.removeAll { $0.field == field }
            shown.doubts += source.client.doubts.filter { $0.field == field }
        }
    }

    private func united(_ members: [Family.Own]) -> [String] {
        let rootFirst = members.filter { $0.number == root } + members.filter { $0.number != root }
        var types: [String] = []
        for type in rootFirst.flatMap(\.client.types) where !types.contains(type) { types.append(type) }
        return types
    }
}

extension PostalAddress {
    /// Whether a letter with it can be delivered: a town, and something in it.
    var isComplete: Bool {
        town != nil && (street != nil || locality != nil || building != nil)
    }
}
