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
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * (longest + 1)) { rows in
            table(a, n, b, m, limit, rows)
        }
    }

    private static func table(
        _ a: UnsafeBufferPointer<UInt8>, _ n: Int, _ b: UnsafeBufferPointer<UInt8>, _ m: Int, _ limit: Int,
        _ rows: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        let width = longest + 1
        var (before, above, row) = (0, width, 2 * width)
        for j in 0...m { rows[above + j] = UInt8(j) }
        for i in 1...n {
            rows[row] = UInt8(i)
            var least = UInt8(i)
            for j in 1...m {
                let same: UInt8 = a[i - 1] == b[j - 1] ? 0 : 1
                var best = min(rows[above + j] + 1, rows[row + j - 1] + 1, rows[above + j - 1] + same)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, rows[before + j - 2] + 1)
                }
                rows[row + j] = best
                least = min(least, best)
            }
            if Int(least) > limit { return limit + 1 }
            (before, above, row) = (above, row, before)
        }
        return min(Int(rows[above + m]), limit + 1)
    }

    static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { distance(a, $0, limit: longest) } }
    }
}
