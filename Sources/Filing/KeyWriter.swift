import Correspondence
import GRDB

/// Writes the search keys and the names of many clients.
struct KeyWriter {
    private var forms = SearchForms()
    private var sink = KeySink()
    private var runs: KeyRuns
    private let insertName: RawStatement
    /// Checksums of names written lately: most names come again, and need not be written again.
    private var recent: [Int64]

    /// - Parameter many: Whether thousands of clients are to come.
    init(_ db: Database, many: Bool = false) throws {
        recent = Array(repeating: 0, count: many ? 1 << 16 : 16)
        runs = try KeyRuns(db, table: "search_key")
        insertName = try RawStatement(db, "INSERT OR IGNORE INTO name_form (length, name) VALUES (?, ?)")
    }

    mutating func put(_ cells: ClientCells, client: Client.Number) throws {
        sink.removeAll()
        forms.visit(cells, &sink)
        for key in sink.keys { try runs.put(key, client: client) }
        try writeNames()
    }

    mutating func put(_ companion: Companion, client: Client.Number) throws {
        sink.removeAll()
        forms.visit(companion, &sink)
        for key in sink.keys { try runs.put(key, client: client) }
    }

    mutating func put(_ vehicle: Vehicle, client: Client.Number) throws {
        sink.removeAll()
        forms.visit(vehicle, &sink)
        for key in sink.keys { try runs.put(key, client: client) }
    }

    /// Writes what waits; to be called at the end.
    mutating func finish() throws {
        try runs.write()
    }

    private mutating func writeNames() throws {
        try sink.names.withUnsafeBufferPointer { names in
            var start = 0
            for end in sink.ends {
                let name = UnsafeBufferPointer(rebasing: names[start..<end])
                start = end
                var hash = Checksum()
                for byte in name { hash.add(byte) }
                let slot = Int(truncatingIfNeeded: hash.value) & (recent.count - 1)
                if recent[slot] == hash.value { continue }
                recent[slot] = hash.value
                insertName.bind(Int64(name.count), at: 1)
                insertName.bind(bytes: name, at: 2)
                try insertName.run()
            }
        }
    }
}
