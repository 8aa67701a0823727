import Correspondence

/// What a search has learned of a list: how often the records of one client agree, and those of one household, and two strangers.
///
/// Can be kept (``encoded`` and ``init(encoded:)``) and used for later records of the same list. It holds no value of any
/// record, only counts of hashed values that several records share.
package struct LinkageModel: Sendable, Hashable {
    /// What is known of one comparison; the arrays have one entry for each level.
    struct Part: Sendable, Codable, Hashable {
        var kind: Comparison.Kind
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
    /// How many records the list had.
    package internal(set) var records: Int
    var rules: [BlockingRule] = []
    var facts = ListFacts()
    var counts = ValueCounts()

    // A client file in use: one record in ten has a second one, one household in three has several.
    static let usualMatches = 0.1
    static let usualHousemates = 0.3

    /// What is believed before a list has been looked at.
    init(priorFor comparisons: [Comparison], records: Int) {
        parts = comparisons.map { comparison in
            Part(
                kind: comparison.kind, field: comparison.field,
                same: comparison.levels.map { $0.chance == .neutral ? 0 : Float(logarithm($0.m)) },
                household: comparison.levels.map { $0.chance == .neutral ? 0 : Float(logarithm($0.h)) },
                strangers: comparison.levels.map {
                    $0.chance == .drawn || $0.chance == .learned ? Float(logarithm($0.u ?? 1)) : 0
                })
        }
        matchesPerRecord = Self.usualMatches
        housematesPerRecord = Self.usualHousemates
        self.records = records
    }

    /// The comparisons that the model knows.
    var comparisons: [Comparison] { parts.map { Comparison(kind: $0.kind, field: $0.field) } }

    /// log2 of the share that all pairs of the list have of matches, and of housemates.
    var priors: (same: Float, household: Float) {
        let others = max(Double(records - 1) / 2, 1)
        return (
            Float(logarithm(min(matchesPerRecord / others, 0.5))),
            Float(logarithm(min(housematesPerRecord / others, 0.5)))
        )
    }
}

extension LinkageModel: CustomStringConvertible {
    /// The model as a table for whoever studies it: share of matches, share of housemates, log2 for strangers.
    package var description: String {
        var lines = ["matches per record \(matchesPerRecord), housemates per record \(housematesPerRecord)"]
        for (part, comparison) in zip(parts, comparisons) {
            lines.append(part.field)
            for level in part.same.indices where comparison.levels[level].chance != .neutral {
                let (m, h) = (exponential(part.same[level]), exponential(part.household[level]))
                lines.append("  \(comparison.levels[level].words.english): \(m) \(h) \(part.strangers[level])")
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// What a list says of itself as a whole, needed to read a later record in the same way.
struct ListFacts: Sendable, Codable, Hashable {
    var mainLanguage = Phonetics.french
    var languages: [Phonetics] = [.french, .german]
    var dateOrder = DateForms.Order.dayFirst
    /// Whether the first of January is written where only the year is known: it is five times as common as another day.
    var newYearMeansUnknown = false
    /// Names of the columns compared generically, in the slots' order.
    var otherNames: [String] = []
}
