import Correspondence

/// Which of the values of a family its survivor shows.
///
/// Field by field: what a person chose; else the value that was confirmed last; else the one of the fuller record; else the
/// survivor's own; else the one with the lowest number. An address is taken as a whole, a complete one before an incomplete
/// one. Types are united, the first day in the file is the earliest, the reference is the survivor's own.
/// An objection or a returned-mail flag of one is the family's.
struct Survivorship {
    let root: Client.Number
    /// The latest first.
    let choices: [Family.Choice]

    static let addressUnit = "address"
    static let addressFields: [ClientField] = [
        .addressComplement, .building, .street, .locality, .postcode, .town, .country,
    ]
    static let singleFields: [ClientField] = [
        .title, .familyName, .givenName, .company, .phone, .mobile, .email, .birthDate, .language, .origin,
    ]

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
        shown.client.types = chosen(ClientField.type.rawValue, ranked)?.client.types ?? united(members)
        shown.client.createdOn =
            chosen(ClientField.createdOn.rawValue, ranked)?.client.createdOn
            ?? members.compactMap(\.client.createdOn).min()
        shown.confirmedOn = members.map(\.confirmedOn).max() ?? shown.confirmedOn
        shown.hasObjected = members.contains(where: \.hasObjected)
        shown.returnedOn = returnedOn(members)
        return shown
    }

    /// The record that a field or the address is taken from. Nil: nobody has any.
    ///
    /// - Parameter ranked: From ``ranked(_:)``.
    func source(of unit: String, _ ranked: [Family.Own]) -> Family.Own? {
        if let chosen = chosen(unit, ranked) { return chosen }
        if unit == Self.addressUnit {
            return ranked.first { $0.client.address.isComplete }
                ?? ranked.first { $0.client.address != PostalAddress() }
        }
        guard let field = ClientField(rawValue: unit) else { return nil }
        return ranked.first { $0.client[field] != nil }
    }

    /// An address typed since settles the flag; choosing among addresses does not.
    private func returnedOn(_ members: [Family.Own]) -> CivilDate? {
        if let choice = choices.first(where: { $0.field == Self.addressUnit }), choice.isEdit,
            let typed = members.first(where: { $0.number == choice.source })
        {
            return typed.returnedOn
        }
        return members.compactMap(\.returnedOn).max()
    }

    private func take(_ fields: [ClientField], from source: Family.Own?, into shown: inout Client) {
        guard let source, source.number != root else { return }
        for field in fields {
            shown[field] = source.client[field]
            shown.doubts.removeAll { $0.field == field }
            shown.doubts += source.client.doubts.filter { $0.field == field }
        }
    }

    private func chosen(_ unit: String, _ ranked: [Family.Own]) -> Family.Own? {
        for choice in choices where choice.field == unit {
            if let member = ranked.first(where: { $0.number == choice.source }) { return member }
        }
        return nil
    }

    /// The members, whose word counts most first.
    func ranked(_ members: [Family.Own]) -> [Family.Own] {
        func rank(_ member: Family.Own) -> (Int32, Int, Int, Int64) {
            let filled = ClientField.allCases.count { member.client[$0] != nil }
            return (-member.confirmedOn.dayNumber, -filled, member.number == root ? 0 : 1, member.number)
        }
        return members.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
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
