package import Correspondence
import GRDB

/// A decision that two records are not the same client.
package struct ApartDecision: Hashable, Sendable {
    /// The lower number.
    package var one: Client.Number
    package var other: Client.Number
    /// Seconds since 1970-01-01 UTC.
    package var decidedAt: Int64
    package var who: String

    package init(
        one: Client.Number, other: Client.Number, decidedAt: Int64, who: String
    ) {
        self.one = one
        self.other = other
        self.decidedAt = decidedAt
        self.who = who
    }
}

extension ClientFile {
    /// Remembers that records are not the same client, each pair of them.
    ///
    /// - Throws: A `Problem` where one is missing, or two are merged now.
    package func keepApart(_ numbers: [Client.Number], by who: String, at moment: Int64) throws(Problem) {
        try write { db in
            let roots = try numbers.map { try Self.activeNumber($0, in: db, path: path) }
            guard Set(roots).count == Set(numbers).count else { throw Self.mergedNow(roots.first ?? 0, path) }
            try Self.keepApart(numbers, by: who, at: moment, in: db)
        }
    }

    /// Takes the decision about two records back.
    package func forgetApart(_ one: Client.Number, _ other: Client.Number) throws(Problem) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM apart WHERE low = ? AND high = ?", arguments: [min(one, other), max(one, other)])
        }
    }

    /// All decisions, ascending. They survive imports and merges: the numbers are those that were decided about.
    package func apartDecisions() throws(Problem) -> [ApartDecision] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT low, high, decided_at, who FROM apart ORDER BY low, high").map {
                ApartDecision(one: $0[0], other: $0[1], decidedAt: $0[2], who: $0[3])
            }
        }
    }

    static func keepApart(_ numbers: [Client.Number], by who: String, at moment: Int64, in db: Database) throws {
        for (index, one) in numbers.enumerated() {
            for other in numbers[(index + 1)...] where other != one {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO apart (low, high, decided_at, who) VALUES (?, ?, ?, ?)",
                    arguments: [min(one, other), max(one, other), moment, who])
            }
        }
    }

    /// Two records of different families among these that somebody decided are not the same.
    func apartPair(among roots: [Client.Number], in db: Database) throws -> (Client.Number, Client.Number)? {
        var root: [Client.Number: Client.Number] = [:]
        for number in roots {
            for member in try MergeTree(around: number, in: db).part(of: number) { root[member] = number }
        }
        for member in root.keys.sorted() {
            let others = try Int64.fetchAll(db, sql: "SELECT high FROM apart WHERE low = ?", arguments: [member])
            for other in others where root[other] != nil && root[other] != root[member] { return (member, other) }
        }
        return nil
    }

    static func mergedNow(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "two of these records are merged in this client.",
                fr: "deux de ces fiches sont fusionnées dans ce client."),
            remedy: Wording(
                en: "Undo the merge, which keeps them apart: publipost duplicates undo MERGE",
                fr: "Annulez la fusion, ce qui les sépare\u{A0}: publipost duplicates undo FUSION"))
    }
}
