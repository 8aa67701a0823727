package import Correspondence
import GRDB

extension ClientFile {
    /// Returns the clients whose family name, given name, company, e-mail, phone, town, plate or companion begins so.
    ///
    /// Accents, case, hyphens and particles do not matter; a phone may be typed in any form. A merged record is found by its
    /// old values too, and shown as its survivor.
    ///
    /// ```swift
    /// try file.find("DUP")           // Dupont, Dupré, du Pré…
    /// try file.find("02 99 12")      // a phone or mobile
    /// ```
    ///
    /// - Returns: At most `limit` clients, each once: by kind in the order above, within a kind by alphabet.
    /// - Complexity: A look-up of some 20 µs for each kind and 10 µs a client, however large the file.
    package func find(_ typed: String, limit: Int = 50) throws(Problem) -> [FoundClient] {
        let query = SearchQuery(typed)
        return try read { db in
            var search = try Search(db, limit: limit)
            for (kind, text) in query.beginnings where !search.isFull {
                try search.collect(kind, beginning: text)
            }
            if query.words.count > 1 { try search.collectNamed(query.words) }
            return try search.withMemoryAids()
        }
    }
}

/// One search under way: clients that were collected so far.
struct Search {
    private let db: Database
    private let limit: Int
    private let scan: RawStatement
    private let bare: RawStatement
    private let record: RawStatement
    private var cells = ClientCells()
    private var forms = SearchForms()
    private var known: Set<Client.Number> = []
    private(set) var found: [FoundClient] = []

    init(_ db: Database, limit: Int) throws {
        self.db = db
        self.limit = limit
        scan = try RawStatement(
            db,
            """
            SELECT k.client, coalesce(c.survivor, c.number) FROM search_key k JOIN client c ON c.number = k.client
            WHERE k.key >= ? AND k.key < ? ORDER BY k.key, k.client
            """)
        bare = try RawStatement(db, "SELECT client FROM search_key WHERE key >= ? AND key < ?")
        record = try RawStatement(
            db, "SELECT \(FiledClient.columns("c")) FROM client c WHERE c.number = ? AND c.erased_on IS NULL")
    }

    var isFull: Bool { found.count >= limit }

    /// Takes the clients that a kind of key leads to and whose record really begins so.
    mutating func collect(
        _ kind: SearchKind, beginning text: [UInt8], likeness: Double = 1,
        where isWanted: (Client.Number) -> Bool = { _ in true }
    ) throws {
        guard !text.isEmpty else { return }
        let range = SearchKey.range(kind, beginning: text)
        scan.bind(range.lowerBound, at: 1)
        scan.bind(range.upperBound, at: 2)
        defer { scan.reset() }
        while !isFull, try scan.step() {
            let (number, survivor) = (scan.integer(0), scan.integer(1))
            guard isWanted(number), !known.contains(survivor), let matched = try filed(number) else { continue }
            guard try begins(matched.client, kind, text), let shown = survivor == number ? matched : try filed(survivor)
            else { continue }
            known.insert(survivor)
            found.append(FoundClient(filed: shown, kind: kind, likeness: likeness))
        }
    }

    /// Takes the clients whose given name begins with the first words and whose family name with the last, or the reverse.
    mutating func collectNamed(_ words: [ArraySlice<UInt8>]) throws {
        let splits = [
            (words.dropLast().flatMap { $0 }, Array(words[words.count - 1])),
            (words.dropFirst().flatMap { $0 }, Array(words[0])),
        ]
        for (given, family) in splits where !isFull {
            let named = try numbers(.givenName, beginning: given)
            try collect(.familyName, beginning: family) { named.contains($0) }
        }
    }

    /// The clients that the keys of a beginning lead to, unchecked.
    private func numbers(_ kind: SearchKind, beginning text: [UInt8]) throws -> NumberSet {
        let range = SearchKey.range(kind, beginning: text)
        bare.bind(range.lowerBound, at: 1)
        bare.bind(range.upperBound, at: 2)
        defer { bare.reset() }
        var numbers = NumberSet()
        while try bare.step() { numbers.insert(bare.integer(0)) }
        return numbers
    }

    private func filed(_ number: Client.Number) throws -> FiledClient? {
        record.bind(number, at: 1)
        defer { record.reset() }
        return try record.step() ? FiledClient(record, from: 0) : nil
    }

    private mutating func begins(_ client: Client, _ kind: SearchKind, _ text: [UInt8]) throws -> Bool {
        var isSo = false
        let compare = { (formKind: SearchKind, form: ArraySlice<UInt8>) in
            if formKind == kind, form.starts(with: text) { isSo = true }
        }
        switch kind {
        case .plate:
            for (_, vehicle) in try ClientFile.numbered(Vehicle.self, of: client.number ?? 0, in: db) {
                forms.each(of: vehicle, compare)
            }
        case .companion:
            for (_, companion) in try ClientFile.numbered(Companion.self, of: client.number ?? 0, in: db) {
                forms.each(of: companion, compare)
            }
        default:
            cells.fill(from: client)
            forms.each(of: cells, compare)
        }
        return isSo
    }

    /// Adds the last stay and a plate, by which the desk knows a guest again.
    func withMemoryAids() throws -> [FoundClient] {
        let family = "SELECT ?1 UNION ALL SELECT number FROM client WHERE survivor = ?1"
        let stay = try RawStatement(
            db, "SELECT max(arrival) FROM stay WHERE client IN (\(family)) AND state IN ('booked', 'arrived', 'left')")
        let plate = try RawStatement(
            db,
            "SELECT plate FROM vehicle WHERE client IN (\(family)) AND plate IS NOT NULL ORDER BY number DESC LIMIT 1")
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
