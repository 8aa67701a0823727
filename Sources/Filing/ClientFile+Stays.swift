package import Correspondence
import GRDB

extension ClientFile {
    /// Adds a request of a client.
    ///
    /// - Returns: The request with its number; the one there is already, where a pending one is the same.
    @discardableResult
    package func add(_ request: Request, by who: String, at moment: Int64) throws(Problem) -> Request {
        try write { db in
            _ = try Self.activeNumber(request.client, in: db, path: path)
            var request = request
            if request.document == request.kind.rawValue { request.document = nil }
            let known = """
                SELECT number FROM request WHERE client = ? AND kind = ? AND document IS ? AND received_on IS ?
                AND answered_on IS NULL
                """
            let values: StatementArguments = [
                request.client, request.kind.rawValue, request.document, Self.days(request.receivedOn),
            ]
            if let number = try Int64.fetchOne(db, sql: known, arguments: values) {
                request.number = number
                return request
            }
            try db.execute(
                sql: "INSERT INTO request (client, kind, document, received_on, answered_on) VALUES (?, ?, ?, ?, ?)",
                arguments: values + [Self.days(request.answeredOn)])
            request.number = db.lastInsertedRowID
            try Self.note(
                "request", of: request.client, before: nil, after: request.kind.rawValue, by: who, at: moment, in: db)
            return request
        }
    }

    /// Adds a stay.
    ///
    /// - Precondition: The departure is after the arrival.
    /// - Returns: The stay with its number.
    @discardableResult
    package func add(_ stay: Stay, by who: String, at moment: Int64) throws(Problem) -> Stay {
        try write { db in
            _ = try Self.activeNumber(stay.client, in: db, path: path)
            try refuseOdd(stay)
            try db.execute(
                sql: """
                    INSERT INTO stay (client, arrival, departure, pitch, adults, children, state, amount)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, arguments: Self.arguments(stay))
            var stay = stay
            stay.number = db.lastInsertedRowID
            try Self.note("stay", of: stay.client, before: nil, after: Self.summary(stay), by: who, at: moment, in: db)
            return stay
        }
    }

    /// Changes a stay; its number and client stay.
    package func change(
        stay number: Int64, by who: String, at moment: Int64, _ body: (inout Stay) -> Void
    ) throws(Problem) {
        try write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT \(Self.stayColumns) FROM stay WHERE number = ?", arguments: [number])
            guard let row else { throw Self.noStay(number, path) }
            let before = Self.stay(row)
            var after = before
            body(&after)
            (after.number, after.client) = (before.number, before.client)
            guard after != before else { return }
            try refuseOdd(after)
            try db.execute(
                sql: """
                    UPDATE stay SET client = ?, arrival = ?, departure = ?, pitch = ?, adults = ?, children = ?, state = ?,
                    amount = ? WHERE number = ?
                    """, arguments: Self.arguments(after) + [number])
            try Self.note(
                "stay", of: after.client, before: Self.summary(before), after: Self.summary(after), by: who, at: moment,
                in: db)
        }
    }

    /// In cents: a thousand million euros either way.
    static let stayAmounts: ClosedRange<Int64> = -100_000_000_000...100_000_000_000

    private func refuseOdd(_ stay: Stay) throws(Problem) {
        guard stay.departure > stay.arrival else { throw Self.backwards(stay.client, path) }
        guard Self.stayAmounts.contains(stay.amount?.cents ?? 0), stay.adults >= 0, stay.children >= 0 else {
            throw Self.odd(stay.client, path)
        }
    }

    /// The stays of a client and of the records merged into it, by arrival.
    package func stays(of number: Client.Number) throws(Problem) -> [Stay] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT \(Self.stayColumns) FROM stay WHERE client IN (\(Self.family)) ORDER BY arrival, number",
                arguments: [try Self.survivor(of: number, in: db, path: path)]
            ).map(Self.stay)
        }
    }

    private static let stayColumns = "number, client, arrival, departure, pitch, adults, children, state, amount"

    private static func stay(_ row: Row) -> Stay {
        Stay(
            number: row[0], client: row[1], arrival: CivilDate(dayNumber: row[2]),
            departure: CivilDate(dayNumber: row[3]),
            pitch: row[4], adults: row[5], children: row[6], state: Stay.State(rawValue: row[7]) ?? .booked,
            amount: (row[8] as Int64?).map(Money.init))
    }

    private static func arguments(_ stay: Stay) -> StatementArguments {
        [
            stay.client, stay.arrival.dayNumber, stay.departure.dayNumber, stay.pitch, stay.adults, stay.children,
            stay.state.rawValue, stay.amount?.cents,
        ]
    }

    private static func summary(_ stay: Stay) -> String {
        let pitch = stay.pitch.map { ", \($0)" } ?? ""
        return "\(stay.arrival.iso) – \(stay.departure.iso)\(pitch), \(stay.state.rawValue)"
    }

    static func days(_ date: CivilDate?) -> Int64? {
        date.map { Int64($0.dayNumber) }
    }
}

extension ClientFile {
    static func backwards(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "the stay ends before it begins, so nothing was written.",
                fr: "le séjour finit avant de commencer\u{A0}; rien n'a été écrit."),
            remedy: Wording(en: "Give a departure after the arrival.", fr: "Donnez un départ après l'arrivée."))
    }

    static func odd(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "the stay's amount or its number of people cannot be, so nothing was written.",
                fr: "le montant ou le nombre de personnes du séjour est impossible\u{A0}; rien n'a été écrit."),
            remedy: Wording(
                en: "Give adults and children from 0, and a smaller amount.",
                fr: "Indiquez adultes et enfants à partir de 0, et un montant plus petit."))
    }

    static func noStay(_ number: Int64, _ path: String) -> Problem {
        Problem(
            .file(path), Wording(en: "there is no stay \(number).", fr: "il n'y a pas de séjour \(number)."),
            remedy: Wording(
                en: "Look the client's stays up with: publipost client show N",
                fr: "Cherchez les séjours du client avec\u{A0}: publipost client show N"))
    }
}
