/// Rows that are the same to the letter in every compared column.
///
/// Of each such row the first few take part in the search; the further ones share what is found for the first. So a list of
/// a million times the same row costs no more than one of twenty, and a value is not taken for common because one record stands
/// in the list over and over.
struct Copies: Sendable {
    /// So many copies of a row take part. Ordinary lists have fewer, and are searched as they are.
    static let most = 20

    /// A copy that takes no part, with the first two that do.
    struct Further: Sendable {
        var row: Int
        var first: Int
        var second: Int
    }

    /// The table's rows that take part, ascending; empty where all do.
    let kept: [Int]
    /// The rows that take no part, ascending.
    let further: [Further]

    /// - Complexity: O(*n*) for a table of *n* bytes.
    init(in table: RecordTable) {
        var order = (0..<table.count).map { row in
            table.hash(ofRow: row) & (UInt64(UInt32.max) << 32) | UInt64(row)
        }
        RadixSort.sort(&order, bits: 32..<64)
        var further: [Further] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, order[end] >> 32 == order[start] >> 32 { end += 1 }
            if end - start > Self.most {
                further += Self.further(order[start..<end].map { Int($0 & 0xFFFF_FFFF) }, in: table)
            }
            start = end
        }
        self.further = further.sorted { $0.row < $1.row }
        let left = Set(further.map(\.row))
        kept = left.isEmpty ? [] : (0..<table.count).filter { !left.contains($0) }
    }

    /// Among rows of one hash, ascending, those that have ``most`` equal rows before them.
    private static func further(_ rows: [Int], in table: RecordTable) -> [Further] {
        var seen: [[Int]] = []
        var further: [Further] = []
        for row in rows {
            guard let place = seen.firstIndex(where: { table.isSame($0[0], row) }) else {
                seen.append([row])
                continue
            }
            if seen[place].count < most {
                seen[place].append(row)
            } else {
                further.append(Further(row: row, first: seen[place][0], second: seen[place][1]))
            }
        }
        return further
    }

    /// The table of the rows that take part.
    func table(of whole: RecordTable) -> RecordTable {
        var table = RecordTable(fields: whole.fields)
        for row in kept { table.append(row: row, of: whole) }
        return table
    }

    /// The two rows of the searched table that stand for two rows of the whole one: for two copies the first two.
    func standIns(_ a: Int, _ b: Int) -> (Int, Int) {
        if kept.isEmpty { return (a, b) }
        let (x, y) = (copy(a), copy(b))
        let (one, two) = (x?.first ?? a, y?.first ?? b)
        if one == two, let copy = x ?? y { return (place(copy.first), place(copy.second)) }
        return (place(one), place(two))
    }

    private func copy(_ row: Int) -> Further? {
        let place = Self.place(in: further.count) { further[$0].row < row }
        return place < further.count && further[place].row == row ? further[place] : nil
    }

    private func place(_ row: Int) -> Int { Self.place(in: kept.count) { kept[$0] < row } }

    /// The first place below `count` of which `isBefore` is not true.
    private static func place(in count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension LinkageResult {
    /// The same result for the whole table: rows are numbered as there, and a further copy stands where the first one does.
    func including(_ copies: Copies) -> LinkageResult {
        var whole = self
        whole.copies = copies
        whole.pairs = pairs.map { pair in
            var pair = pair
            (pair.a, pair.b) = (copies.kept[pair.a], copies.kept[pair.b])
            return pair
        }
        whole.groups = groups.map { group in group.map { copies.kept[$0] } }
        whole.add(copies.further)
        whole.report.records += copies.further.count
        return whole
    }

    /// A further copy joins the group where the first two are, and makes with the first a pair like the second's.
    private mutating func add(_ further: [Copies.Further]) {
        let firsts = Set(further.map(\.first))
        let likes = Dictionary(
            pairs.filter { firsts.contains($0.a) }.map { ([$0.a, $0.b], $0) }, uniquingKeysWith: { one, _ in one })
        var groupOf: [Int: Int] = [:]
        for (number, group) in groups.enumerated() { for row in group { groupOf[row] = number } }
        for copy in further {
            guard var pair = likes[[copy.first, copy.second]] else { continue }
            pair.b = copy.row
            pairs.append(pair)
            guard let group = groupOf[copy.first], group == groupOf[copy.second] else { continue }
            groups[group].append(copy.row)
        }
        for number in groups.indices { groups[number].sort() }
        pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    }
}
