import Foundation

/// How likely it is that a stranger has the very value that two records agree on, as log2.
///
/// The pair itself is left out of the count, and a list too short to know how common a value is leans on experience:
/// `(others + own) / (records + own / usual)`, where `usual` is the share that a value of this kind commonly has.
struct ChanceTable: Sendable {
    let table: PreparedTable
    let names: NameShares

    init(table: PreparedTable) {
        self.table = table
        names = NameShares(table.names)
    }

    // What a list cannot tell by itself: the usual share of one value of a kind.
    private static let usualBirth = 1.0 / 20000
    private static let usualContact = 1.0 / 1_000_000
    private static let usualStreet = 1.0 / 5000
    private static let usualTown = 1.0 / 1000
    private static let usualNumber = 1.0 / 40
    private static let usualOther = 1.0 / 100

    static func share(_ count: UInt32, leaving: Double, of total: Int, usual: Double, own: Double = 0.5) -> Double {
        (max(Double(count) - leaving, 0) + own) / (Double(total) + own / usual)
    }

    func sameName(_ i: Int, _ j: Int, isGiven: Bool) -> Float {
        let shares = names.same(isGiven: isGiven)
        return max(shares[i], shares[j])
    }

    /// A slip turns a name into one of so many others (3 respelled, 24 near, 8 of one part, 256 far), as log2; so much likelier is a
    /// stranger with a name that near.
    func name(_ i: Int, _ j: Int, level: UInt8, isGiven: Bool) -> Float {
        if level == 6 { return -3.3 }
        guard level >= 2, level <= 5 || level == 8 || level == 9 else { return 0 }
        let shares = names.near(isGiven: isGiven)
        // One part the same: the chance is that of the part, which the commoner of both shows best.
        let share = level == 4 ? max(shares[i], shares[j]) : min(shares[i], shares[j])
        let neighbours: Float = level == 2 || level == 9 ? 1.6 : level == 3 || level == 8 ? 4.6 : level == 4 ? 3 : 8
        return min(share + neighbours, -1)
    }

    /// How much rather a record's names stand in the usual places than exchanged, as log2.
    @inline(__always)
    func order(_ family: UInt32, _ given: UInt32) -> Float {
        let (f, g) = (Int(family), Int(given))
        var rather: Float = 0
        if f != 0 { rather += names.nearFamily[f] - names.nearGiven[f] }
        if g != 0 { rather -= names.nearFamily[g] - names.nearGiven[g] }
        return rather
    }

    func sameBirth(_ date: UInt32) -> Float {
        let count = table.births[date] ?? 0
        let share = Self.share(count, leaving: 2, of: table.birthTotal, usual: Self.usualBirth, own: 0.25)
        return Float(log2(max(share, 1 / 40000)))
    }

    /// Whether only the year is known: no day is given, or the first of January in a list where that stands for "some day".
    @inline(__always)
    func isYearOnly(_ date: UInt32) -> Bool { date & 511 == 0 || date & 511 == 33 && table.facts.newYearMeansUnknown }

    func samePhone(_ number: Int) -> Float {
        Float(
            log2(
                Self.share(
                    table.phones.counts[number], leaving: 2, of: table.phones.total, usual: Self.usualContact, own: 0.2)
            ))
    }
    /// A number one digit off, and one that ends alike: a stranger's by chance, or a neighbour's.
    var nearPhone: Float { -16 }
    var endingPhone: Float { -11 }

    func sameEmail(_ number: Int, implied: Int) -> Float {
        let share = Self.share(
            table.emails.counts[number], leaving: 2, of: table.emails.total, usual: Self.usualContact, own: 0.2)
        // An address that is the name and nothing more is not proof against a namesake: it may have been guessed, or passed on.
        return implied > 0 ? max(Float(log2(share)), -7 - 2.5 * Float(implied - 1)) : Float(log2(share))
    }

    /// - Parameter implied: The digits + 1 where the name itself makes the mailbox, 0 otherwise.
    func sameMailbox(_ number: Int, implied: Int) -> Float {
        // Whoever bears the name calls his mailbox so; each digit makes it rarer.
        if implied > 0 { return -2 - 2.5 * Float(implied - 1) }
        return Float(
            log2(4 * Self.share(table.localParts.counts[number], leaving: 2, of: table.emails.total, usual: 1e-5)))
    }

    func nearEmail(_ i: Int, _ j: Int, implied: Int) -> Float {
        if implied > 0 { return -2 - 2 * Float(implied - 1) }
        let (a, b) = (table.localParts.counts[i], table.localParts.counts[j])
        let share = Self.share(min(a, b), leaving: 1, of: table.emails.total, usual: 1e-5)
        return Float(min(log2(40 * share), -4))
    }

    func sameValue(_ number: Int, _ slot: Int) -> Float {
        let usual =
            switch slot {
            case Slot.street: Self.usualStreet
            case Slot.town, Slot.postcode: Self.usualTown
            case Slot.number: Self.usualNumber
            default: Self.usualOther
            }
        return Float(
            log2(Self.share(table.values[slot].counts[number], leaving: 2, of: table.values[slot].total, usual: usual)))
    }

    /// - Parameter neighbours: log2 of how many values are as near.
    func nearValue(_ x: Int, _ y: Int, _ slot: Int, neighbours: Float) -> Float {
        let values = table.values[slot]
        let share = Self.share(
            min(values.counts[x], values.counts[y]), leaving: 1, of: values.total, usual: Self.usualOther)
        return min(Float(log2(share)) + neighbours, -1)
    }

    var nearTown: Float { -6 }

    func nearStreet(_ x: Int, _ y: Int) -> Float {
        let counts = table.values[Slot.street].counts
        let share = Self.share(
            min(counts[x], counts[y]), leaving: 1, of: table.values[Slot.street].total, usual: Self.usualStreet)
        return Float(min(log2(20 * share), -2))
    }
}
