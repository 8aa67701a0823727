package import Correspondence
import GRDB

extension ClientFile {
    /// How many clients there are, without merged and erased ones.
    package func clientCount() throws(Problem) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM client WHERE \(Self.active("client"))") ?? 0
        }
    }

    /// All clients in the order of their numbers, without merged and erased ones.
    package func clients() throws(Problem) -> RowStream<FiledClient> {
        try RowStream(
            self,
            sql: "SELECT \(FiledClient.columns("c")) FROM client c WHERE \(Self.active("c")) ORDER BY c.number",
            element: { FiledClient($0, from: 0) })
    }

    /// Returns a client. An old number leads to the record it was merged into.
    ///
    /// - Throws: A `Problem` where there is no such client, or it was erased.
    package func client(_ number: Client.Number) throws(Problem) -> FiledClient {
        try read { db in try Self.client(try Self.survivor(of: number, in: db, path: path), in: db, path: path) }
    }

    /// Returns the client with a reference, or the record it was merged into.
    ///
    /// - Throws: A `Problem` where there is none.
    package func client(reference: String) throws(Problem) -> FiledClient {
        try read { db in
            let sql = "SELECT number FROM client WHERE reference = ?"
            let merged = "SELECT number FROM client_own WHERE reference = ?"
            guard
                let number = try Int64.fetchOne(db, sql: sql, arguments: [reference])
                    ?? Int64.fetchOne(db, sql: merged, arguments: [reference])
            else { throw Self.noReference(path) }
            return try Self.client(try Self.survivor(of: number, in: db, path: path), in: db, path: path)
        }
    }

    /// Returns the number under which a client is filed now: the number itself, or the survivor's.
    package func currentNumber(of number: Client.Number) throws(Problem) -> Client.Number {
        try read { db in try Self.survivor(of: number, in: db, path: path) }
    }

    static func active(_ table: String) -> String {
        "\(table).survivor IS NULL AND \(table).erased_on IS NULL"
    }

    static func survivor(of number: Client.Number, in db: Database, path: String) throws -> Client.Number {
        let sql = "SELECT coalesce(survivor, number) FROM client WHERE number = ?"
        guard let current = try Int64.fetchOne(db, sql: sql, arguments: [number]) else { throw noClient(number, path) }
        return current
    }

    /// Returns the record with just this number.
    static func client(_ number: Client.Number, in db: Database, path: String) throws -> FiledClient {
        let row = try RawStatement(db, "SELECT erased_on, \(FiledClient.columns("c")) FROM client c WHERE number = ?")
        row.bind(number, at: 1)
        guard try row.step() else { throw noClient(number, path) }
        guard row.isNull(0) else { throw erased(number, path) }
        return FiledClient(row, from: 1)
    }
}

extension ClientFile {
    static func noClient(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "there is no client \(number).", fr: "il n'y a pas de client \(number)."),
            remedy: Wording(
                en: "Look the number up with: publipost client find NAME",
                fr: "Cherchez le numéro avec\u{A0}: publipost client find NOM"))
    }

    /// The reference is not repeated: it may be anything, an e-mail address too.
    static func noReference(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "there is no client with this reference.", fr: "il n'y a pas de client avec cette référence."),
            remedy: Wording(
                en: "Look the client up with: publipost client find NAME",
                fr: "Cherchez le client avec\u{A0}: publipost client find NOM"))
    }

    static func erased(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(en: "the record was erased.", fr: "la fiche a été effacée."),
            remedy: Wording(
                en: "Add the person anew where there is a reason to: publipost client add",
                fr: "Créez une nouvelle fiche s'il y a lieu\u{A0}: publipost client add"))
    }
}
