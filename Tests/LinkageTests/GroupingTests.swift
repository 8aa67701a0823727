import Testing

@testable import Linkage

struct GroupingTests {
    private typealias Pair = (a: Int, b: Int, weight: Float)

    @Test func `a chain whose ends contradict each other is cut where it is weakest`() {
        let pairs: [Pair] = [(0, 1, 8), (1, 2, 3)]
        let groups = Grouping(weight: { _, _ in -10 }, threshold: 0).groups(pairs)
        #expect(groups == [[0, 1]])
    }

    @Test func `a chain without contradiction is one group`() {
        let groups = Grouping(weight: { _, _ in 0 }, threshold: 0).groups([(0, 1, 8), (1, 2, 3)])
        #expect(groups == [[0, 1, 2]])
    }

    @Test func `groups equal a slow reference on random graphs`() {
        var state: UInt64 = 99
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for _ in 0..<60 {
            let count = 4 + next(9)
            var weights = Array(repeating: Array(repeating: Float(-9), count: count), count: count)
            var pairs: [Pair] = []
            for a in 0..<count {
                for b in a + 1..<count where next(3) == 0 {
                    weights[a][b] = Float(next(240) - 80) / 10 + Float(a * 31 + b) / 100_000
                    pairs.append((a, b, weights[a][b]))
                }
            }
            let found = Grouping(weight: { weights[min($0, $1)][max($0, $1)] }, threshold: 0).groups(pairs)
            #expect(found == Self.slow(count, weights))
        }
    }

    /// Joins, while there is one, the two groups with the greatest average weight that are linked at all.
    private static func slow(_ count: Int, _ weights: [[Float]]) -> [[Int]] {
        var groups = (0..<count).map { [$0] }
        func average(_ x: [Int], _ y: [Int]) -> Double {
            var sum = 0.0
            for a in x { for b in y { sum += Double(max(-14, min(14, weights[min(a, b)][max(a, b)]))) } }
            return sum / Double(x.count * y.count)
        }
        while true {
            var best: (Int, Int, Double)?
            for i in groups.indices {
                for j in groups.indices where j > i {
                    let value = average(groups[i], groups[j])
                    if value >= 0, value > best?.2 ?? -1 { best = (i, j, value) }
                }
            }
            guard let (i, j, _) = best else { break }
            groups[i] += groups.remove(at: j)
        }
        return groups.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
