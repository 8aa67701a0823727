/// How alike two names are: 1 less the edits between them by the longer length.
///
/// An edit is a letter put in, left out, replaced, or two neighbours exchanged. The typed name is prepared once, and compared
/// with a name of up to 64 letters in some 40 ns.
/// Source: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46(3),
/// 1999, in the form for whole strings by H. Hyyrö, 2003, with the exchange of neighbours from the same paper.
package struct NameLikeness {
    private var places = [UInt64](repeating: 0, count: 256)
    /// Of the typed name, at most 64.
    package let length: Int

    /// - Parameter typed: Folded; its first 64 letters count.
    package init(_ typed: some Collection<UInt8>) {
        length = min(typed.count, 64)
        for (index, letter) in typed.prefix(64).enumerated() { places[Int(letter)] |= 1 << UInt64(index) }
    }

    /// - Returns: 0 (nothing in common) to 1 (equal).
    package func likeness(to name: UnsafeBufferPointer<UInt8>) -> Double {
        let longer = max(length, name.count)
        guard longer > 0, length > 0 else { return longer == 0 ? 1 : 0 }
        return 1 - Double(edits(to: name)) / Double(longer)
    }

    /// The number of edits.
    package func edits(to name: UnsafeBufferPointer<UInt8>) -> Int {
        var (up, down) = (UInt64.max, UInt64(0))
        var (diagonal, previous) = (UInt64(0), UInt64(0))
        let last = UInt64(1) << UInt64(length - 1)
        var count = length
        for letter in name {
            let match = places[Int(letter)]
            let exchanged = ((~diagonal & match) << 1) & previous
            diagonal = (((match & up) &+ up) ^ up) | match | down | exchanged
            let right = down | ~(diagonal | up)
            let left = diagonal & up
            if right & last != 0 { count += 1 }
            if left & last != 0 { count -= 1 }
            let shifted = right << 1 | 1
            up = left << 1 | ~(diagonal | shifted)
            down = shifted & diagonal
            previous = match
        }
        return count
    }
}
