/// Optimal string alignment distance: insertions, deletions, replacements and exchanges of neighbours.
///
/// Source: F. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
enum EditDistance {
    /// Longer texts are compared by their first 64 bytes.
    static let longest = 64

    /// Returns the distance of `a` and `b`, or `limit + 1` where it is greater than `limit`.
    ///
    /// - Complexity: O(*n* × *m*).
    static func distance(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        let (n, m) = (min(a.count, longest), min(b.count, longest))
        if abs(n - m) > limit { return limit + 1 }
        if n == 0 || m == 0 { return min(max(n, m), limit + 1) }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { places in
            places.initialize(repeating: 0)
            for i in 0..<n { places[Int(a[i])] |= 1 << UInt64(i) }
            return min(distance(places, n, b, m), limit + 1)
        }
    }

    /// All columns of the table at once, one bit each. Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
    /// Damerau edit distances", 2003.
    @inline(__always)
    private static func distance(
        _ places: UnsafeMutableBufferPointer<UInt64>, _ n: Int, _ b: UnsafeBufferPointer<UInt8>, _ m: Int
    ) -> Int {
        var (up, down, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (~0, 0, 0, 0)
        var distance = n
        let last = UInt64(n - 1)
        for j in 0..<m {
            let here = places[Int(b[j])]
            let exchanged = ((~diagonal & here) << 1) & before
            diagonal = (((here & up) &+ up) ^ up) | here | down | exchanged
            var right = down | ~(diagonal | up)
            var left = diagonal & up
            distance += Int(right >> last & 1) - Int(left >> last & 1)
            right = right << 1 | 1
            left <<= 1
            up = left | ~(diagonal | right)
            down = right & diagonal
            before = here
        }
        return distance
    }

    static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { distance(a, $0, limit: longest) } }
    }
}
