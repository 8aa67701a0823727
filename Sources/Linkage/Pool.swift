/// Distinct byte strings, each with a number from 1; 0 is the empty one.
///
/// Numbers are given in the order of first appearance, so they do not depend on the number of threads.
struct Pool: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where string `n` ends; string 0 is empty.
    private(set) var ends: [UInt32] = [0]
    private(set) var hashes: [UInt64] = [0]
    private var slots: [UInt32]
    private var mask: Int

    init(expecting count: Int = 16) {
        var size = 32
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// How many numbers are given, the empty string's included.
    var count: Int { ends.count }

    /// Returns the number of `text`, given now if it is new.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if text.isEmpty { return 0 }
        let hash = Hashing.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let number = slots[slot]
            if number == 0 { break }
            if hashes[Int(number)] == hash, equal(number, text) { return number }
            slot = (slot + 1) & mask
        }
        let number = UInt32(ends.count)
        slots[slot] = number
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    mutating func number(of text: [UInt8]) -> UInt32 {
        text.withUnsafeBufferPointer { number(of: $0) }
    }

    func range(_ number: Int) -> Range<Int> {
        number == 0 ? 0..<0 : Int(ends[number - 1])..<Int(ends[number])
    }

    func text(_ number: Int) -> [UInt8] { Array(bytes[range(number)]) }

    private func equal(_ number: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(Int(number))
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var place = range.lowerBound
            for byte in text {
                if bytes[place] != byte { return false }
                place += 1
            }
            return true
        }
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = Array(repeating: 0, count: mask + 1)
        for number in 1..<ends.count {
            var slot = Int(truncatingIfNeeded: hashes[number]) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number)
        }
    }

    /// Gives back what only new strings need.
    mutating func close() {
        slots = []
    }
}
