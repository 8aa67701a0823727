import Correspondence
import GRDB

/// One search under way: clients that were collected so far.
struct Search {
    private let db: Database
    private let limit: Int
    private let keys: RawStatement
    private let survivor: RawStatement
    private let record: RawStatement
    private let own: RawStatement
    private var cells = ClientCells()
    private var forms = SearchForms()
    private var known: Set<Client.Number> = []
    private(set) var found: [FoundClient] = []

    init(_ db: Database, limit: Int) throws {
        self.db = db
        self.limit = limit
        keys = try RawStatement(
            db, "SELECT client, more FROM search_key WHERE key >= ? AND key < ? ORDER BY key, client")
        survivor = try RawStatement(db, "SELECT coalesce(survivor, number) FROM client WHERE number = ?")
        record = try RawStatement(
            db, "SELECT \(FiledClient.columns("c")) FROM client c WHERE c.number = ? AND c.erased_on IS NULL")
        own = try RawStatement(db, "SELECT \(ClientColumns.list()) FROM client_own WHERE number = ?")
    }

    var isFull: Bool { found.count >= limit }

    /// Takes the clients that a kind of key leads to and whose record really begins so.
    mutating func collect(
        _ kind: SearchKind, beginning text: [UInt8], likeness: Double = 1, isWhole: Bool = false,
        where isWanted: (Client.Number) -> Bool = { _ in true }
    ) throws {
        guard !text.isEmpty else { return }
        try eachNumber(kind, beginning: text) { search, number in
            guard isWanted(number) else { return }
            var sink = BeginningSink(kind: kind, text: text, isWhole: isWhole)
            try search.take(number, likeness, &sink)
        }
    }

    /// Takes the clients whose given name begins with the first words and whose family name with the last, or the reverse.
    mutating func collectNamed(_ words: [ArraySlice<UInt8>]) throws {
        let splits = [
            (words.dropLast().flatMap { $0 }, Array(words[words.count - 1])),
            (words.dropFirst().flatMap { $0 }, Array(words[0])),
        ]
        for (given, family) in splits where !isFull {
            var named = NumberSet()
            try eachNumber(.givenName, beginning: given) { _, number in named.insert(number) }
            try collect(.familyName, beginning: family) { named.contains($0) }
        }
    }

    /// Hands over the numbers that the keys of a beginning lead to, unchecked, until the search is full.
    private mutating func eachNumber(
        _ kind: SearchKind, beginning text: [UInt8], _ body: (inout Search, Client.Number) throws -> Void
    ) throws {
        let range = SearchKey.range(kind, beginning: text)
        keys.bind(range.lowerBound, at: 1)
        keys.bind(range.upperBound, at: 2)
        defer { keys.reset() }
        while !isFull, try keys.step() {
            try Postings.each(from: keys.integer(0), keys.blob(1)) { number in
                if !isFull { try body(&self, number) }
            }
        }
    }

    private mutating func take(_ number: Client.Number, _ likeness: Double, _ sink: inout BeginningSink) throws {
        let current = try current(number)
        guard !known.contains(current), let matched = try filed(number) else { return }
        guard try fits(matched.client, &sink), let shown = current == number ? matched : try filed(current)
        else { return }
        known.insert(current)
        found.append(FoundClient(filed: shown, kind: sink.kind, likeness: likeness))
    }

    private func current(_ number: Client.Number) throws -> Client.Number {
        survivor.bind(number, at: 1)
        defer { survivor.reset() }
        return try survivor.step() ? survivor.integer(0) : number
    }

    private func filed(_ number: Client.Number) throws -> FiledClient? {
        record.bind(number, at: 1)
        defer { record.reset() }
        return try record.step() ? FiledClient(record, from: 0) : nil
    }

    private mutating func fits(_ client: Client, _ sink: inout BeginningSink) throws -> Bool {
        switch sink.kind {
        case .plate:
            for (_, vehicle) in try ClientFile.numbered(Vehicle.self, of: client.number ?? 0, in: db) {
                forms.visit(vehicle, &sink)
            }
        case .companion:
            for (_, companion) in try ClientFile.numbered(Companion.self, of: client.number ?? 0, in: db) {
                forms.visit(companion, &sink)
            }
        default:
            cells.fill(from: client)
            forms.visit(cells, &sink)
            if !sink.isFound { try visitOwn(client.number ?? 0, &sink) }
        }
        return sink.isFound
    }

    /// A merged record's own values, where the survivor shows others.
    private mutating func visitOwn(_ number: Client.Number, _ sink: inout BeginningSink) throws {
        own.bind(number, at: 1)
        defer { own.reset() }
        guard try own.step() else { return }
        cells.fill(from: Client(own, number: number, from: 0))
        forms.visit(cells, &sink)
    }

    /// Adds the last stay and a plate, by which the desk knows a guest again.
    func withMemoryAids(_ found: some Collection<FoundClient>) throws -> [FoundClient] {
        let stay = try RawStatement(
            db,
            "SELECT max(arrival) FROM stay WHERE client IN (\(ClientFile.family)) "
                + "AND state IN ('booked', 'arrived', 'left')")
        let plate = try RawStatement(
            db,
            "SELECT plate FROM vehicle WHERE client IN (\(ClientFile.family)) AND plate IS NOT NULL "
                + "ORDER BY number DESC LIMIT 1")
        return try found.map { found in
            var found = found
            for statement in [stay, plate] { statement.bind(found.filed.client.number, at: 1) }
            if try stay.step() { found.lastStay = stay.date(0) }
            if try plate.step() { found.plate = plate.text(0) }
            for statement in [stay, plate] { statement.reset() }
            return found
        }
    }
}
