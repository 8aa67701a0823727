package import Correspondence
import Foundation

/// Scores one record against others with a kept or a prior model: a client being created, a night's newcomers.
package struct Scorer: Sendable {
    package let fields: [LinkageField]
    package let model: LinkageModel

    /// A scorer for records of these columns with what is known before any list has been searched.
    ///
    /// - Parameter records: How many records the file has.
    package init(fields: [LinkageField], records: Int) {
        self.fields = fields
        var table = RecordTable(fields: fields)
        table.append(cells: fields.map { _ in "x" })
        let prepared = Preparation.prepared(table, nil, workers: Workers(count: 1))
        let filled = PreparedTable(allUsed: prepared, fields: fields)
        var model = LinkageModel(priorFor: Comparison.all(for: filled), records: records)
        model.rules = BlockingRule.all(for: filled)
        model.facts = prepared.facts
        self.model = model
    }

    /// A scorer that uses what an earlier search has learned. The columns may stand in another order than then.
    package init(fields: [LinkageField], model: LinkageModel) {
        self.fields = fields
        self.model = model
    }

    /// The keys under which a record is to be stored and looked for, ascending: a record of the same client shares one of them.
    ///
    /// They depend on the record and on the model's rules and languages only, and are the same on every machine.
    package func blockingKeys(of cells: [String]) -> [Int64] {
        var table = RecordTable(fields: fields)
        table.append(cells: cells)
        return blockingKeys(of: table)[0]
    }

    /// The keys of each record of a table.
    package func blockingKeys(of table: RecordTable) -> [[Int64]] {
        let prepared = Preparation.prepared(table, model, workers: Workers(count: 1))
        let maker = BlockingKeys(table: prepared)
        let seeds = model.rules.map(\.seed)
        return (0..<table.count).map { row in
            var keys: [UInt64] = []
            for (rule, seed) in zip(model.rules, seeds) { maker.append(row, rule, seed: seed, to: &keys) }
            return Set(keys).map { Int64(bitPattern: $0) }.sorted()
        }
    }

    /// How many records may share a key before it says too little to be followed.
    package var largestBlock: Int { CandidateFinder.largestBlock }

    /// Returns how likely `cells` is the same client as each candidate, the likeliest first; `a` is 0, `b` the candidate's row.
    ///
    /// - Parameter threshold: Candidates less probable are left out.
    package func scores(of cells: [String], among candidates: RecordTable, threshold: Double = 0.1) -> [LinkedPair] {
        let (prepared, rows) = together([cells], candidates)
        let weights = PairWeights(model)
        let zone = SameZone(model)
        let comparer = PairComparer(prepared, model.comparisons, ChanceTable(table: prepared))
        var levels = Array(repeating: UInt8(0), count: 64)
        var logs = Array(repeating: Float(0), count: 64)
        let pairs = rows.map { row in
            let chance = comparer.compare(0, row, &levels, &logs)
            let weight = weights.weight(levels, chance: chance)
            let isSame = weight >= SameZone.least && zone.isClear(levels)
            return LinkedPair(a: 0, b: row - 1, bits: Double(weight), isSame: isSame)
        }
        return pairs.filter { $0.probability >= threshold }.sorted { ($1.weight, $0.b) < ($0.weight, $1.b) }
    }

    /// Returns the evidence on two records, field by field; it adds up to the pair's weight.
    package func explain(_ a: [String], _ b: [String]) -> [Evidence] {
        var table = RecordTable(fields: fields)
        table.append(cells: a)
        table.append(cells: b)
        return PairExplainer(table: Preparation.prepared(table, model, workers: Workers(count: 1)), model: model)
            .evidence(0, 1)
    }

    private func together(_ cells: [[String]], _ candidates: RecordTable) -> (PreparedTable, Range<Int>) {
        var table = RecordTable(fields: candidates.fields)
        for record in cells {
            table.append(
                cells: candidates.fields.map { field in fields.firstIndex(of: field).map { record[$0] } ?? "" })
        }
        table.append(contentsOf: candidates)
        return (Preparation.prepared(table, model, workers: Workers(count: 1)), cells.count..<table.count)
    }
}

extension LinkedPair {
    init(a: Int, b: Int, bits: Double, isSame: Bool) {
        let probability = 1 / (1 + exp2(-bits))
        self.init(
            a: a, b: b, probability: probability, weight: MatchWeight(bits: bits),
            likeness: isSame ? .same : probability >= 0.5 ? .check : .different)
    }
}
