import Correspondence

/// Which client numbers have a reference with a given checksum, while an empty file is filled.
///
/// Open addressing with linear steps; 12 bytes a slot, at most seven of ten slots taken.
struct ReferenceTable {
    private var hashes: [Int64] = Array(repeating: 0, count: 1024)
    /// 0 marks a free slot: client numbers begin at 1.
    private var numbers: [UInt32] = Array(repeating: 0, count: 1024)
    private var count = 0

    mutating func insert(_ number: Client.Number, for hash: Int64) {
        if count * 10 >= numbers.count * 7 { grow() }
        place(UInt32(number), hash)
        count += 1
    }

    /// Returns the first number with this checksum that is right; more than one comes only by an accident of the checksum.
    func first(for hash: Int64, where isRight: (Client.Number) throws -> Bool) rethrows -> Client.Number? {
        var slot = slot(hash)
        while numbers[slot] != 0 {
            if hashes[slot] == hash, try isRight(Client.Number(numbers[slot])) { return Client.Number(numbers[slot]) }
            slot = (slot + 1) & (numbers.count - 1)
        }
        return nil
    }

    private func slot(_ hash: Int64) -> Int {
        Int(truncatingIfNeeded: hash) & (numbers.count - 1)
    }

    private mutating func place(_ number: UInt32, _ hash: Int64) {
        var slot = slot(hash)
        while numbers[slot] != 0 { slot = (slot + 1) & (numbers.count - 1) }
        hashes[slot] = hash
        numbers[slot] = number
    }

    private mutating func grow() {
        let old = (hashes, numbers)
        hashes = Array(repeating: 0, count: old.0.count * 2)
        numbers = Array(repeating: 0, count: old.1.count * 2)
        for (hash, number) in zip(old.0, old.1) where number != 0 { place(number, hash) }
    }
}

/// A set of client numbers, one bit each.
struct NumberSet {
    private var words: [UInt64] = []
    private(set) var count = 0

    func contains(_ number: Client.Number) -> Bool {
        let word = Int(number >> 6)
        return word < words.count && words[word] & UInt64(1) << UInt64(number & 63) != 0
    }

    mutating func insert(_ number: Client.Number) {
        let (word, bit) = (Int(number >> 6), UInt64(1) << UInt64(number & 63))
        while words.count <= word { words.append(contentsOf: repeatElement(0, count: max(64, words.count))) }
        if words[word] & bit == 0 {
            words[word] |= bit
            count += 1
        }
    }
}
