import Correspondence
import Foundation

/// Says why two records are thought to be one client, or not.
struct PairExplainer: Sendable {
    let table: PreparedTable
    let model: LinkageModel

    /// Returns the evidence field by field, the strongest first; what is missing in a record is left out.
    ///
    /// The last is how rare such pairs are before anything is compared. The weights add up to the pair's weight: against "one
    /// client" stand two explanations, strangers and members of one household, each with the share it has in this very pair.
    func evidence(_ a: Int, _ b: Int, standing: UInt8 = 0) -> [Evidence] {
        let comparisons = model.comparisons
        var levels = Array(repeating: UInt8(0), count: 64)
        var logs = Array(repeating: Float(0), count: 64)
        let comparer = PairComparer(table, comparisons, ChanceTable(table: table))
        let chance = comparer.compare(min(a, b), max(a, b), &levels, &logs)
        if let place = comparisons.firstIndex(where: { $0.kind == .standing }) { levels[place] = standing }
        let weights = PairWeights(model)
        let (same, household, strangers) = weights.logs(levels, chance: chance)
        let rest = logSum(household, strangers)
        let share = Double(exp2(household - rest))
        var evidence: [Evidence] = []
        var sum = 0.0
        for (place, part) in model.parts.enumerated() where levels[place] != 0 {
            let level = Int(levels[place])
            let against =
                share * Double(part.household[level]) + (1 - share) * Double(part.strangers[level] + logs[place])
            let bits = Double(part.same[level]) - against
            sum += bits
            evidence.append(
                Evidence(
                    field: part.field, level: comparisons[place].levels[level].words, weight: MatchWeight(bits: bits)))
        }
        evidence.sort { abs($0.weight.bits) > abs($1.weight.bits) }
        evidence.append(Evidence(field: "", level: .beforehand, weight: MatchWeight(bits: Double(same - rest) - sum)))
        return evidence
    }
}

extension Wording {
    static let beforehand = Wording(
        en: "before comparing: such pairs are rare", fr: "avant de comparer : de telles paires sont rares")
}
