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
    /// A larger cluster is joined pair by pair, the surest first, on the average of some of its pairs.
    var largest = 300

    /// So many pairs of two groups tell their average.
    private static let sample = 24

    /// Returns disjoint groups of two or more rows, each ascending, ordered by their first.
    func groups(_ pairs: [(a: Int, b: Int, weight: Float)]) -> [[Int]] {
        let strong = pairs.filter { $0.weight >= threshold }
        var groups: [[Int]] = []
        for component in Self.components(strong) {
            if component.rows.count == 2 {
                groups.append(component.rows)
            } else if component.rows.count <= largest {
                groups += averageLinked(component.rows, component.pairs.map { strong[$0] })
            } else {
                groups += joined(component.rows, component.pairs.map { strong[$0] })
            }
        }
        return groups.sorted { $0[0] < $1[0] }
    }

    /// Joins the groups of two rows along the pairs, the surest pair first, where the average of some pairs between the two
    /// groups is for it: the same rule as ``averageLinked(_:_:)`` where the order of joining is given.
    ///
    /// - Complexity: Proportional to the number of pairs.
    private func joined(_ rows: [Int], _ pairs: [(a: Int, b: Int, weight: Float)]) -> [[Int]] {
        var members = Dictionary(uniqueKeysWithValues: rows.map { ($0, [$0]) })
        var groupOf = Dictionary(uniqueKeysWithValues: rows.map { ($0, $0) })
        for pair in pairs.sorted(by: { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }) {
            guard let x = groupOf[pair.a], let y = groupOf[pair.b], x != y, let one = members[x], let two = members[y],
                average(one, two, knowing: pair) >= threshold
            else { continue }
            let (into, from, moved) = one.count >= two.count ? (x, y, two) : (y, x, one)
            members[into]?.append(contentsOf: moved)
            members[from] = nil
            for row in moved { groupOf[row] = into }
        }
        return members.values.filter { $0.count > 1 }.map { $0.sorted() }
    }

    /// The average clipped weight of the pairs of two groups: of all where they are few, else of some spread evenly.
    private func average(_ one: [Int], _ two: [Int], knowing pair: (a: Int, b: Int, weight: Float)) -> Float {
        let count = one.count * two.count
        let taken = min(count, Self.sample)
        var sum: Float = 0
        for step in 0..<taken {
            let place = step * count / taken
            let (x, y) = (one[place / two.count], two[place % two.count])
            let (a, b) = (min(x, y), max(x, y))
            sum += clipped((a, b) == (pair.a, pair.b) ? pair.weight : weight(a, b))
        }
        return sum / Float(taken)
    }

    private func clipped(_ weight: Float) -> Float { max(-Self.clip, min(Self.clip, weight)) }

    /// Joins, while there is one, the two groups with the greatest average weight.
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
            sums[i * count + j] = clipped(pair.weight)
            sums[j * count + i] = sums[i * count + j]
        }
        for i in 0..<count {
            for j in i + 1..<max(count, i + 1) where sums[i * count + j].isNaN {
                sums[i * count + j] = clipped(weight(rows[i], rows[j]))
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
