package import Correspondence

/// Two rows that may be one client.
package struct LinkedPair: Hashable, Sendable {
    /// The row that comes first in the table.
    package var a: Int
    package var b: Int
    /// The chance that both are one client, 0 to 1.
    package var probability: Double
    /// log2 of the odds of `probability`; the sum of the pair's evidence.
    package var weight: MatchWeight
    package var likeness: Likeness

    package init(a: Int, b: Int, probability: Double, weight: MatchWeight, likeness: Likeness) {
        self.a = a
        self.b = b
        self.probability = probability
        self.weight = weight
        self.likeness = likeness
    }
}

/// Everything that a search found.
package struct LinkageResult: Sendable {
    /// Every pair at or above the threshold, ordered by `a`, then `b`.
    package var pairs: [LinkedPair]
    /// Disjoint groups of two or more rows, each ascending, ordered by their first.
    package var groups: [[Int]]
    package var model: LinkageModel
    package var report: LinkageReport
    let explainer: PairExplainer

    let standing: Standing
    /// Rows that took no part because enough others are the same to the letter.
    var copies: Copies?

    /// Returns the evidence on two rows of the table, field by field; it adds up to the pair's weight.
    package func explain(_ a: Int, _ b: Int) -> [Evidence] {
        let (a, b) = copies?.standIns(a, b) ?? (a, b)
        return explainer.evidence(a, b, standing: standing.level(a, b))
    }
}

/// Counts and timings of a search.
package struct LinkageReport: Sendable {
    /// What one way of finding candidates contributed.
    package struct Rule: Sendable {
        /// The parts that two records must share, such as `phone` or `birth_date + family_name`.
        package var name: String
        /// Pairs that this rule found and no rule before it.
        package var pairs: Int
        /// Records in blocks that were too large to be compared pair by pair.
        package var skippedRecords: Int
    }

    /// Records that share a value with this many others or more are not all compared with each other for its sake.
    package static var largestBlock: Int { CandidateFinder.largestBlock }

    package var records = 0
    /// Records of which every value is shared by too many others to be looked at pair by pair: they were compared only with records
    /// that are the same in everything.
    package var crowdedRecords = 0
    package var rules: [Rule] = []
    /// Pairs that share a blocking key.
    package var candidatePairs = 0
    /// Those of them that a first look found worth comparing field by field.
    package var comparedPairs = 0
    /// Seconds of wall time by stage, in the stages' order.
    package var seconds: [(stage: LinkageStage, seconds: Double)] = []
    package var pairsPerSecond: Double {
        let comparing = seconds.first { $0.stage == .comparing }?.seconds ?? 0
        return comparing > 0 ? Double(candidatePairs) / comparing : 0
    }
}
