import Foundation

/// A first look at a pair, without comparing letters: what can be hoped of it at best.
///
/// Most candidates share what made them candidates and nothing else. Equal numbers count with the bits that their values are
/// worth, names that may be alike with a few; what differs counts little against.
struct QuickLook: Sendable {
    /// What a name that begins alike may be worth at best, one that sounds alike, and values of other kinds.
    private static let (sameLetter, sameSound): (Float, Float) = (3, 7)
    /// What speaks against at least where both are known and nothing agrees.
    private static let differing: Float = -1.5
    private static let (phoneBits, mailboxBits, birthBits, birthPartBits): (Float, Float, Float, Float) = (
        16, 11, 14, 8
    )

    private let table: PreparedTable
    private let familyBits: Store<Float>
    private let givenBits: Store<Float>
    private let codes: Store<UInt32>
    private let initials: Store<UInt8>
    private let nicknames: Store<UInt32>
    private let locals: Store<UInt32>
    /// For each slot, the bits of each value; nil where the slot is judged otherwise or empty.
    private let slots: [(slot: Int, bits: Store<Float>)]
    private let birthUsed: Bool

    init(_ table: PreparedTable, _ chances: ChanceTable) {
        self.table = table
        let names = table.names
        let count = names.joined.count
        familyBits = chances.names.sameFamily
        givenBits = chances.names.sameGiven
        codes = table.nameColumns.digits
        initials = Store((0..<count).map { $0 == 0 ? 0 : names.letters[safe: names.letterRange($0).lowerBound] ?? 0 })
        nicknames = table.nameColumns.nickname
        locals = Store(table.localOfEmail)
        birthUsed = table.used[Slot.birth]
        let plain = [Slot.street, Slot.company, Slot.extra] + (Slot.others..<max(table.stride, Slot.others))
        slots = plain.filter { table.used[$0] }.map { slot in
            (slot, Store(table.values[slot].counts.indices.map { min(-chances.sameValue($0, slot), 16) }))
        }
    }

    /// An upper estimate of the bits that speak for the pair on the whole.
    func hope(_ x: Int, _ y: Int) -> Float {
        let (a, b) = (table.record(x), table.record(y))
        var bits = names(a, b) + contacts(a, b)
        for (slot, values) in slots where a[slot] == b[slot] && a[slot] != 0 { bits += values[Int(a[slot])] }
        if a[Slot.town] == b[Slot.town] && a[Slot.town] != 0
            || a[Slot.postcode] == b[Slot.postcode] && a[Slot.postcode] != 0
        {
            bits += 9
        }
        if birthUsed { bits += birth(a[Slot.birth], b[Slot.birth]) }
        return bits
    }

    @inline(__always)
    private func names(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>) -> Float {
        let (familyA, familyB, givenA, givenB) = (
            Int(a[Slot.family]), Int(b[Slot.family]), Int(a[Slot.given]), Int(b[Slot.given])
        )
        let usual = one(familyA, familyB, familyBits) + one(givenA, givenB, givenBits)
        let crossed = one(familyA, givenB, givenBits) + one(givenA, familyB, familyBits)
        return max(usual, crossed)
    }

    @inline(__always)
    private func one(_ x: Int, _ y: Int, _ bits: Store<Float>) -> Float {
        if x == 0 || y == 0 { return 0 }
        if x == y { return -bits[x] }
        if codes[x] == codes[y] || nicknames[x] == nicknames[y] { return max(Self.sameSound, -max(bits[x], bits[y])) }
        return initials[x] == initials[y] ? Self.sameLetter : Self.differing
    }

    @inline(__always)
    private func contacts(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>) -> Float {
        var bits: Float = 0
        let (one, two) = (a[Slot.phone], a[Slot.mobile])
        if one != 0 && (one == b[Slot.phone] || one == b[Slot.mobile])
            || two != 0 && (two == b[Slot.phone] || two == b[Slot.mobile])
        {
            bits += Self.phoneBits
        } else if one | two != 0, b[Slot.phone] | b[Slot.mobile] != 0 {
            bits += Self.differing
        }
        if a[Slot.email] != 0 && b[Slot.email] != 0 {
            bits += locals[Int(a[Slot.email])] == locals[Int(b[Slot.email])] ? Self.mailboxBits : 0
        }
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

extension Array {
    subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
