/// A set of a table's rows, one bit a row.
struct RowSet: Sendable {
    private var words: [UInt64]

    /// The empty set of rows below `count`.
    init(below count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    mutating func formUnion(_ other: RowSet) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    mutating func subtract(_ other: RowSet) {
        for place in words.indices { words[place] &= ~other.words[place] }
    }
}
