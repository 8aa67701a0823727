/// What a search has learned of a list: how often the records of one client agree, and those of one household, and two strangers.
///
/// Can be kept (it is `Codable`) and used for later records of the same list. It holds no value of any record.
package struct LinkageModel: Sendable, Codable, Hashable {
    /// What is known of one comparison; the arrays have one entry for each level.
    struct Part: Sendable, Codable, Hashable {
        var field: String
        /// log2 of the share of pairs at each level: records of one client, of two members of one household, of two strangers.
        var same: [Float]
        var household: [Float]
        var strangers: [Float]
    }

    var parts: [Part]
    /// How many pairs of records of one client there are for each record of the list, and of one household.
    var matchesPerRecord: Double
    var housematesPerRecord: Double

    /// What is believed before a list has been looked at.
    init(priorFor comparisons: [Comparison]) {
        parts = comparisons.map { comparison in
            Part(
                field: comparison.field, same: comparison.levels.map { $0.chance == .neutral ? 0 : Float(Self.log2($0.m)) },
                household: comparison.levels.map { $0.chance == .neutral ? 0 : Float(Self.log2($0.h)) },
                strangers: comparison.levels.map { _ in 0 })
        }
        matchesPerRecord = 0.1
        housematesPerRecord = 0.3
    }

    /// log2 of the share that all pairs of a list of `count` records have of matches, and of housemates.
    func priors(records count: Int) -> (same: Float, household: Float) {
        let others = max(Double(count - 1) / 2, 1)
        return (Float(Self.log2(min(matchesPerRecord / others, 0.5))), Float(Self.log2(min(housematesPerRecord / others, 0.5))))
    }

    static func log2(_ value: Double) -> Double { value <= 0 ? -40 : Double.log2(value) }
}

extension Double {
    static func log2(_ value: Double) -> Double { logarithm(value) }
}
