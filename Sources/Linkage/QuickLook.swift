import Foundation

/// A first look at a pair, without comparing letters: what can be hoped of it at best.
///
/// Most candidates share what made them candidates and nothing else. Equal numbers count with the bits that their values are
/// worth, names that may be alike with a few; what differs counts little against.
final class QuickLook: Sendable {
    /// What a name that begins alike may be worth at best, one that sounds alike, and values of other kinds.
    private static let (sameLetter, sameSound): (Float, Float) = (3, 7)
    /// What speaks against at least where both are known and nothing agrees.
    private static let differing: Float = -1.5
    private static let (phoneBits, mailboxBits, birthBits, birthPartBits): (Float, Float, Float, Float) = (
        16, 11, 14, 8
    )

    /// The places of a record's line: what is looked at stands together.
    private enum Place {
        static let (family, given, familyDigits, givenDigits, familyNickname, givenNickname) = (0, 1, 2, 3, 4, 5)
        static let (initials, birth, phone, mobile, mailbox, town, postcode, firstPlain) = (6, 7, 8, 9, 10, 11, 12, 13)
    }

    private let width: Int
    private let lines: Store<UInt32>
    private let familyBits: Store<Float>
    private let givenBits: Store<Float>
    /// For each plain slot, the bits of each value.
    private let plainBits: [Store<Float>]

    init(_ table: PreparedTable, _ chances: ChanceTable, _ workers: Workers) {
        familyBits = chances.names.sameFamily
        givenBits = chances.names.sameGiven
        let plain = ([Slot.street, Slot.company, Slot.extra] + (Slot.others..<max(table.stride, Slot.others))).filter {
            table.used[$0]
        }
        plainBits = plain.map { slot in
            Store(table.values[slot].counts.indices.map { min(-chances.sameValue($0, slot), 16) })
        }
        width = Place.firstPlain + plain.count
        lines = Store(uninitialized: width * table.count)
        let (lines, width) = (lines, width)
        workers.perform(table.count, inPartsOf: 1 << 15) { _, rows in
            for row in rows { Self.fill(lines.base + row * width, table.record(row), table, plain) }
        }
    }

    private static func fill(
        _ line: UnsafeMutablePointer<UInt32>, _ record: UnsafePointer<UInt32>, _ table: PreparedTable, _ plain: [Int]
    ) {
        let names = table.nameColumns
        let (family, given) = (Int(record[Slot.family]), Int(record[Slot.given]))
        (line[Place.family], line[Place.given]) = (UInt32(family), UInt32(given))
        (line[Place.familyDigits], line[Place.givenDigits]) = (names.digits[family], names.digits[given])
        (line[Place.familyNickname], line[Place.givenNickname]) = (names.nickname[family], names.nickname[given])
        line[Place.initials] = UInt32(names.text(family).first ?? 0) << 8 | UInt32(names.text(given).first ?? 0)
        (line[Place.birth], line[Place.phone], line[Place.mobile]) = (
            record[Slot.birth], record[Slot.phone], record[Slot.mobile]
        )
        line[Place.mailbox] = table.localOfEmail[Int(record[Slot.email])]
        (line[Place.town], line[Place.postcode]) = (record[Slot.town], record[Slot.postcode])
        for (place, slot) in plain.enumerated() { line[Place.firstPlain + place] = record[slot] }
    }

    /// An upper estimate of the bits that speak for the pair on the whole.
    func hope(_ x: Int, _ y: Int) -> Float {
        let (a, b) = (UnsafePointer(lines.base + x * width), UnsafePointer(lines.base + y * width))
        var bits = names(a, b) + contacts(a, b) + birth(a[Place.birth], b[Place.birth])
        for place in 0..<plainBits.count {
            let value = a[Place.firstPlain + place]
            if value == b[Place.firstPlain + place], value != 0 { bits += plainBits[place][Int(value)] }
        }
        let (town, postcode) = (a[Place.town], a[Place.postcode])
        if town == b[Place.town] && town != 0 || postcode == b[Place.postcode] && postcode != 0 { bits += 9 }
        return bits
    }

    @inline(__always)
    private func names(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>) -> Float {
        let (family, given) = (Place.family, Place.given)
        let usual = one(a, family, b, family, familyBits) + one(a, given, b, given, givenBits)
        let crossed = one(a, family, b, given, givenBits) + one(a, given, b, family, familyBits)
        return max(usual, crossed)
    }

    /// One name of each record; `x` and `y` are 0 for the family, 1 for the given name.
    @inline(__always)
    private func one(_ a: UnsafePointer<UInt32>, _ x: Int, _ b: UnsafePointer<UInt32>, _ y: Int, _ bits: Store<Float>)
        -> Float
    {
        let (one, two) = (a[x], b[y])
        if one == 0 || two == 0 { return 0 }
        if one == two { return -bits[Int(one)] }
        if a[Place.familyDigits + x] == b[Place.familyDigits + y]
            || a[Place.familyNickname + x] == b[Place.familyNickname + y]
        {
            return max(Self.sameSound, -max(bits[Int(one)], bits[Int(two)]))
        }
        let (initialA, initialB) = (
            a[Place.initials] >> UInt32(8 - 8 * x) & 255, b[Place.initials] >> UInt32(8 - 8 * y) & 255
        )
        return initialA == initialB ? Self.sameLetter : Self.differing
    }

    @inline(__always)
    private func contacts(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>) -> Float {
        var bits: Float = 0
        let (one, two, three, four) = (a[Place.phone], a[Place.mobile], b[Place.phone], b[Place.mobile])
        if one != 0 && (one == three || one == four) || two != 0 && (two == three || two == four) {
            bits += Self.phoneBits
        } else if one | two != 0, three | four != 0 {
            bits += Self.differing
        }
        if a[Place.mailbox] == b[Place.mailbox], a[Place.mailbox] != 0 { bits += Self.mailboxBits }
        return bits
    }

    @inline(__always)
    private func birth(_ x: UInt32, _ y: UInt32) -> Float {
        if x == y { return x == 0 ? 0 : Self.birthBits }
        if x == 0 || y == 0 { return 0 }
        let equal = (x >> 9 == y >> 9 ? 1 : 0) + (x >> 5 & 15 == y >> 5 & 15 ? 1 : 0) + (x & 31 == y & 31 ? 1 : 0)
        let swapped = x >> 9 == y >> 9 && x >> 5 & 15 == y & 31 && y >> 5 & 15 == x & 31
        return equal == 2 || swapped ? Self.birthPartBits : Self.differing
    }
}
