/// The list to be searched for duplicates: one row a record, cells as UTF-8 bytes, columns of known meaning.
///
/// About as large as the list's own text. A cell is kept to 1,000 bytes and a row to 65,535; what is beyond is not compared.
package struct RecordTable: Sendable {
    package let fields: [LinkageField]
    package private(set) var count = 0
    private(set) var bytes: [UInt8] = []
    /// Where each row's bytes begin.
    private(set) var starts: [Int] = []
    /// Where each cell ends, counted from its row's beginning; row after row.
    private(set) var ends: [UInt16] = []

    static let longestCell = 1000

    package init(fields: [LinkageField]) {
        self.fields = fields
    }

    /// Makes room for about `rows` further records of `bytes` bytes in all.
    package mutating func reserve(rows: Int, bytes size: Int) {
        bytes.reserveCapacity(bytes.count + size)
        starts.reserveCapacity(count + rows)
        ends.reserveCapacity((count + rows) * fields.count)
    }

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - row: UTF-8 text that holds the cells.
    ///   - cells: One range of `row` for each field, in the fields' order.
    package mutating func append(row: UnsafeBufferPointer<UInt8>, cells: UnsafeBufferPointer<Range<Int>>) {
        precondition(cells.count == fields.count, "a row has one cell for each field")
        let start = bytes.count
        starts.append(start)
        for cell in cells {
            let length = min(cell.count, Self.longestCell, Int(UInt16.max) - (bytes.count - start))
            let from = cell.lowerBound
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: row[from..<from + length]))
            ends.append(UInt16(bytes.count - start))
        }
        count += 1
    }

    /// Adds a record, one cell for each field in the fields' order. An empty cell is a missing value.
    package mutating func append(cells: [String]) {
        var text: [UInt8] = []
        var ranges: [Range<Int>] = []
        for cell in cells {
            let start = text.count
            text.append(contentsOf: cell.utf8)
            ranges.append(start..<text.count)
        }
        text.withUnsafeBufferPointer { row in
            ranges.withUnsafeBufferPointer { append(row: row, cells: $0) }
        }
    }

    /// Adds all records of a table of the same columns.
    package mutating func append(contentsOf other: RecordTable) {
        precondition(other.fields == fields, "both tables have the same columns")
        starts.append(contentsOf: other.starts.map { $0 + bytes.count })
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends)
        count += other.count
    }

    /// Adds a row of a table of the same columns.
    mutating func append(row: Int, of other: RecordTable) {
        starts.append(bytes.count)
        bytes.append(contentsOf: other.bytes[other.range(ofRow: row)])
        ends.append(contentsOf: other.ends[row * fields.count..<(row + 1) * fields.count])
        count += 1
    }

    /// Whether two rows are the same to the letter.
    func isSame(_ a: Int, _ b: Int) -> Bool {
        bytes[range(ofRow: a)] == bytes[range(ofRow: b)]
            && ends[a * fields.count..<(a + 1) * fields.count] == ends[b * fields.count..<(b + 1) * fields.count]
    }

    func hash(ofRow row: Int) -> UInt64 {
        bytes.withUnsafeBufferPointer { Hashing.hash(UnsafeBufferPointer(rebasing: $0[range(ofRow: row)])) }
    }

    private func range(ofRow row: Int) -> Range<Int> {
        starts[row]..<starts[row] + Int(ends[(row + 1) * fields.count - 1])
    }

    /// The cell's text as it was given.
    package func cell(row: Int, column: Int) -> String {
        String(decoding: bytes[range(row: row, column: column)], as: UTF8.self)
    }

    func range(row: Int, column: Int) -> Range<Int> {
        let place = row * fields.count + column
        let from = column == 0 ? 0 : Int(ends[place - 1])
        return starts[row] + from..<starts[row] + Int(ends[place])
    }
}
