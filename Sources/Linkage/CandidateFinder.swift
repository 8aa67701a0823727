/// Finds the pairs worth comparing: records that share a blocking key.
struct CandidateFinder {
    let table: PreparedTable
    let workers: Workers
    /// A hash of all slots of each record.
    private let whole: Store<UInt32>

    init(table: PreparedTable, workers: Workers) {
        self.table = table
        self.workers = workers
        whole = Store(uninitialized: table.count)
        for row in 0..<table.count {
            var hash: UInt64 = 0
            for slot in 0..<table.stride { hash = (hash ^ UInt64(table.slot(row, slot))) &* 0x9E37_79B9_7F4A_7C15 }
            whole[row] = UInt32(truncatingIfNeeded: hash >> 32)
        }
    }

    /// Lists up to this length are compared pair by pair, all with all.
    static let small = 1200
    /// No block larger than this is compared all with all.
    static let largestBlock = 120
    static let rowBits = 28

    struct Found {
        /// `a << 36 | b << 8 | rule`, ascending, each pair once with the first rule that found it.
        var pairs: [UInt64]
        var rules: [LinkageReport.Rule]
        /// Records that have keys, each of which too many others share.
        var crowded = 0
    }

    func found(by rules: [BlockingRule]) -> Found {
        if table.count <= Self.small { return allPairs() }
        let parts = Locked(rules.map { _ in Emitted() })
        workers.perform(rules.count) { place in
            let emitted = emit(rules[place], UInt64(place))
            parts.withLock { $0[place] = emitted }
        }
        var emitted = parts.value
        parts.withLock { $0 = [] }
        var all: [UInt64] = []
        all.reserveCapacity(emitted.reduce(0) { $0 + $1.pairs.count })
        var skipped: [Int] = []
        for place in emitted.indices {
            all.append(contentsOf: emitted[place].pairs)
            skipped.append(emitted[place].skipped)
            emitted[place].pairs = []
        }
        var found = Self.merged(&all, rules, skipped)
        found.crowded = crowded(emitted)
        return found
    }

    private func allPairs() -> Found {
        var pairs: [UInt64] = []
        for a in 0..<table.count {
            for b in a + 1..<max(table.count, a + 1) { pairs.append(UInt64(a) << 36 | UInt64(b) << 8) }
        }
        return Found(pairs: pairs, rules: [.init(name: "all with all", pairs: pairs.count, skippedRecords: 0)])
    }

    private static func merged(_ all: inout [UInt64], _ rules: [BlockingRule], _ skipped: [Int]) -> Found {
        RadixSort.sort(&all, bits: 0..<64)
        var counts = rules.map { _ in 0 }
        var kept = 0
        var last = UInt64.max
        for value in all where value >> 8 != last {
            last = value >> 8
            all[kept] = value
            counts[Int(value & 255)] += 1
            kept += 1
        }
        all.removeLast(all.count - kept)
        let report = rules.indices.map {
            LinkageReport.Rule(name: rules[$0].name, pairs: counts[$0], skippedRecords: skipped[$0])
        }
        return Found(pairs: all, rules: report)
    }

    private struct Emitted: Sendable {
        var pairs: [UInt64] = []
        var skipped = 0
        /// The rows that the rule met in a block that it looked through, and in one that was too large for that.
        var seen = RowSet(below: 0)
        var crowded = RowSet(below: 0)
    }

    private func crowded(_ emitted: [Emitted]) -> Int {
        var crowded = RowSet(below: table.count)
        for part in emitted { crowded.formUnion(part.crowded) }
        for part in emitted { crowded.subtract(part.seen) }
        return crowded.count
    }

    private func emit(_ rule: BlockingRule, _ number: UInt64) -> Emitted {
        let keyed = sortedKeys(rule)
        let cap = blockLimit(keyed, budget: rule.isVague ? table.count * 2 / 5 + 250_000 : table.count + 300_000)
        var emitted = Emitted()
        emitted.seen = RowSet(below: table.count)
        emitted.crowded = emitted.seen
        forEachBlock(keyed) { block in
            if block.count <= cap {
                for i in block {
                    emitted.seen.insert(Int(keyed[i] & 0xFFFF_FFFF))
                    for j in i + 1..<max(block.upperBound, i + 1) {
                        Self.append(keyed[i], keyed[j], number, &emitted.pairs)
                    }
                }
            } else {
                emitted.skipped += block.count
                for entry in keyed[block] { emitted.crowded.insert(Int(entry & 0xFFFF_FFFF)) }
                neighbours(keyed[block], number, &emitted.pairs)
            }
        }
        return emitted
    }

    /// Key hash in the upper, row in the lower half; sorted by key, then row.
    private func sortedKeys(_ rule: BlockingRule) -> [UInt64] {
        let maker = BlockingKeys(table: table)
        var keyed: [UInt64] = []
        keyed.reserveCapacity(table.count)
        var keys: [UInt64] = []
        let seed = rule.seed
        for row in 0..<table.count {
            keys.removeAll(keepingCapacity: true)
            maker.append(row, rule, seed: seed, to: &keys)
            for key in keys { keyed.append(key & (UInt64(UInt32.max) << 32) | UInt64(row)) }
        }
        RadixSort.sort(&keyed, bits: 32..<64)
        return keyed
    }

    private func forEachBlock(_ keyed: [UInt64], _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end] >> 32 == keyed[start] >> 32 { end += 1 }
            body(start..<end)
            start = end
        }
    }

    /// The largest block size at which all blocks up to it stay within what a rule may cost.
    private func blockLimit(_ keyed: [UInt64], budget: Int) -> Int {
        var sizes = Array(repeating: 0, count: Self.largestBlock + 1)
        forEachBlock(keyed) { if $0.count <= Self.largestBlock { sizes[$0.count] += 1 } }
        var cost = 0
        for size in 2...Self.largestBlock {
            cost += sizes[size] * size * (size - 1) / 2
            if cost > budget { return size - 1 }
        }
        return Self.largestBlock
    }

    /// In a block too large, each record meets the few that resemble it most as a whole: records that are the same in every
    /// slot stand side by side.
    private func neighbours(_ block: ArraySlice<UInt64>, _ number: UInt64, _ pairs: inout [UInt64]) {
        var order = block.map { entry -> UInt64 in
            let row = entry & 0xFFFF_FFFF
            return UInt64(whole[Int(row)]) << 32 | row
        }
        RadixSort.sort(&order, bits: 32..<64)
        for place in 1..<max(order.count, 1) where order[place] >> 32 == order[place - 1] >> 32 {
            Self.append(order[place - 1], order[place], number, &pairs)
        }
    }

    @inline(__always)
    private static func append(_ x: UInt64, _ y: UInt64, _ rule: UInt64, _ pairs: inout [UInt64]) {
        let (a, b) = (min(x & 0xFFFF_FFFF, y & 0xFFFF_FFFF), max(x & 0xFFFF_FFFF, y & 0xFFFF_FFFF))
        if a != b { pairs.append(a << 36 | b << 8 | rule) }
    }
}
