import Correspondence

/// One thing that two records are compared by, with its levels of agreement. Level 0 is "missing" and says nothing.
struct Comparison: Sendable {
    enum Kind: Hashable, Sendable, Codable {
        case family, given, secondFamily, secondGiven, order, sex, birth, phone, email, mailGiven, home, extra, company,
            source, standing
        /// A column compared generically; its slot.
        case plain(Int)
        /// The same for a column of which most records have a value of their own.
        case ownNumber(Int)
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
        /// The share of strangers at this level where no list says it.
        var u: Double?
        /// The largest share of matches that a list may teach: else a class swallows what a careful person keeps apart.
        var mostM = 1.0
        /// The smallest share of housemates that a list may teach: what is called a household shares a name and what is at home.
        var leastH = 0.0
        var words: Wording
    }

    enum Chance: Sendable {
        /// From the frequency of the very values, pair by pair.
        case byValue
        /// From pairs of records drawn at random.
        case drawn
        /// From the candidate pairs, as for the other classes.
        case learned
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
        func add(_ slot: Int, _ kind: Kind, _ field: String) {
            if table.used[slot] { all.append(Comparison(kind: kind, field: field)) }
        }
        add(Slot.family, .family, "family_name")
        add(Slot.given, .given, "given_name")
        add(Slot.secondFamily, .secondFamily, "second_family_name")
        add(Slot.secondGiven, .secondGiven, "second_given_name")
        if table.used[Slot.family], table.used[Slot.given] {
            all.append(Comparison(kind: .order, field: "family_name + given_name"))
        }
        add(Slot.sex, .sex, "title")
        add(Slot.birth, .birth, "birth_date")
        if table.used[Slot.phone] || table.used[Slot.mobile] { all.append(Comparison(kind: .phone, field: "phone")) }
        add(Slot.email, .email, "email")
        if table.used[Slot.email], table.used[Slot.family], table.used[Slot.given] {
            all.append(Comparison(kind: .mailGiven, field: "given_name + email"))
        }
        let home = [(Slot.street, "street"), (Slot.postcode, "postcode"), (Slot.town, "town")].filter {
            table.used[$0.0]
        }
        if !home.isEmpty { all.append(Comparison(kind: .home, field: home.map(\.1).joined(separator: " + "))) }
        add(Slot.extra, .extra, "address_complement")
        add(Slot.company, .company, "company")
        add(Slot.region, .plain(Slot.region), "region")
        // Where there is an address its country says nothing new.
        if home.isEmpty { add(Slot.country, .plain(Slot.country), "country") }
        add(Slot.source, .source, "source")
        let others = OtherColumns(table)
        for slot in others.telling {
            let name = table.otherNames[slot - Slot.others]
            all.append(Comparison(kind: others.isOwn(slot) ? .ownNumber(slot) : .plain(slot), field: name))
        }
        all.append(Comparison(kind: .standing, field: "other records"))
        return all
    }

    /// How many times as often as is usual the members of a household may be learned to agree. What they have each for himself
    /// they share rarely, whatever a list seems to say: else the class "household" would swallow matches that have one field in
    /// disagreement.
    var mostHouseholdShare: Double {
        switch kind {
        case .given, .secondGiven, .birth: 10
        case .ownNumber: 2
        default: .infinity
        }
    }

    init(kind: Kind, field: String) {
        self.kind = kind
        self.field = field
        levels =
            switch kind {
            case .family, .secondFamily: Self.familyLevels
            case .given, .secondGiven: Self.givenLevels
            case .order: Self.orderLevels
            case .sex: Self.sexLevels
            case .birth: Self.birthLevels
            case .phone: Self.phoneLevels
            case .email: Self.emailLevels
            case .mailGiven: Self.mailGivenLevels
            case .home: Self.homeLevels
            case .extra: Self.plainLevels(m: (0.6, 0.1), h: (0.5, 0.1))
            case .company: Self.companyLevels
            case .standing: Self.standingLevels
            case .source: Self.sourceLevels
            case .plain(Slot.region): Self.plainLevels(m: (0.93, 0.02), h: (0.95, 0.02))
            case .plain(Slot.country): Self.plainLevels(m: (0.97, 0.01), h: (0.95, 0.01))
            case .ownNumber: Self.plainLevels(m: (0.85, 0.08), h: (0.01, 0.002))
            case .plain: Self.plainLevels(m: (0.85, 0.08), h: (0.3, 0.02))
            }
    }

    /// The levels of a home: how the streets stand (0 missing, 1 same, 2 nearly, 3 same street, other number, 4 differ) times 5
    /// plus how the towns stand (0 missing, 1 same, 2 in part, 3 nearly, 4 differ).
    static func homeLevel(street: Int, town: Int) -> UInt8 { UInt8(street * 5 + town) }

    /// The level of two firms that no person stands for: 25 same house, 26 nearly, 27 another house of the town, 28 another town;
    /// where only street or only town is known of both, 29 it agrees, 30 it does not.
    static func firmHomeLevel(_ level: UInt8) -> UInt8 {
        let (street, town) = (level / 5, level % 5)
        switch (street, town) {
        case (0, 0): return 0
        case (0, 1...3), (1...2, 0): return 29
        case (0, _), (_, 0): return 30
        case (_, 4): return 28
        case (1, 1...2): return 25
        case (1...2, _): return 26
        default: return 27
        }
    }
}
