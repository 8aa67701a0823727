/// Puts records into groups by average linkage: two groups become one where, on the average of all their pairs, the evidence is for it.
///
/// A chain whose ends contradict each other is cut where it is weakest. Source: R. Sokal and C. Michener, "A Statistical Method
/// for Evaluating Systematic Relationships", 1958 (UPGMA).
struct Grouping {
    /// A pair's weight in bits; asked for pairs that were not candidates too.
    let weight: (Int, Int) -> Float
    /// The average weight at which two groups are joined.
    let threshold: Float

    /// One sure pair must not outvote many contradictions, nor one slip many sure pairs.
    static let clip: Float = 14
    /// A larger cluster is first parted at its weaker links.
    static let largest = 300

    /// Returns disjoint groups of two or more rows, each ascending, ordered by their first.
    func groups(_ pairs: [(a: Int, b: Int, weight: Float)]) -> [[Int]] {
        groups(pairs, at: threshold).sorted { $0[0] < $1[0] }
    }

    private func groups(_ pairs: [(a: Int, b: Int, weight: Float)], at least: Float) -> [[Int]] {
        let strong = pairs.filter { $0.weight >= least }
        var groups: [[Int]] = []
        for component in Self.components(strong) {
            if component.rows.count == 2 {
                groups.append(component.rows)
            } else if component.rows.count <= Self.largest {
                groups += averageLinked(component.rows, component.pairs.map { strong[$0] })
            } else if least > 30 {
                groups.append(component.rows)
            } else {
                groups += self.groups(component.pairs.map { strong[$0] }, at: max(least, 0) + 5)
            }
        }
        return groups
    }

    private func averageLinked(_ rows: [Int], _ pairs: [(a: Int, b: Int, weight: Float)]) -> [[Int]] {
        let count = rows.count
        var sums = weights(rows, pairs)
        var members = rows.map { [$0] }
        var alive = Array(repeating: true, count: count)
        while true {
            var best: (Int, Int, Float) = (0, 0, threshold)
            for i in 0..<count where alive[i] {
                for j in i + 1..<max(count, i + 1) where alive[j] {
                    let average = sums[i * count + j] / Float(members[i].count * members[j].count)
                    if average > best.2 || average == best.2 && best.0 == best.1 { best = (i, j, average) }
                }
            }
            let (i, j, _) = best
            if i == j { break }
            for k in 0..<count where alive[k] && k != i && k != j {
                sums[i * count + k] += sums[j * count + k]
                sums[k * count + i] = sums[i * count + k]
            }
            members[i] += members[j]
            alive[j] = false
        }
        return members.indices.filter { alive[$0] && members[$0].count > 1 }.map { members[$0].sorted() }
    }

    /// The clipped weights of all pairs of a component.
    private func weights(_ rows: [Int], _ pairs: [(a: Int, b: Int, weight: Float)]) -> [Float] {
        let count = rows.count
        var sums = Array(repeating: Float.nan, count: count * count)
        let place = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        for pair in pairs {
            guard let i = place[pair.a], let j = place[pair.b] else { continue }
            sums[i * count + j] = max(-Self.clip, min(Self.clip, pair.weight))
            sums[j * count + i] = sums[i * count + j]
        }
        for i in 0..<count {
            for j in i + 1..<max(count, i + 1) where sums[i * count + j].isNaN {
                sums[i * count + j] = max(-Self.clip, min(Self.clip, weight(rows[i], rows[j])))
                sums[j * count + i] = sums[i * count + j]
            }
        }
        return sums
    }

    /// Rows joined by chains of pairs, with the places of their pairs; rows ascending.
    static func components(_ pairs: [(a: Int, b: Int, weight: Float)]) -> [(rows: [Int], pairs: [Int])] {
        var parent: [Int: Int] = [:]
        func root(_ row: Int) -> Int {
            var row = row
            while let up = parent[row], up != row {
                parent[row] = parent[up] ?? up
                row = up
            }
            return row
        }
        for pair in pairs {
            let (x, y) = (root(pair.a), root(pair.b))
            parent[x] = min(x, y)
            parent[y] = min(x, y)
        }
        var places: [Int: Int] = [:]
        var found: [(rows: [Int], pairs: [Int])] = []
        for row in parent.keys.sorted() {
            let root = root(row)
            if let place = places[root] {
                found[place].rows.append(row)
            } else {
                places[root] = found.count
                found.append(([row], []))
            }
        }
        for (number, pair) in pairs.enumerated() {
            if let place = places[root(pair.a)] { found[place].pairs.append(number) }
        }
        return found
    }
}
