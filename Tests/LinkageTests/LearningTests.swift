import Testing

@testable import Linkage

/// Pairs made with known shares, from which these are to be learned again.
struct LearningTests {
    private struct Truth {
        var same: [Double]
        var household: [Double]
        var strangers: [Double]
    }

    /// Level 0 is "missing"; the other levels add up to 1 in each class.
    private static let truths: [(Comparison.Kind, Truth)] = [
        (
            .family,
            Truth(
                same: [0, 0.7, 0.05, 0.15, 0.02, 0.03, 0, 0.05], household: [0, 0.9, 0, 0.02, 0, 0, 0, 0.08],
                strangers: [0, 0.002, 0.0005, 0.006, 0.001, 0.01, 0, 0.9805])
        ),
        (
            .given,
            Truth(
                same: [0, 0.75, 0.05, 0.1, 0.03, 0.02, 0.03, 0.015, 0.005],
                household: [0, 0.01, 0.002, 0.003, 0.005, 0.02, 0.03, 0.92, 0.01],
                strangers: [0, 0.004, 0.001, 0.006, 0.003, 0.02, 0.08, 0.885, 0.001])
        ),
        (
            .phone,
            Truth(
                same: [0, 0.6, 0.1, 0.05, 0.25], household: [0, 0.5, 0.02, 0.02, 0.46],
                strangers: [0, 0.00002, 0.0001, 0.0002, 0.99968])
        ),
        (
            .email,
            Truth(
                same: [0, 0.55, 0.1, 0.1, 0.25, 0], household: [0, 0.2, 0.03, 0.07, 0.7, 0],
                strangers: [0, 0.00002, 0.0005, 0.001, 0.99848, 0])
        ),
        (
            .birth,
            Truth(
                same: [0, 0.88, 0.02, 0.05, 0.02, 0.01, 0.002, 0.018],
                household: [0, 0.005, 0.001, 0.003, 0.005, 0.03, 0.53, 0.426],
                strangers: [0, 0.00005, 0.0001, 0.001, 0.005, 0.01, 0.56, 0.42385])
        ),
    ]

    private static let comparisons = truths.map { Comparison(kind: $0.0, field: "") }

    /// 12,000 pairs: a fifth of one client, a fifth of one household; a fifth of all values is missing.
    private static func pairs(seed: UInt64) -> ComparedPairs {
        var state = seed
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        func level(_ shares: [Double]) -> Int {
            var rest = next()
            for (level, share) in shares.enumerated() {
                rest -= share
                if rest < 0 { return level }
            }
            return shares.count - 1
        }
        var pairs = ComparedPairs(width: truths.count)
        for pair in 0..<12_000 {
            var log: Float = 0
            for (place, truth) in truths.enumerated() {
                let shares = [
                    truth.1.same, truth.1.household, truth.1.strangers, truth.1.strangers, truth.1.strangers,
                ][
                    pair % 5]
                let own = next() < 0.2 ? 0 : level(shares)
                // What strangers do is told pair by pair, from the very values, where the level says so.
                if own > 0, case .byValue = comparisons[place].levels[own].chance {
                    log += Float(logarithm(truth.1.strangers[own]))
                }
                pairs.levels.append(UInt8(own))
            }
            pairs.rows.append(UInt64(pair) << 28 | UInt64(pair + 1))
            pairs.logs.append(log)
        }
        return pairs
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `the shares that pairs were made with are learned from the pairs alone`(seed: UInt64) {
        // As many records as have 12,000 pairs.
        let records = 155
        var model = LinkageModel(priorFor: Self.comparisons, records: records)
        for (place, truth) in Self.truths.enumerated() {
            for level in truth.1.strangers.indices.dropFirst() {
                if case .drawn = Self.comparisons[place].levels[level].chance {
                    model.parts[place].strangers[level] = Float(logarithm(truth.1.strangers[level]))
                }
            }
        }
        ModelLearning(comparisons: Self.comparisons, records: records).learn(&model, from: Self.pairs(seed: seed))
        for (part, truth) in zip(model.parts, Self.truths) {
            for level in 1..<truth.1.same.count where truth.1.same[level] > 0 {
                #expect(abs(Double(exponential(part.same[level])) - truth.1.same[level]) < 0.03, "\(truth.0) \(level)")
                #expect(
                    abs(Double(exponential(part.household[level])) - truth.1.household[level]) < 0.05,
                    "\(truth.0) \(level)")
            }
        }
        // Ten usual records are added to a list's own.
        #expect(abs(model.matchesPerRecord - 2400.0 / 165) < 1)
        #expect(abs(model.housematesPerRecord - 2400.0 / 165) < 1)
    }

    @Test func `what strangers do is learned from pairs drawn at random`() {
        let comparisons = [Comparison(kind: .birth, field: "birth_date"), Comparison(kind: .sex, field: "title")]
        var drawn = ComparedPairs(width: 2)
        for pair in 0..<100_000 {
            drawn.rows.append(UInt64(pair))
            // Of a hundred pairs thirty are a generation apart, one has two parts in common, the others differ; sixty are of one sex.
            drawn.levels.append(pair % 100 < 30 ? 6 : pair % 100 == 99 ? 4 : 7)
            drawn.levels.append(pair % 10 < 6 ? 1 : 2)
            drawn.logs.append(0)
        }
        var model = LinkageModel(priorFor: comparisons, records: 50_000)
        ModelLearning(comparisons: comparisons, records: 50_000).setStrangers(&model, from: drawn)
        #expect(abs(exponential(model.parts[0].strangers[6]) - 0.30) < 0.01)
        #expect(abs(exponential(model.parts[0].strangers[4]) - 0.01) < 0.001)
        #expect(abs(exponential(model.parts[0].strangers[7]) - 0.69) < 0.01)
        #expect(abs(exponential(model.parts[1].strangers[1]) - 0.60) < 0.01)
    }
}
