import Correspondence

/// One thing that two records are compared by, with its levels of agreement. Level 0 is "missing" and says nothing.
struct Comparison: Sendable {
    enum Kind: Hashable, Sendable {
        case family, given, secondFamily, secondGiven, sex, birth, phone, email, home, extra, company, source
        /// A column compared generically; its slot.
        case plain(Int)
    }

    /// A level of agreement and what is believed of it before the list has been looked at.
    struct Level: Sendable {
        /// How often two records of one client stand at this level.
        var m: Double
        /// How often two persons of one household or firm do.
        var h: Double
        /// Levels of one scene add up to 1 in each class; which scene it is depends on what is missing, and says nothing.
        var scene = 1
        /// How two strangers come to this level.
        var chance: Chance
        var words: Wording
    }

    enum Chance: Sendable {
        /// From the frequency of the very values, pair by pair.
        case byValue
        /// From pairs of records drawn at random.
        case drawn
        /// Says nothing.
        case neutral
    }

    var kind: Kind
    /// The columns, as the user named them.
    var field: String
    var levels: [Level]
}

extension Comparison {
    /// The comparisons that the filled columns of a table allow.
    static func all(for table: PreparedTable) -> [Comparison] {
        var all: [Comparison] = []
        func add(_ slot: Int, _ kind: Kind, _ field: String, _ levels: [Level]) {
            if table.used[slot] { all.append(Comparison(kind: kind, field: field, levels: levels)) }
        }
        add(Slot.family, .family, "family_name", familyLevels)
        add(Slot.given, .given, "given_name", givenLevels)
        add(Slot.secondFamily, .secondFamily, "second_family_name", familyLevels)
        add(Slot.secondGiven, .secondGiven, "second_given_name", givenLevels)
        add(Slot.sex, .sex, "title", sexLevels)
        add(Slot.birth, .birth, "birth_date", birthLevels)
        if table.used[Slot.phone] || table.used[Slot.mobile] {
            all.append(Comparison(kind: .phone, field: "phone", levels: phoneLevels))
        }
        add(Slot.email, .email, "email", emailLevels)
        let homeSlots = [Slot.street, Slot.town, Slot.postcode].filter { table.used[$0] }
        if !homeSlots.isEmpty {
            let names = [Slot.street: "street", Slot.town: "town", Slot.postcode: "postcode"]
            let field = homeSlots.map { names[$0] ?? "" }.joined(separator: " + ")
            all.append(Comparison(kind: .home, field: field, levels: homeLevels))
        }
        add(Slot.extra, .extra, "address_complement", plainLevels(m: (0.6, 0.1), h: (0.5, 0.1)))
        add(Slot.company, .company, "company", plainLevels(m: (0.75, 0.15), h: (0.5, 0.05)))
        add(Slot.region, .plain(Slot.region), "region", plainLevels(m: (0.93, 0.02), h: (0.95, 0.02)))
        if homeSlots.isEmpty { add(Slot.country, .plain(Slot.country), "country", plainLevels(m: (0.97, 0.01), h: (0.95, 0.01))) }
        add(Slot.source, .source, "source", sourceLevels)
        for (place, name) in table.otherNames.enumerated() {
            add(Slot.others + place, .plain(Slot.others + place), name, plainLevels(m: (0.85, 0.08), h: (0.3, 0.02)))
        }
        return all
    }

    /// The levels of a home: how the streets stand (0 missing, 1 same, 2 nearly, 3 same street, other number, 4 differ) times 5
    /// plus how the towns stand (0 missing, 1 same, 2 in part, 3 nearly, 4 differ).
    static func homeLevel(street: Int, town: Int) -> UInt8 { UInt8(street * 5 + town) }
}
