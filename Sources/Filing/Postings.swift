import Correspondence
import GRDB

/// Several client numbers in a few bytes: each is the distance from the one before, seven bits a byte, least first.
enum Postings {
    static func append(_ distance: UInt32, to bytes: inout [UInt8]) {
        var rest = distance
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Hands over `first` and the numbers after it.
    static func each(
        from first: Client.Number, _ more: UnsafeBufferPointer<UInt8>?, _ body: (Client.Number) throws -> Void
    ) rethrows {
        try body(first)
        var number = first
        var distance: Int64 = 0
        var shift: Int64 = 0
        for byte in more ?? UnsafeBufferPointer(start: nil, count: 0) {
            distance |= Int64(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 {
                number += distance
                try body(number)
                (distance, shift) = (0, 0)
            }
        }
    }
}

/// Writes keys that come in their order, those of one key together, and sixteen rows at a time: half of an insertion's cost
/// is the statement's own.
struct PostingInsertion {
    private struct Row {
        var key: Int64
        /// Ascending; the first stands in `client`, the others in `more`.
        var clients: ArraySlice<UInt32>
    }

    private static let rowsAtOnce = 16

    private let single: RawStatement
    private let several: RawStatement
    private let changes: RawStatement
    private var key: Int64 = 0
    private var clients: [UInt32] = []
    private var rows: [Row] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(_ db: Database, table: String) throws {
        let insert = "INSERT OR IGNORE INTO \(table) (key, client, more) VALUES "
        single = try RawStatement(db, insert + "(?, ?, ?)")
        several = try RawStatement(
            db, insert + Array(repeating: "(?, ?, ?)", count: Self.rowsAtOnce).joined(separator: ", "))
        changes = try RawStatement(db, "SELECT changes()")
    }

    mutating func put(_ key: Int64, client: UInt32) throws {
        if key == self.key, let last = clients.last {
            if last == client { return }
            if clients.count < 256 {
                clients.append(client)
                return
            }
        }
        try closeRow()
        self.key = key
        clients.append(client)
    }

    /// Writes what waits; to be called at the end.
    mutating func flush() throws {
        try closeRow()
        for row in rows { try insertAlone(row) }
        rows.removeAll(keepingCapacity: true)
    }

    private mutating func closeRow() throws {
        guard !clients.isEmpty else { return }
        // A record that changed twice comes twice, and later than its neighbours.
        if !zip(clients, clients.dropFirst()).allSatisfy({ $0 < $1 }) { clients = Set(clients).sorted() }
        rows.append(Row(key: key, clients: clients[...]))
        clients = []
        guard rows.count == Self.rowsAtOnce else { return }
        if try insert(rows, with: several) < rows.count {
            for row in rows { try insertAlone(row) }
        }
        rows.removeAll(keepingCapacity: true)
    }

    /// A row that begins with the same client is left as it is, and the others get a row of their own.
    private mutating func insertAlone(_ row: Row) throws {
        var row = row
        while !row.clients.isEmpty {
            if try insert([row], with: single) == 1 { return }
            row.clients.removeFirst()
        }
    }

    /// - Returns: How many rows were new.
    private mutating func insert(_ rows: [Row], with statement: RawStatement) throws -> Int {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for row in rows {
            for (last, client) in zip(row.clients, row.clients.dropFirst()) {
                Postings.append(client - last, to: &bytes)
            }
            ends.append(bytes.count)
        }
        try bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for (index, row) in rows.enumerated() {
                statement.bind(row.key, at: index * 3 + 1)
                statement.bind(Int64(row.clients[row.clients.startIndex]), at: index * 3 + 2)
                if start == ends[index] {
                    statement.bind(nil as Int64?, at: index * 3 + 3)
                } else {
                    statement.bind(
                        blob: UnsafeBufferPointer(rebasing: bytes[start..<ends[index]]), at: index * 3 + 3)
                }
                start = ends[index]
            }
            try statement.run()
        }
        defer { changes.reset() }
        return try changes.step() ? Int(changes.integer(0)) : 0
    }
}
