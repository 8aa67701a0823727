package import Correspondence
import GRDB

/// Whole records for an export, one by one from one consistent state of the file, with constant memory.
///
/// Every tab is read in the order of the client numbers beside the clients themselves, as sorted lists are merged, so that
/// no client costs a query of its own. Families of merged records are rare, and each is asked for.
package final class RecordStream {
    // Freed in this order: the statements before their connection.
    private let clients: RawStatement
    private let lists: RecordLists
    private let extras: RecordExtras
    private let snapshot: DatabaseSnapshot
    private let path: String
    private var isDone = false

    init(_ file: ClientFile) throws(Problem) {
        path = file.path
        do {
            snapshot = try file.pool.makeSnapshot()
            (clients, lists, extras) = try snapshot.read { db in
                let clients = try RawStatement(
                    db,
                    """
                    SELECT c.family, c.erased_on, c.confirmed_on, \(FiledClient.columns("c")) FROM client c
                    WHERE c.survivor IS NULL OR c.erased_on IS NOT NULL ORDER BY c.number
                    """)
                return (clients, try RecordLists(db), try RecordExtras(db))
            }
        } catch {
            throw file.problem(error)
        }
    }

    /// Returns the next record: a client with what was merged into it, or what is left of an erased one. Nil after the last.
    ///
    /// Bank accounts are left out.
    package func next() throws(Problem) -> ClientRecord? {
        guard !isDone else { return nil }
        do {
            if try clients.step() { return try record() }
        } catch {
            throw ClientFile.problem(error, in: path)
        }
        isDone = true
        clients.reset()
        return nil
    }

    private func record() throws -> ClientRecord {
        let filed = FiledClient(clients, from: 3)
        let number = filed.client.number ?? 0
        if let day = clients.date(1) {
            var record = ClientRecord(client: Client(number: number))
            record.erasedOn = day
            try lists.fill(&record, of: number, isFamily: false)
            try extras.fillInvoices(&record, of: number, isFamily: false)
            return record
        }
        let isFamily = clients.integer(0) == 1
        var record = ClientRecord(client: filed.client)
        record.confirmedOn = clients.date(2)
        record.mailReturnedOn = filed.mailReturnedOn
        try lists.fill(&record, of: number, isFamily: isFamily)
        try extras.fillInvoices(&record, of: number, isFamily: isFamily)
        if isFamily { record.merged = try extras.merged(into: number) }
        if filed.hasObjected { record.objectedOn = try extras.objectionDay(of: filed.client) }
        return record
    }
}

extension ClientFile {
    /// All records in the order of their numbers, what is left of erased ones too.
    package func records() throws(Problem) -> RecordStream { try RecordStream(self) }
}

/// The lists of a record, each read beside the clients.
private final class RecordLists {
    private let companions: SortedList<Companion>
    private let vehicles: SortedList<Vehicle>
    private let papers: SortedList<IdentityPaper>
    private let animals: SortedList<Animal>
    private let requests: SortedList<Request>
    private let stays: SortedList<Stay>
    private let letters: SortedList<ClientRecord.SentLetter>
    private let returns: SortedList<ClientRecord.ReturnedMail>

    init(_ db: Database) throws {
        companions = try SortedList(tabIn: db)
        vehicles = try SortedList(tabIn: db)
        papers = try SortedList(tabIn: db)
        animals = try SortedList(tabIn: db)
        requests = try SortedList(db, "kind, document, received_on, answered_on FROM request") { row in
            Request(
                client: row.integer(0), kind: row.text(1).flatMap(Request.Kind.init) ?? .documentation,
                document: row.text(2), receivedOn: row.date(3), answeredOn: row.date(4))
        }
        let columns = "arrival, departure, pitch, adults, children, state, amount FROM stay"
        stays = try SortedList(db, columns, order: ["arrival"]) { row in
            Stay(
                client: row.integer(0), arrival: row.date(1) ?? CivilDate(dayNumber: 0),
                departure: row.date(2) ?? CivilDate(dayNumber: 0), pitch: row.text(3), adults: Int(row.integer(4)),
                children: Int(row.integer(5)), state: row.text(6).flatMap(Stay.State.init) ?? .booked,
                amount: row.integerIfAny(7).map(Money.init))
        }
        letters = try Self.letters(db)
        returns = try SortedList(db, "reason, noted_on, settled_on FROM returned_mail") { row in
            ClientRecord.ReturnedMail(
                reason: row.text(1) ?? "", notedOn: row.date(2) ?? CivilDate(dayNumber: 0), settledOn: row.date(3))
        }
    }

