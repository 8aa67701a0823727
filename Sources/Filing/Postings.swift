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

/// Writes keys that come in their order, those of one key together.
struct PostingInsertion {
    private let insertion: RawStatement
    private let changes: RawStatement
    private var key: Int64 = 0
    private var clients: [UInt32] = []
    private var bytes: [UInt8] = []

    init(_ db: Database, table: String) throws {
        insertion = try RawStatement(db, "INSERT OR IGNORE INTO \(table) (key, client, more) VALUES (?, ?, ?)")
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
        try flush()
        self.key = key
        clients.append(client)
    }

    mutating func flush() throws {
        // A record that changed twice comes twice, and later than its neighbours.
        if !zip(clients, clients.dropFirst()).allSatisfy({ $0 < $1 }) { clients = Set(clients).sorted() }
        var rest = clients[...]
        clients.removeAll(keepingCapacity: true)
        // A row that begins with the same client is left as it is, and the others get a row of their own.
        while let first = rest.popFirst() {
            if try insert(first, more: rest) { return }
        }
    }

    private mutating func insert(_ first: UInt32, more: ArraySlice<UInt32>) throws -> Bool {
        insertion.bind(key, at: 1)
        insertion.bind(Int64(first), at: 2)
        bytes.removeAll(keepingCapacity: true)
        var last = first
        for client in more {
            Postings.append(client - last, to: &bytes)
            last = client
        }
        guard !more.isEmpty else {
            insertion.bind(nil as Int64?, at: 3)
            try insertion.run()
            return true
        }
        try bytes.withUnsafeBufferPointer { bytes in
            insertion.bind(blob: bytes, at: 3)
            try insertion.run()
        }
        defer { changes.reset() }
        return try changes.step() && changes.integer(0) == 1
    }
}
