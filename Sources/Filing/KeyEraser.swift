import Correspondence
import GRDB

/// Takes a client's search keys out again, and names that nobody bears any more: a key tells the beginning of a name.
struct KeyEraser {
    private let find: RawStatement
    private let delete: RawStatement
    private let anyLeft: RawStatement
    private let deleteName: RawStatement
    private var insertion: PostingInsertion
    private var forms = SearchForms()

    init(_ db: Database) throws {
        find = try RawStatement(db, "SELECT client, more FROM search_key WHERE key = ? AND client <= ? ORDER BY client")
        delete = try RawStatement(db, "DELETE FROM search_key WHERE key = ? AND client = ?")
        anyLeft = try RawStatement(db, "SELECT 1 FROM search_key WHERE key >= ? AND key < ? LIMIT 1")
        deleteName = try RawStatement(db, "DELETE FROM name_form WHERE length = ? AND name = ?")
        insertion = try PostingInsertion(db, table: "search_key")
    }

    mutating func remove(_ cells: ClientCells, client: Client.Number) throws {
        var sink = KeySink()
        forms.visit(cells, &sink)
        for key in sink.keys { try remove(key, client: client) }
        try removeNames(sink)
    }

    mutating func remove(_ line: some TabLine, client: Client.Number) throws {
        var sink = KeySink()
        if let companion = line as? Companion { forms.visit(companion, &sink) }
        if let vehicle = line as? Vehicle { forms.visit(vehicle, &sink) }
        for key in sink.keys { try remove(key, client: client) }
    }

    private mutating func remove(_ key: Int64, client: Client.Number) throws {
        for numbers in try rows(key, upTo: client) where numbers.contains(client) {
            delete.bind(key, at: 1)
            delete.bind(numbers[0], at: 2)
            try delete.run()
            for number in numbers where number != client { try insertion.put(key, client: UInt32(number)) }
            try insertion.flush()
        }
    }

    private func rows(_ key: Int64, upTo client: Client.Number) throws -> [[Client.Number]] {
        find.bind(key, at: 1)
        find.bind(client, at: 2)
        defer { find.reset() }
        var rows: [[Client.Number]] = []
        while try find.step() {
            var numbers: [Client.Number] = []
            Postings.each(from: find.integer(0), find.blob(1)) { numbers.append($0) }
            rows.append(numbers)
        }
        return rows
    }

    private func removeNames(_ sink: KeySink) throws {
        var start = 0
        for end in sink.ends {
            let name = Array(sink.names[start..<end])
            start = end
            if try SearchKind.names.contains(where: { try isLeft($0, name) }) { continue }
            try name.withUnsafeBufferPointer { bytes in
                deleteName.bind(Int64(bytes.count), at: 1)
                deleteName.bind(bytes: bytes, at: 2)
                try deleteName.run()
            }
        }
    }

    private func isLeft(_ kind: SearchKind, _ name: [UInt8]) throws -> Bool {
        let range = SearchKey.range(kind, beginning: name)
        anyLeft.bind(range.lowerBound, at: 1)
        anyLeft.bind(range.upperBound, at: 2)
        defer { anyLeft.reset() }
        return try anyLeft.step()
    }
}

extension SearchKind {
    /// The kinds whose forms likeness is measured on.
    static let names: [SearchKind] = [.familyName, .givenName, .company]
}
