package import Correspondence
import GRDB

/// One import under way, inside its transaction.
///
/// A row is about the client that bears its reference. A row without one is about the client that an earlier row with the
/// very same cells has made, also if that record was edited since: the same file imported again doubles nothing.
package final class ImportSession {
    let db: Database
    let path: String
    let day: CivilDate
    let who: String
    var counts = ImportCounts()
    var cells = ClientCells()
    var keys: KeyWriter
    /// Whether the file had no client at the start. Then references are kept here instead of in an index until the end.
    let isFirstLoad: Bool
    var references = ReferenceTable()
    let firstNewNumber: Client.Number
    var nextNumber: Client.Number
    var seen = NumberSet()
    var updated = NumberSet()
    var statements: ImportStatements
    var objections: ObjectionCheck
    /// The runs of the journal by their names, once a letter of one comes.
    var runs: [String: Int64] = [:]

    init(_ db: Database, path: String, day: CivilDate, who: String) throws {
        self.db = db
        self.path = path
        self.day = day
        self.who = who
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM client") ?? 0
        isFirstLoad = last == 0
        firstNewNumber = last + 1
        nextNumber = firstNewNumber
        if isFirstLoad { try db.execute(sql: "DROP INDEX client_reference; DROP INDEX client_import_hash") }
        keys = try KeyWriter(db, many: true)
        statements = try ImportStatements(db)
        objections = try ObjectionCheck(db)
    }

    /// Files one row.
    ///
    /// - Returns: The client's number, or why the row cannot be stored.
    /// - Throws: A `Problem` of the file; the import has to end then.
    @discardableResult
    package func put(_ row: ImportedRow) throws(Problem) -> ImportOutcome {
        do {
            return try file(row)
        } catch {
            throw ClientFile.problem(error, in: path)
        }
    }

    private func file(_ row: ImportedRow) throws -> ImportOutcome {
        if let words = row.stay.flatMap(Self.refusal) { return .refused(words) }
        cells.fill(from: row.client)
        let known = try knownNumber()
        if known == nil, !cells.hasName { return .refused(Self.noName) }
        let number = try known ?? insert()
        if known != nil { try update(number, with: row.client) }
        if let request = row.request { try put(request, of: number, isNew: known == nil) }
        if let stay = row.stay { try put(stay, of: number, isNew: known == nil) }
        return .filed(number)
    }

    func finish() throws -> ImportCounts {
        try keys.finish()
        if isFirstLoad { try db.execute(sql: Schema.importIndexes) }
        counts.updatedClients = updated.count
        counts.unchangedClients = seen.count - updated.count
        return counts
    }
}

extension ImportSession {
    static let noName = Wording(
        en: "the row has neither a name nor a company", fr: "la ligne n'a ni nom ni société")
    static let people = Wording(en: "the stay has fewer people than none", fr: "le séjour a moins de zéro personne")
    static let amount = Wording(
        en: "the stay's amount is beyond belief", fr: "le montant du séjour est invraisemblable")
    static let departureBeforeArrival = Wording(
        en: "the stay ends before it begins", fr: "le séjour finit avant de commencer")
}
