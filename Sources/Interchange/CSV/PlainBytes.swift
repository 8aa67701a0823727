/// Passes over the bytes of a cell that end nothing, eight at a time.
///
/// A byte of a word is zero exactly where, below it, `(word - 0x01…) & ~word & 0x80…` has no bit and there it has one
/// (H. S. Warren, "Hacker's Delight", 2nd edition, 6-1); words are compared after an exclusive or with the byte that is looked for.
struct PlainBytes {
    private let separators: UInt64
    private let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    private let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

    /// How many bytes behind `end` may be read, and looked at in vain.
    static let overrun = 8

    init(separator: UInt8) {
        separators = UInt64(separator) &* 0x0101_0101_0101_0101
    }

    /// Returns where the first separator or line break stands, or `end`.
    ///
    /// - Parameter seen: Gathers the bits of all bytes passed over, and perhaps of some behind them.
    @inline(__always)
    func end(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, seen: inout UInt64) -> Int {
        var position = start
        while position < end {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            seen |= word
            let hits = zeros(word ^ separators) | zeros(word ^ lineFeeds) | zeros(word ^ returns)
            if hits != 0 { return min(position + hits.trailingZeroBitCount / 8, end) }
            position += 8
        }
        return end
    }

    @inline(__always)
    private func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
