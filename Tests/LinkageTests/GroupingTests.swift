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

    @Test
    func `a cluster too large to be joined all with all is joined along its pairs, and its contradictions part it`() {
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for _ in 0..<40 {
            // Clusters of known members; inside them every pair is likely, between them now and then one is.
            let count = 20 + next(80)
            let cluster = (0..<count).map { _ in next(6) }
            let noise = (0..<count).map { _ in (0..<count).map { _ in Float(next(30)) / 10 } }
            func weight(_ a: Int, _ b: Int) -> Float {
                cluster[a] == cluster[b] ? 9 + noise[a][b] : next(10) == 0 ? 2 : -8 - noise[a][b]
            }
            var weights = Array(repeating: Array(repeating: Float(0), count: count), count: count)
            var pairs: [Pair] = []
            for a in 0..<count {
                for b in a + 1..<count {
                    weights[a][b] = weight(a, b)
                    if weights[a][b] > 0 { pairs.append((a, b, weights[a][b])) }
                }
            }
            var grouping = Grouping(weight: { weights[min($0, $1)][max($0, $1)] }, threshold: 0)
            let exact = grouping.groups(pairs)
            grouping.largest = 5
            #expect(grouping.groups(pairs) == exact)
        }
    }

    @Test func `pairs of one weight do not part a large cluster`() {
        let pairs: [Pair] = (1..<2000).map { ($0 - 1, $0, 25) }
        #expect(Grouping(weight: { _, _ in 25 }, threshold: 0).groups(pairs) == [Array(0..<2000)])
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
