package import Correspondence
import GRDB

extension ClientFile {
    /// Returns the clients whose family name, given name or company is like what was typed, for when nothing begins so.
    ///
    /// ```swift
    /// try file.findLike("Dupnot")            // Dupont, Dupond, Dupnat…
    /// try file.findLike("Marie Lefebre")     // Marie Lefèvre before others called so
    /// ```
    ///
    /// - Returns: At most `limit` clients, the likest first, none below `least`.
    /// - Complexity: Looks at every distinct name of a like length once, some 100 ns each.
    package func findLike(
        _ typed: String, limit: Int = 20, least: Double = 0.7
    ) throws(Problem) -> [FoundClient] {
        let query = SearchQuery(typed)
        guard query.folded.count >= 3 else { return [] }
        return try read { db in
            var texts = [query.folded]
            if query.words.count > 1 { texts += query.words.filter { $0.count >= 3 }.map { Array($0) } }
            let names = try Self.names(like: texts, least: least, in: db)
            var search = try Search(db, limit: limit * 5)
            for (name, likeness) in names.prefix(200) where !search.isFull {
                for kind in SearchKind.names {
                    try search.collect(kind, beginning: name, likeness: likeness, isWhole: true)
                }
            }
            return try search.likest(to: query, limit: limit)
        }
    }

    /// The distinct names that are like one of the texts, the likest first, then by alphabet.
    private static func names(
        like texts: [[UInt8]], least: Double, in db: Database
    ) throws -> [(name: [UInt8], likeness: Double)] {
        let measures = texts.map { NameLikeness($0) }
        let lengths = measures.map { Int(Double($0.length) * least)...Int(Double($0.length) / least) }
        // Each name is read once, however many texts it is held against.
        let scan = try RawStatement(db, "SELECT name FROM name_form WHERE length BETWEEN ? AND ?")
        scan.bind(lengths.map { Int64($0.lowerBound) }.min(), at: 1)
        scan.bind(lengths.map { Int64($0.upperBound) }.max(), at: 2)
        defer { scan.reset() }
        var best: [[UInt8]: Double] = [:]
        while try scan.step() {
            guard let bytes = scan.bytes(0) else { continue }
            for (measure, range) in zip(measures, lengths) where range.contains(bytes.count) {
                let likeness = measure.likeness(to: bytes)
                if likeness >= least { best[Array(bytes)] = max(best[Array(bytes)] ?? 0, likeness) }
            }
        }
        return best.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}

private func < (a: (Double, [UInt8]), b: (Double, [UInt8])) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}

extension Search {
    /// What was collected, measured on given and family name together, in either order.
    func likest(to query: SearchQuery, limit: Int) throws -> [FoundClient] {
        let measure = NameLikeness(query.folded)
        let measured = found.map { found -> FoundClient in
            let client = found.filed.client
            let (given, family) = (Folding.folded(client.givenName ?? ""), Folding.folded(client.familyName ?? ""))
            var found = found
            for whole in [given + family, family + given] where query.words.count > 1 {
                whole.withUnsafeBufferPointer { found.likeness = max(found.likeness * 0.9, measure.likeness(to: $0)) }
            }
            return found
        }
        let sorted = measured.enumerated().sorted {
            ($1.element.likeness, $0.offset) < ($0.element.likeness, $1.offset)
        }
        return try withMemoryAids(sorted.map(\.element).prefix(limit))
    }
}
