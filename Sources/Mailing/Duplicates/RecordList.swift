import Correspondence
import Filing
import Linkage

/// Client records as the duplicate finder reads them, with their numbers.
struct RecordList {
    /// The columns that are compared. The reference belongs to the file that a record came from, not to the client.
    static let fields = ClientField.allCases.filter { $0 != .reference }
    static let columns = fields.map { LinkageField(name: $0.name) }

    /// Ascending, row by row.
    private(set) var numbers: [Client.Number] = []
    private(set) var table = RecordTable(fields: columns)
    /// Records by where they say they came from; empty: they do not say.
    private(set) var origins: [String: Int] = [:]

    init() {}

    /// All clients of a file.
    init(_ file: ClientFile) throws(Problem) {
        let clients = try file.clients()
        while let filed = try clients.next() { append(filed.client) }
    }

    mutating func append(_ client: Client) {
        numbers.append(client.number ?? 0)
        table.append(cells: Self.cells(of: client))
        origins[client.origin ?? "", default: 0] += 1
    }

    /// Some rows as a list of their own.
    func part(_ rows: Range<Int>) -> RecordList {
        var part = RecordList()
        for row in rows {
            part.numbers.append(numbers[row])
            part.table.append(cells: Self.fields.indices.map { table.cell(row: row, column: $0) })
        }
        return part
    }

    static func cells(of client: Client) -> [String] { fields.map { client.text(of: $0) } }

    /// The row of a client. Nil: not in the list.
    func row(of number: Client.Number) -> Int? {
        var range = numbers.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if numbers[middle] == number { return middle }
            range = numbers[middle] < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
