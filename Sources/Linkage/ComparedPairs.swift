/// Pairs with their levels of agreement, and how likely strangers are to agree so.
struct ComparedPairs: Sendable {
    /// Levels of one pair.
    let width: Int
    var rows: [UInt64] = []
    var levels: [UInt8] = []
    var logs: [Float] = []

    /// How many pairs were compared for these to be kept.
    var examined = 0

    var count: Int { rows.count }

    init(width: Int) { self.width = width }

    func a(_ pair: Int) -> Int { Int(rows[pair] >> 28) }
    func b(_ pair: Int) -> Int { Int(rows[pair] & 0xFFF_FFFF) }

    mutating func append(contentsOf other: ComparedPairs) {
        rows.append(contentsOf: other.rows)
        levels.append(contentsOf: other.levels)
        logs.append(contentsOf: other.logs)
        examined += other.examined
    }
}
