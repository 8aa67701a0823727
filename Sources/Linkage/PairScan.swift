/// Compares many pairs field by field, in parts that are put together in their order.
struct PairScan: Sendable {
    let table: PreparedTable
    let comparisons: [Comparison]
    let chances: ChanceTable
    /// Where there is one, pairs that are hopeless by it are not kept.
    let model: LinkageModel?
    let workers: Workers

    private static let partSize = 1 << 18
    /// A pair of which less than this many bits are missing to an even chance at the first look is compared.
    private static let slack: Float = 5
    /// Strangers surer than this teach nothing about the other classes.
    private static let hopeless: Float = -12

    /// - Parameter pairs: `a << 36 | b << 8`, as ``CandidateFinder`` gives them.
    func compared(_ pairs: [UInt64]) -> ComparedPairs {
        let parts = Locked(
            Array(
                repeating: ComparedPairs(width: comparisons.count), count: Workers.parts(of: pairs.count, Self.partSize)
            ))
        let look = model == nil ? nil : QuickLook(table, chances, workers)
        workers.perform(pairs.count, inPartsOf: Self.partSize) { part, range in
            let own = compared(pairs, range, look)
            parts.withLock { $0[part] = own }
        }
        var all = ComparedPairs(width: comparisons.count)
        for part in parts.value { all.append(contentsOf: part) }
        return all
    }

    private func compared(_ pairs: [UInt64], _ range: Range<Int>, _ look: QuickLook?) -> ComparedPairs {
        var kept = ComparedPairs(width: comparisons.count)
        let comparer = PairComparer(table, comparisons, chances)
        let weights = model.map { PairWeights($0) }
        let least = model.map { -$0.priors.same - Self.slack } ?? 0
        let width = comparisons.count
        var levels = Array(repeating: UInt8(0), count: 64)
        var logs = Array(repeating: Float(0), count: 64)
        for pair in range {
            let (a, b) = (Int(pairs[pair] >> 36), Int(pairs[pair] >> 8 & 0xFFF_FFFF))
            if let look, look.hope(a, b) < least { continue }
            kept.examined += 1
            let chance = comparer.compare(a, b, &levels, &logs)
            if let weights {
                let (same, household, strangers) = weights.logs(levels, chance: chance)
                if max(same, household) - strangers < Self.hopeless { continue }
            }
            kept.rows.append(UInt64(a) << 28 | UInt64(b))
            kept.levels.append(contentsOf: levels[0..<width])
            kept.logs.append(chance)
        }
        return kept
    }
}
