package import Correspondence
import GRDB

extension ClientFile {
    /// The letters sent to a client and to the records merged into it, the latest first. Texts are left out: they are long.
    package func letters(to number: Client.Number) throws(Problem) -> [SentLetter] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.letterColumns), NULL FROM letter WHERE client IN (\(Self.family)) AND sent_on IS NOT NULL
                    ORDER BY sent_on DESC, number DESC
                    """, arguments: [try Self.survivor(of: number, in: db, path: path)]
            ).map { try Self.letter($0, in: db) }
        }
    }

    /// One letter with its text.
    package func letter(_ number: Int64) throws(Problem) -> SentLetter {
        try read { db in
            let sql = "SELECT \(Self.letterColumns), text FROM letter WHERE number = ? AND sent_on IS NOT NULL"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { throw Self.noLetter(path) }
            return try Self.letter(row, in: db)
        }
    }

    /// The letters with a piece code, the latest first: codes are unique within a run only.
    package func letters(pieceCode: String, run: Int64? = nil) throws(Problem) -> [SentLetter] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.letterColumns), text FROM letter
                    WHERE piece_code = ?1 AND sent_on IS NOT NULL AND (?2 IS NULL OR run = ?2) ORDER BY number DESC
                    """, arguments: [pieceCode, run]
            ).map { try Self.letter($0, in: db) }
        }
    }

    /// The letters of a run in the order they were booked.
    package func letters(ofRun run: Int64) throws(Problem) -> RowStream<SentLetter> {
        try RowStream(
            self,
            sql: "SELECT \(Self.letterColumns), text FROM letter WHERE run = ? AND sent_on IS NOT NULL ORDER BY number",
            bind: { $0.bind(run, at: 1) },
            element: { row in
                SentLetter(
                    number: row.integer(0), client: row.integer(1), document: row.text(2) ?? "",
                    language: Language(rawValue: row.text(3) ?? ""), sentOn: row.date(4), pieceCode: row.text(5),
                    text: row.text(7), run: row.integerIfAny(6))
            })
    }

    /// Who edited what, the latest first.
    package func history(of number: Client.Number, limit: Int = 200) throws(Problem) -> [EditRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT client, made_at, who, what, before, after FROM edit WHERE client IN (\(Self.family))
                    AND (before IS NOT after OR before IS NULL) ORDER BY number DESC LIMIT ?2
                    """, arguments: [try Self.survivor(of: number, in: db, path: path), limit]
            ).map { EditRecord(client: $0[0], madeAt: $0[1], who: $0[2], what: $0[3], before: $0[4], after: $0[5]) }
        }
    }

    private static let letterColumns = "number, client, document, language, sent_on, piece_code, run"

    private static func letter(_ row: Row, in db: Database) throws -> SentLetter {
        let answers = "SELECT request FROM letter_answer WHERE letter = ? ORDER BY request"
        return SentLetter(
            number: row[0], client: row[1], document: row[2], language: Language(rawValue: row[3]),
            sentOn: date(row[4]),
            pieceCode: row[5], text: row[7], run: row[6],
            answers: try Int64.fetchAll(db, sql: answers, arguments: [row[0] as Int64]))
    }

    static func noLetter(_ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "there is no such letter.", fr: "cette lettre n'existe pas."),
            remedy: Wording(
                en: "Look the client's letters up with: publipost client show N",
                fr: "Cherchez les lettres du client avec\u{A0}: publipost client show N"))
    }
}

/// A line of a client's edit history.
package struct EditRecord: Hashable, Sendable {
    /// The number that the edit was made under.
    package var client: Client.Number
    /// Seconds since 1970-01-01 UTC.
    package var madeAt: Int64
    package var who: String
    /// A field's name, a tab's (`companion`…), or `added`, `request`, `stay`, `sale`, `invoice`, `objection`, `returned`.
    package var what: String
    package var before: String?
    package var after: String?

    package init(
        client: Client.Number, madeAt: Int64, who: String, what: String, before: String? = nil, after: String? = nil
    ) {
        self.client = client
        self.madeAt = madeAt
        self.who = who
        self.what = what
        self.before = before
        self.after = after
    }
}