    private static func letters(_ db: Database) throws -> SortedList<ClientRecord.SentLetter> {
        let runs = try Row.fetchAll(db, sql: "SELECT number, folder FROM run")
        let names: [Int64: String] = Dictionary(
            uniqueKeysWithValues: runs.map { ($0[0], RunRecord.name(ofFolder: $0[1])) })
        let columns = "document, language, sent_on, piece_code, run, text FROM letter"
        return try SortedList(db, columns, condition: "sent_on IS NOT NULL") { row in
            ClientRecord.SentLetter(
                document: row.text(1) ?? "", language: Language(rawValue: row.text(2) ?? ""),
                sentOn: row.date(3) ?? CivilDate(dayNumber: 0), pieceCode: row.text(4),
                run: row.integerIfAny(5).flatMap { names[$0] }, text: row.text(6))
        }
    }

    func fill(_ record: inout ClientRecord, of number: Client.Number, isFamily: Bool) throws {
        record.companions = try companions.lines(of: number, isFamily: isFamily).withoutRepeats
        record.vehicles = try vehicles.lines(of: number, isFamily: isFamily).withoutRepeats
        record.papers = try papers.lines(of: number, isFamily: isFamily).withoutRepeats
        record.animals = try animals.lines(of: number, isFamily: isFamily).withoutRepeats
        record.requests = try requests.lines(of: number, isFamily: isFamily)
        record.stays = try stays.lines(of: number, isFamily: isFamily)
        record.letters = try letters.lines(of: number, isFamily: isFamily)
        record.returns = try returns.lines(of: number, isFamily: isFamily)
        // What came with a merged record is the survivor's.
        for index in record.requests.indices { record.requests[index].client = number }
        for index in record.stays.indices { record.stays[index].client = number }
    }
}

/// What few records have, asked for one by one; and the invoices, whose items stand in a table of their own.
private final class RecordExtras {
    private let invoices: SortedList<Invoice>
    private let items: RawStatement
    private let merged: RawStatement
    private let objection: RawStatement

    init(_ db: Database) throws {
        invoices = try SortedList(db, "number, serial, issued_on, addressee FROM invoice") { row in
            Invoice(
                number: row.integer(1), client: row.integer(0), serial: row.integerIfAny(2), issuedOn: row.date(3),
                addressee: row.text(4), items: [])
        }
        items = try RawStatement(
            db,
            "SELECT product, description, quantity, price, vat_rate FROM invoice_item WHERE invoice = ? ORDER BY number"
        )
        merged = try RawStatement(db, "SELECT number, reference FROM client WHERE survivor = ? ORDER BY number")
        objection = try RawStatement(
            db,
            "SELECT made_at FROM edit WHERE client IN (\(ClientFile.family)) AND what = 'objection' ORDER BY number LIMIT 1"
        )
    }

    func fillInvoices(_ record: inout ClientRecord, of number: Client.Number, isFamily: Bool) throws {
        record.invoices = try invoices.lines(of: number, isFamily: isFamily).map { invoice in
            var invoice = invoice
            items.bind(invoice.number, at: 1)
            defer { items.reset() }
            while try items.step() {
                invoice.items.append(
                    InvoiceItem(
                        product: items.text(0), description: items.text(1) ?? "", quantity: items.integer(2),
                        price: Money(cents: items.integer(3)), vatRate: Int(items.integer(4))))
            }
            return ClientRecord.Invoice(invoice)
        }
    }

    func merged(into number: Client.Number) throws -> [ClientRecord.MergedRecord] {
        merged.bind(number, at: 1)
        defer { merged.reset() }
        var records: [ClientRecord.MergedRecord] = []
        while try merged.step() {
            records.append(ClientRecord.MergedRecord(number: merged.integer(0), reference: merged.text(1)))
        }
        return records
    }

    /// The day that the history tells of. An objection known by its fingerprint is as old as the record.
    func objectionDay(of client: Client) throws -> CivilDate {
        objection.bind(client.number, at: 1)
        defer { objection.reset() }
        guard try objection.step() else { return client.createdOn ?? CivilDate(dayNumber: 0) }
        return ClientFile.day(of: objection.integer(0))
    }
}
