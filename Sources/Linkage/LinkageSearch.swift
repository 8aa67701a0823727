import Correspondence
import Foundation

/// One search through one list, stage by stage.
final class LinkageSearch {
    let options: LinkageOptions
    let workers: Workers
    let table: PreparedTable
    let comparisons: [Comparison]
    var report = LinkageReport()
    private var stageStart = Date()

    init(_ records: RecordTable, _ options: LinkageOptions) throws(Problem) {
        guard records.fields.contains(where: { $0.isCompared }) else { throw Self.noUsableColumn }
        self.options = options
        workers = Workers(count: options.workers)
        stageStart = Date()
        table = Preparation.prepared(records, options.model, workers: workers)
        guard records.count == 0 || table.used.contains(true) else { throw Self.emptyColumns }
        comparisons = options.model?.comparisons ?? Comparison.all(for: table)
        report.records = records.count
        finished(.reading)
    }

    func finished(_ stage: LinkageStage) {
        let now = Date()
        report.seconds.append((stage, now.timeIntervalSince(stageStart)))
        stageStart = now
        options.progress?(stage, 1)
    }

    func result() throws(Problem) -> LinkageResult {
        let finder = CandidateFinder(table: table, workers: workers)
        let rules = options.model?.rules ?? BlockingRule.all(for: table)
        let found = finder.found(by: rules)
        report.rules = found.rules
        report.candidatePairs = found.pairs.count
        report.crowdedRecords = found.crowded
        finished(.blocking)
        let chances = ChanceTable(table: table)
        let learning = ModelLearning(comparisons: comparisons, records: table.count)
        var model = options.model ?? LinkageModel(priorFor: comparisons, records: table.count)
        if options.model == nil { learning.setStrangers(&model, from: drawnPairs(chances)) }
        var compared = comparing(chances, model).compared(found.pairs)
        report.comparedPairs = compared.examined
        finished(.comparing)
        if options.model == nil { learning.learn(&model, from: compared) }
        let standing = setStandings(&compared, PairWeights(model))
        if options.model == nil {
            learning.learn(&model, from: compared)
            model.rules = rules
            model.facts = table.facts
            model.counts = ValueCounts(of: table)
        }
        let weights = PairWeights(model)
        let scored = score(compared, weights)
        finished(.learning)
        let groups = groups(scored, chances, weights)
        let pairs = linkedPairs(compared, weights, SameZone(model), groups)
        finished(.grouping)
        return LinkageResult(
            pairs: pairs, groups: groups, model: model, report: report,
            explainer: PairExplainer(table: table, model: model), standing: standing)
    }

    /// Pairs of records drawn evenly, always the same ones for a list of that length.
    private func drawnPairs(_ chances: ChanceTable) -> ComparedPairs {
        var pairs: [UInt64] = []
        if table.count < 2 { return ComparedPairs(width: comparisons.count) }
        var state: UInt64 = 0x5DEE_CE66
        for _ in 0..<min(150_000, table.count * (table.count - 1) / 2) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let a = Int((state >> 33) % UInt64(table.count))
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let b = Int((state >> 33) % UInt64(table.count))
            if a != b { pairs.append(UInt64(min(a, b)) << 36 | UInt64(max(a, b)) << 8) }
        }
        return comparing(chances, nil).compared(pairs)
    }

    private func comparing(_ chances: ChanceTable, _ model: LinkageModel?) -> PairScan {
        PairScan(table: table, comparisons: comparisons, chances: chances, model: model, workers: workers)
    }

    /// Fills the level of each pair's standing among its rivals, from the weights without it.
    private func setStandings(_ pairs: inout ComparedPairs, _ weights: PairWeights) -> Standing {
        let standing = Standing(score(pairs, weights), records: table.count)
        guard let place = comparisons.firstIndex(where: { $0.kind == .standing }) else { return standing }
        for pair in 0..<pairs.count {
            pairs.levels[pair * pairs.width + place] = standing.level(pairs.a(pair), pairs.b(pair))
        }
        return standing
    }

    private func score(_ pairs: ComparedPairs, _ weights: PairWeights) -> [(a: Int, b: Int, weight: Float)] {
        pairs.levels.withUnsafeBufferPointer { levels in
            (0..<pairs.count).map { pair in
                let weight = weights.weight(levels.baseAddress! + pair * pairs.width, chance: pairs.logs[pair])
                return (pairs.a(pair), pairs.b(pair), weight)
            }
        }
    }

    private func groups(
        _ scored: [(a: Int, b: Int, weight: Float)], _ chances: ChanceTable, _ weights: PairWeights
    ) -> [[Int]] {
        let comparer = PairComparer(table, comparisons, chances)
        let levels = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
        let logs = UnsafeMutablePointer<Float>.allocate(capacity: 64)
        defer {
            levels.deallocate()
            logs.deallocate()
        }
        let grouping = Grouping(
            weight: { a, b in
                let chance = comparer.compare(a, b, levels, logs)
                return weights.weight(levels, chance: chance)
            }, threshold: Float(logarithm(options.threshold / (1 - options.threshold))))
        return grouping.groups(scored)
    }

    private func linkedPairs(_ pairs: ComparedPairs, _ weights: PairWeights, _ zone: SameZone, _ groups: [[Int]])
        -> [LinkedPair]
    {
        var groupOf = Array(repeating: Int32(-1), count: table.count)
        for (number, group) in groups.enumerated() { for row in group { groupOf[row] = Int32(number) } }
        let least = Float(logarithm(options.threshold / (1 - options.threshold)))
        var own = Array(repeating: UInt8(0), count: 64)
        var linked: [LinkedPair] = []
        for pair in 0..<pairs.count {
            for place in 0..<pairs.width { own[place] = pairs.levels[pair * pairs.width + place] }
            let weight = weights.weight(own, chance: pairs.logs[pair])
            guard weight >= least else { continue }
            let (a, b) = (pairs.a(pair), pairs.b(pair))
            var isSame = groupOf[a] == groupOf[b] && groupOf[a] >= 0 && zone.isClear(own)
            if isSame {
                zone.withoutSupport(&own)
                isSame = weights.weight(own, chance: pairs.logs[pair]) >= SameZone.least
            }
            linked.append(LinkedPair(a: a, b: b, bits: Double(weight), isSame: isSame))
        }
        return linked
    }
}

extension LinkageSearch {
    static var emptyColumns: Problem {
        Problem(
            nil,
            Wording(
                en: "every column that could say who a record is stands empty, so nothing can be compared.",
                fr: "toutes les colonnes qui diraient de qui il s'agit sont vides, rien ne peut donc être comparé."),
            remedy: Wording(
                en: "Export the list again with its names, or name its columns in a map file with --map.",
                fr: "Exportez de nouveau la liste avec ses noms, ou nommez ses colonnes dans un fichier avec --map."))
    }

    static var noUsableColumn: Problem {
        Problem(
            nil,
            Wording(
                en: "no column says who a record is, so nothing can be compared.",
                fr: "aucune colonne ne dit de qui il s'agit, rien ne peut donc être comparé."),
            remedy: Wording(
                en: "Name at least one column, for example: family_name, phone or email.",
                fr: "Nommez au moins une colonne, par exemple : family_name, phone ou email."))
    }
}
