package import Correspondence
import Foundation
import GRDB

/// What the last full linkage learned, for the nights until the next.
package struct KeptModel: Hashable, Sendable {
    package var madeOn: CivilDate
    package var bytes: [UInt8]

    package init(
        madeOn: CivilDate, bytes: [UInt8]
    ) {
        self.madeOn = madeOn
        self.bytes = bytes
    }
}

extension ClientFile {
    /// How far the file has come now. To be read before a look begins, so that nothing that comes during it is passed over.
    package func linkMarks() throws(Problem) -> LinkMarks {
        try read { db in
            LinkMarks(
                client: try Int64.fetchOne(db, sql: "SELECT max(number) FROM client") ?? 0,
                edit: try Int64.fetchOne(db, sql: "SELECT max(number) FROM edit") ?? 0)
        }
    }

    /// Keeps a model under a name, in the place of the one before.
    ///
    /// - Parameter marks: From ``linkMarks()``, read before the look that the model comes from: up to them all counts as linked.
    package func keepModel(
        _ bytes: [UInt8], named name: String = "linkage", madeOn day: CivilDate, upTo marks: LinkMarks
    ) throws(Problem) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO linkage_model (name, made_on, model, last_client, last_edit)
                    VALUES (?, ?, ?, ?, ?)
                    """, arguments: [name, Self.days(day), Data(bytes), marks.client, marks.edit])
        }
    }

    /// Notes that all up to some marks has been linked with the kept model; the model stays.
    ///
    /// - Parameter marks: From ``linkMarks()``, read before the look.
    package func markLinked(named name: String = "linkage", upTo marks: LinkMarks) throws(Problem) {
        try write { db in
            try db.execute(
                sql: "UPDATE linkage_model SET last_client = ?, last_edit = ? WHERE name = ?",
                arguments: [marks.client, marks.edit, name])
        }
    }

    /// Returns the model kept under a name. Nil: none yet.
    package func keptModel(named name: String = "linkage") throws(Problem) -> KeptModel? {
        try read { db in
            let sql = "SELECT made_on, model FROM linkage_model WHERE name = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [name]).map {
                KeptModel(madeOn: CivilDate(dayNumber: $0[0]), bytes: Array($0[1] as Data))
            }
        }
    }

    /// Replaces all blocking keys by those that `body` puts, in one transaction.
    ///
    /// - Complexity: Some 1 µs a key; keys are sorted before they are written.
    package func replaceBlockingKeys(
        _ body: (BlockingKeySession) throws(Problem) -> Void
    ) throws(Problem) {
        try write { db in
            try db.execute(sql: "DELETE FROM blocking_key")
            let session = try BlockingKeySession(db, path: path)
            try body(session)
            try session.finish()
        }
        try tidy()
    }

    /// Adds blocking keys of some clients: a night's newcomers and changed records.
    ///
    /// Keys that a changed record had before stay until all are replaced: they only lead to a comparison too many.
    package func addBlockingKeys(_ body: (BlockingKeySession) throws(Problem) -> Void) throws(Problem) {
        try write { db in
            let session = try BlockingKeySession(db, path: path)
            try body(session)
            try session.finish()
        }
    }

    /// The clients that share a blocking key with any of `keys`, as they are filed now, ascending, each once.
    ///
    /// - Parameter ceiling: A key that more records share than this says nothing, and is passed over.
    package func clients(sharing keys: [Int64], ceiling: Int = 1000) throws(Problem) -> [Client.Number] {
        try read { db in
            let postings = try RawStatement(db, "SELECT client, more FROM blocking_key WHERE key = ?")
            let survivor = try RawStatement(
                db, "SELECT coalesce(survivor, number) FROM client WHERE number = ? AND erased_on IS NULL")
            var found: Set<Client.Number> = []
            for key in Set(keys) {
                postings.bind(key, at: 1)
                var members: Set<Client.Number> = []
                while members.count <= ceiling, try postings.step() {
                    Postings.each(from: postings.integer(0), postings.blob(1)) { members.insert($0) }
                }
                postings.reset()
                if members.count <= ceiling { found.formUnion(members) }
            }
            return try Set(
                found.compactMap { number in
                    survivor.bind(number, at: 1)
                    defer { survivor.reset() }
                    return try survivor.step() ? survivor.integer(0) : nil
                }
            ).sorted()
        }
    }

    /// Clients that are new or were changed after the marks of the model with a name, by number.
    package func clientsToLink(named name: String = "linkage") throws(Problem) -> RowStream<FiledClient> {
        try RowStream(
            self,
            sql: """
                WITH mark AS (SELECT max(last_client) AS client, max(last_edit) AS edit FROM linkage_model WHERE name = ?)
                SELECT \(FiledClient.columns("c")) FROM client c WHERE \(Self.active("c")) AND c.number IN (
                SELECT coalesce(survivor, number) FROM client
                WHERE number > coalesce((SELECT client FROM mark), 0)
                UNION SELECT coalesce(o.survivor, o.number) FROM edit e JOIN client o ON o.number = e.client
                WHERE e.number > coalesce((SELECT edit FROM mark), 0)) ORDER BY c.number
                """,
            bind: { $0.bind(name, at: 1) }, element: { FiledClient($0, from: 0) })
    }
}

/// Takes blocking keys, which are numbers that linkage makes and this room does not understand.
package final class BlockingKeySession {
    private let path: String
    private var runs: KeyRuns

    init(_ db: Database, path: String) throws {
        self.path = path
        runs = try KeyRuns(db, table: "blocking_key")
    }

    package func put(_ key: Int64, client: Client.Number) throws(Problem) {
        do { try runs.put(key, client: client) } catch { throw ClientFile.problem(error, in: path) }
    }

    func finish() throws {
        try runs.write()
    }
}
