/// Finds what somebody may have meant by a word that does not exist.
package enum Spelling {
    /// Returns the name nearest to `word`, nil where none is near enough to be meant.
    ///
    /// Near is an edit distance (insertion, deletion, substitution, swap of neighbours) of at most a third of the word's
    /// letters, capitals not counted; of equals the one nearest with its capitals, then the first. Source: F. Damerau, "A technique for computer detection and
    /// correction of spelling errors", 1964 (restricted distance).
    package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars.prefix(longest))
        let written = Array(word.unicodeScalars.prefix(longest))
        var best: (name: String, distance: Int)?
        for name in names {
            let candidate = Array(name.lowercased().unicodeScalars.prefix(longest))
            let allowed = max(1, max(wanted.count, candidate.count) / 3)
            guard abs(candidate.count - wanted.count) <= allowed else { continue }
            let found = distance(wanted, candidate)
            guard found <= allowed else { continue }
            let ranked = found * (longest + 1) + distance(written, Array(name.unicodeScalars.prefix(longest)))
            if ranked < best?.distance ?? .max { best = (name, ranked) }
        }
        return best?.name
    }

    /// Longer words are compared by their beginning.
    private static let longest = 64

    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
