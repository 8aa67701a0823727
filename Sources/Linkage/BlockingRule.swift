/// A way of finding candidates: records that share all of these parts are compared.
struct BlockingRule: Hashable, Sendable, Codable {
    /// A part of a record that two records of one client often share.
    enum Part: Hashable, Sendable, Codable {
        case familySound, familyDigits, givenSound, bothNames, familyLetters, givenInitial
        case birth, birthYear, birthDay
        case phone, phoneEnding, email, mailbox
        case street, number, town, postcode
        /// The longest word of a firm's name, as it sounds.
        case firmSound
        /// The value of a slot as it stands.
        case value(Int)
    }

    var name: String
    var parts: [Part]

    /// Whether strangers share the rule's one part all the time.
    var isVague: Bool {
        switch parts {
        case [.street], [.birth], [.familyLetters]: true
        default: false
        }
    }

    /// Tells one rule's keys from another's.
    var seed: UInt64 {
        let name = Array(name.utf8)
        return name.withUnsafeBufferPointer { Hashing.hash($0) }
    }

    /// The rules that the filled columns allow, the surest first.
    static func all(for table: PreparedTable) -> [BlockingRule] {
        let used = table.used
        let has: (Part) -> Bool = { part in
            switch part {
            case .familySound, .familyDigits, .familyLetters: used[Slot.family]
            case .givenSound, .givenInitial: used[Slot.given]
            case .bothNames: used[Slot.family] && used[Slot.given]
            case .birth, .birthYear, .birthDay: used[Slot.birth]
            case .phone, .phoneEnding: used[Slot.phone] || used[Slot.mobile]
            case .email, .mailbox: used[Slot.email]
            case .firmSound: used[Slot.company]
            case .street: used[Slot.street]
            case .number: used[Slot.number]
            case .town: used[Slot.town]
            case .postcode: used[Slot.postcode]
            case .value(let slot): used[slot]
            }
        }
        return (plain + generic(for: table)).filter { $0.parts.allSatisfy(has) }
    }

    private static let plain: [BlockingRule] = [
        rule("phone", .phone), rule("email", .email), rule("birth_date + family_name", .birth, .familySound),
        rule("birth_date + given_name", .birth, .givenSound), rule("family_name + given_name", .bothNames),
        rule("street + street_number + town", .street, .number, .town),
        rule("street + street_number + postcode", .street, .number, .postcode),
        rule("family_name + given_name + postcode", .bothNames, .postcode),
        rule("family_name + given_name + town", .bothNames, .town),
        rule("family_name + given_name + birth year", .bothNames, .birthYear),
        rule("family_name + street", .familyDigits, .street),
        rule("given_name + street", .givenSound, .street), rule("mailbox", .mailbox),
        rule("family_name + postcode + initial", .familyDigits, .postcode, .givenInitial),
        rule("family_name + town + initial", .familyDigits, .town, .givenInitial),
        rule("family_name + phone ending", .familyDigits, .phoneEnding),
        rule("birth_date + postcode", .birth, .postcode),
        rule("birth_date + town", .birth, .town), rule("given_name + postcode", .givenSound, .postcode),
        rule("given_name + town", .givenSound, .town), rule("family_name + postcode", .familySound, .postcode),
        rule("family_name + town", .familySound, .town), rule("family_name", .familyLetters),
        rule("day of birth + family_name + initial", .birthDay, .familyDigits, .givenInitial),
        rule("birth_date", .birth),
        rule("company + town", .value(Slot.company), .town), rule("company", .value(Slot.company)),
        rule("street", .street),
    ]

    private static func generic(for table: PreparedTable) -> [BlockingRule] {
        var rules: [BlockingRule] = []
        for (place, name) in table.otherNames.enumerated() {
            let part = Part.value(Slot.others + place)
            rules += [
                rule(name, part), rule(name + " + family_name", part, .familySound),
                rule(name + " + given_name", part, .givenSound),
                rule(name + " + town", part, .town), rule(name + " + birth_date", part, .birth),
            ]
        }
        return rules
    }

    private static func rule(_ name: String, _ parts: Part...) -> BlockingRule {
        BlockingRule(name: name, parts: parts)
    }
}
