import Foundation

/// Learns a ``LinkageModel`` from a list without being told a single match: expectation and maximisation over three
/// classes of pairs: one client, two members of a household, strangers.
///
/// Sources: I. Fellegi and A. Sunter, "A Theory for Record Linkage", 1969; W. E. Winkler, "Using the EM Algorithm for Weight
/// Computation in the Fellegi-Sunter Model", 1988. The household class is ours: what a family shares is explained once,
/// instead of field by field.
struct ModelLearning {
    let comparisons: [Comparison]
    let records: Int

    /// Pairs' worth of belief in what was known before.
    private static let belief = 20.0
    /// Draws' worth of belief in what strangers usually do: what was never drawn is rare, but not impossible.
    private static let usualDraws = 2000.0
    private static let rounds = 25
    /// More pairs teach no better.
    private static let mostPairs = 400_000

    /// Sets what strangers do at each level from pairs drawn at random.
    func setStrangers(_ model: inout LinkageModel, from drawn: ComparedPairs) {
        let weights = PairWeights(model)
        var counts = comparisons.map {
            $0.levels.map { $0.chance == .drawn ? 0.5 + Self.usualDraws * ($0.u ?? 0.5) : 0 }
        }
        drawn.levels.withUnsafeBufferPointer { levels in
            for pair in 0..<drawn.count {
                let own = levels.baseAddress! + pair * drawn.width
                if weights.weight(own, chance: drawn.logs[pair]) > 0 { continue }
                for place in 0..<drawn.width { counts[place][Int(own[place])] += 1 }
            }
        }
        for (place, comparison) in comparisons.enumerated() {
            for scene in Set(comparison.levels.map(\.scene)) where scene != 0 {
                let members = comparison.levels.indices.filter { comparison.levels[$0].scene == scene }
                let total = members.reduce(0) { $0 + counts[place][$1] }
                for level in members where comparison.levels[level].chance == .drawn && total > 0 {
                    model.parts[place].strangers[level] = Float(logarithm(counts[place][level] / total))
                }
            }
        }
    }

    /// Learns from the candidate pairs what the records of one client and of one household do.
    func learn(_ model: inout LinkageModel, from pairs: ComparedPairs) {
        if pairs.count == 0 { return }
        let step = max(1, pairs.count / Self.mostPairs)
        for _ in 0..<Self.rounds {
            let before = model
            round(&model, pairs, step)
            if change(before, model) < 0.002 { break }
        }
    }

    private func round(_ model: inout LinkageModel, _ pairs: ComparedPairs, _ step: Int) {
        let weights = PairWeights(model)
        let width = pairs.width
        var same = Array(repeating: 0.0, count: width * 32)
        var household = same
        var strangers = same
        var (matches, housemates) = (0.0, 0.0)
        // What a standing means is learned from what the fields alone say of the pairs: else pairs that hold each other up would
        // teach that being held up proves something.
        let standing = comparisons.firstIndex { $0.kind == .standing }
        pairs.levels.withUnsafeBufferPointer { levels in
            var pair = 0
            while pair < pairs.count {
                let own = levels.baseAddress! + pair * width
                let (s, h, u) = weights.logs(own, chance: pairs.logs[pair])
                let total = logSum(logSum(s, h), u)
                let (isSame, isHousehold) = (Double(exp2(s - total)), Double(exp2(h - total)))
                matches += isSame
                housemates += isHousehold
                for place in 0..<width where place != standing {
                    same[place << 5 + Int(own[place])] += isSame
                    household[place << 5 + Int(own[place])] += isHousehold
                    strangers[place << 5 + Int(own[place])] += 1 - isSame - isHousehold
                }
                if let standing {
                    let entry = standing << 5 + Int(own[standing])
                    let (s, h, u) = weights.logs(own, chance: pairs.logs[pair], without: standing)
                    let total = logSum(logSum(s, h), u)
                    let (isSame, isHousehold) = (Double(exp2(s - total)), Double(exp2(h - total)))
                    same[entry] += isSame
                    household[entry] += isHousehold
                    strangers[entry] += 1 - isSame - isHousehold
                }
                pair += step
            }
        }
        let scale = Double(step)
        // A short list leans on what is usual: as if it had ten records more.
        let all = Double(records) + 10
        model.matchesPerRecord = (matches * scale + 10 * LinkageModel.usualMatches) / all
        model.housematesPerRecord = (housemates * scale + 10 * LinkageModel.usualHousemates) / all
        // Where the list tells homes and hardly any is shared, no parent can be taken for the child: what it says is believed further.
        let isHomeKnown = comparisons.contains { $0.kind == .home }
        let trust = isHomeKnown ? 6 / (1 + 100 * model.housematesPerRecord) : 0
        for (place, comparison) in comparisons.enumerated() {
            if comparison.kind == .standing {
                set(&model.parts[place].strangers, comparison, Array(strangers[place << 5..<place << 5 + 32]), scale) {
                    $0.u ?? 0
                }
            }
            set(&model.parts[place].same, comparison, Array(same[place << 5..<place << 5 + 32]), scale) {
                $0.m
            } most: {
                $0.mostM * (1 + trust)
            }
            set(&model.parts[place].household, comparison, Array(household[place << 5..<place << 5 + 32]), scale) {
                $0.h
            } most: {
                $0.h < 0.1 ? comparison.mostHouseholdShare * $0.h : 1
            } least: {
                $0.leastH
            }
        }
    }

    private func set(
        _ table: inout [Float], _ comparison: Comparison, _ counts: [Double], _ scale: Double,
        _ prior: (Comparison.Level) -> Double,
        most: (Comparison.Level) -> Double = { _ in 1 }, least: (Comparison.Level) -> Double = { _ in 0 }
    ) {
        for scene in Set(comparison.levels.map(\.scene)) where scene != 0 {
            let members = comparison.levels.indices.filter { comparison.levels[$0].scene == scene }
            let priorTotal = members.reduce(0) { $0 + prior(comparison.levels[$1]) }
            let total = members.reduce(0) { $0 + counts[$1] * scale } + Self.belief
            for level in members {
                let share = (counts[level] * scale + Self.belief * prior(comparison.levels[level]) / priorTotal) / total
                table[level] = Float(
                    logarithm(max(min(share, most(comparison.levels[level])), least(comparison.levels[level]))))
            }
        }
    }

    private func change(_ a: LinkageModel, _ b: LinkageModel) -> Float {
        var most = Float(abs(logarithm(a.matchesPerRecord) - logarithm(b.matchesPerRecord)))
        for (x, y) in zip(a.parts, b.parts) {
            for (p, q) in zip(x.same + x.household, y.same + y.household) { most = max(most, abs(exp2(p) - exp2(q))) }
        }
        return most
    }
}
