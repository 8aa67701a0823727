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
    /// - Throws: A `Problem` where one is missing, two are merged now, or all are one and the same.
    package func keepApart(_ numbers: [Client.Number], by who: String, at moment: Int64) throws(Problem) {
        try write { db in
            let roots = try numbers.map { try Self.activeNumber($0, in: db, path: path) }
            guard Set(roots).count == Set(numbers).count else { throw Self.mergedNow(roots.first ?? 0, path) }
            guard Set(numbers).count > 1 else { throw Self.sameTwice(numbers.first ?? 0, path) }
            try Self.keepApart(sides: numbers.map { [$0] }, by: who, at: moment, in: db)
        }
    }

    /// Takes the decisions about two clients back, those about records merged into them too.
    ///
    /// - Returns: How many there were.
    /// - Throws: A `Problem` where one is missing.
    @discardableResult
    package func forgetApart(_ one: Client.Number, _ other: Client.Number) throws(Problem) -> Int {
        try write { db in
            let sides = try [one, other].map { number in
                let root = try Self.survivor(of: number, in: db, path: path)
                return root == number ? try MergeTree(around: root, in: db).part(of: root) : [number]
            }
            var count = 0
            for one in sides[0] {
                for other in sides[1] {
                    try db.execute(
                        sql: "DELETE FROM apart WHERE low = ? AND high = ?",
                        arguments: [min(one, other), max(one, other)])
                    count += db.changesCount
                }
            }
            return count
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

    /// Keeps the records of each side apart from those of every other.
    static func keepApart(sides: [[Client.Number]], by who: String, at moment: Int64, in db: Database) throws {
        for (index, side) in sides.enumerated() {
            let others = sides[(index + 1)...].flatMap(\.self)
            for (one, other) in side.flatMap({ one in others.map { (one, $0) } }) where one != other {
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

    static func sameTwice(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "all that you named is this one client, so nothing was decided.",
                fr: "tout ce que vous avez nommé est ce seul client\u{A0}; rien n'a été décidé."),
            remedy: Wording(en: "Name another client beside it.", fr: "Nommez-en un autre à côté."))
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
