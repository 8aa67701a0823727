/// What the columns of unknown meaning say: anew, what another column says already, or what a household shares.
///
/// A birth year beside a birth date, a département beside a postcode or a full name beside its parts would be counted twice; such a
/// column is not compared. A column in which most records have a value of their own names a person only where two persons
/// hardly ever share one: else it is a telephone, a mailbox or a street under another name.
struct OtherColumns {
    private let table: PreparedTable
    /// Rows looked at.
    private let rows: [Int]

    private static let mostRows = 20_000
    private static let mostGrouped = 200_000
    /// Fewer pairs tell nothing.
    private static let fewest = 20

    init(_ table: PreparedTable) {
        self.table = table
        let step = max(1, table.count / Self.mostRows)
        rows = Array(stride(from: 0, to: table.count, by: step))
    }

    /// The slots of the columns worth comparing, in their order.
    var telling: [Int] {
        var kept: [Int] = []
        for slot in Slot.others..<max(table.stride, Slot.others) where table.used[slot] {
            if !isPart(slot), !isComposite(slot), !isDetermined(slot, by: knownSlots + kept) { kept.append(slot) }
        }
        return kept
    }

    /// Whether a column's values belong to one person each.
    func isOwn(_ slot: Int) -> Bool {
        let values = table.values[slot]
        guard values.counts.count * 10 > values.total * 3 else { return false }
        guard table.used[Slot.family], table.used[Slot.given] else { return true }
        let value: (Int) -> UInt64? = { UInt64(table.slot($0, slot)) }
        let (sharing, persons) = (agreement(on: slot, of: value), agreement(on: slot, of: value, where: areTwoPersons))
        // Without births a slip in a given name looks like a second person.
        return persons.pairs < Self.fewest || persons.pairs * (table.used[Slot.birth] ? 10 : 5) < sharing.pairs
    }

    /// Whether given names begin with different letters, and dates of birth, where known, are different.
    private func areTwoPersons(_ one: Int, _ other: Int) -> Bool {
        let (x, y) = (text(one, Slot.given), text(other, Slot.given))
        guard let first = x.first, let second = y.first, first != second else { return false }
        let (birth, otherBirth) = (table.slot(one, Slot.birth), table.slot(other, Slot.birth))
        return birth == 0 || otherBirth == 0 || birth != otherBirth
    }

    // MARK: The same text

    private static let texts = [
        Slot.family, Slot.given, Slot.phone, Slot.mobile, Slot.street, Slot.number, Slot.postcode, Slot.town,
        Slot.company,
    ]

    /// Whether nearly every value stands in another column of its record, or is the day, month or year of its birth.
    private func isPart(_ slot: Int) -> Bool {
        if share(of: slot, where: { table.slot($0, Slot.birth) != 0 }, is: { isPartOfBirth($0, slot) }) { return true }
        return Self.texts.contains { other in
            table.used[other]
                && share(of: slot, where: { table.slot($0, other) != 0 }) { row in
                    Self.contains(text(row, other), text(row, slot))
                }
        }
    }

    private func isPartOfBirth(_ row: Int, _ slot: Int) -> Bool {
        guard let number = Int(String(decoding: text(row, slot), as: UTF8.self)) else { return false }
        let birth = table.slot(row, Slot.birth)
        let year = DateForms.year(birth)
        return [year, year % 100, DateForms.month(birth), DateForms.day(birth)].contains(number)
    }

    /// Whether most values hold those of two other columns, as a full name or a whole address does.
    private func isComposite(_ slot: Int) -> Bool {
        let whole = Self.texts.filter { table.used[$0] && $0 != Slot.number }
        return share(of: slot, at: 7, where: { row in whole.count { text(row, $0).count >= 3 } >= 2 }) { row in
            let own = text(row, slot)
            return whole.count { text(row, $0).count >= 3 && Self.contains(own, text(row, $0)) } >= 2
        }
    }

    /// Whether at least `tenths` of ten filled values of the rows where `isAsked` do.
    private func share(of slot: Int, at tenths: Int = 9, where isAsked: (Int) -> Bool, is isSo: (Int) -> Bool) -> Bool {
        var (asked, right) = (0, 0)
        for row in rows where table.slot(row, slot) != 0 && isAsked(row) {
            asked += 1
            if isSo(row) { right += 1 }
        }
        return asked >= Self.fewest && right * 10 >= asked * tenths
    }

    /// The value as it is compared; a postcode, a name or a figure.
    private func text(_ row: Int, _ slot: Int) -> ArraySlice<UInt8> {
        let number = Int(table.slot(row, slot))
        let pool =
            switch slot {
            case Slot.family, Slot.given: table.names.pool
            case Slot.phone, Slot.mobile: table.phones.pool
            default: table.values[slot].pool
            }
        return pool.bytes[pool.range(number)]
    }

    private static func contains(_ text: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first, part.count <= text.count else { return false }
        return (text.startIndex...text.endIndex - part.count).contains { start in
            text[start] == first && text[start..<start + part.count].elementsEqual(part)
        }
    }

    // MARK: The same groups of records

    private var knownSlots: [Int] {
        [
            Slot.family, Slot.given, Slot.birth, Slot.phone, Slot.mobile, Slot.email, Slot.street, Slot.postcode,
            Slot.town,
            Slot.region, Slot.company,
        ].filter { table.used[$0] }
    }

    /// Whether records that agree in another column, with no fewer values, always agree in this one, two persons' too.
    private func isDetermined(_ slot: Int, by others: [Int]) -> Bool {
        let distinct = distinct(slot)
        return others.contains { other in
            guard self.distinct(other) * 100 >= distinct * 98 else { return false }
            let agreement = agreement(
                on: slot,
                of: { row in
                    let value = table.slot(row, other)
                    return value == 0 ? nil : UInt64(value)
                },
                // Two records of one client agree in everything.
                where: { !table.used[Slot.given] || areTwoPersons($0, $1) })
            return agreement.pairs >= Self.fewest && agreement.agreeing * 100 >= agreement.pairs * 97
        }
    }

    private func distinct(_ slot: Int) -> Int { Set(rows.lazy.map { table.slot($0, slot) }).count }

    /// Among neighbours of the records that have one key: how many have both a value in `slot`, and how many the same.
    private func agreement(
        on slot: Int, of key: (Int) -> UInt64?, where isPair: (Int, Int) -> Bool = { _, _ in true }
    ) -> (pairs: Int, agreeing: Int) {
        var keyed: [(key: UInt64, row: Int)] = []
        for row in 0..<min(table.count, Self.mostGrouped) where table.slot(row, slot) != 0 {
            if let key = key(row) { keyed.append((key, row)) }
        }
        keyed.sort { ($0.key, $0.row) < ($1.key, $1.row) }
        var (pairs, agreeing) = (0, 0)
        for (one, other) in zip(keyed, keyed.dropFirst()) where one.key == other.key && isPair(one.row, other.row) {
            pairs += 1
            if table.slot(one.row, slot) == table.slot(other.row, slot) { agreeing += 1 }
        }
        return (pairs, agreeing)
    }
}
