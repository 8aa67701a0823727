package import Correspondence
import GRDB

/// Everything that the file keeps about one person, for them to read.
package struct PersonalRecord: Hashable, Sendable {
    /// The client as shown, and every merged record's own values.
    package var client: FiledClient
    package var merged: [Client]
    package var companions: [Companion]
    package var vehicles: [Vehicle]
    package var papers: [IdentityPaper]
    package var animals: [Animal]
    package var accounts: [BankAccount]
    package var requests: [Request]
    package var stays: [Stay]
    package var letters: [SentLetter]
    package var history: [EditRecord]

    package init(
        client: FiledClient, merged: [Client], companions: [Companion], vehicles: [Vehicle], papers: [IdentityPaper],
        animals: [Animal], accounts: [BankAccount], requests: [Request], stays: [Stay], letters: [SentLetter],
        history: [EditRecord]
    ) {
        self.client = client
        self.merged = merged
        self.companions = companions
        self.vehicles = vehicles
        self.papers = papers
        self.animals = animals
        self.accounts = accounts
        self.requests = requests
        self.stays = stays
        self.letters = letters
        self.history = history
    }
}

/// Why a record, or a part of it, has been kept long enough.
package enum PrivacyReason: String, CaseIterable, Hashable, Sendable {
    /// A prospect, three years after their last contact: no stay ever.
    case prospect
    /// A guest, three years after their last stay or contact.
    case guest
    /// Identity papers six months after the stay.
    case papers
}

/// A record whose time has come.
package struct PrivacyDue: Hashable, Sendable {
    package var client: Client.Number
    package var reason: PrivacyReason
    /// The contact or departure that the time runs from.
    package var since: CivilDate

    package init(
        client: Client.Number, reason: PrivacyReason, since: CivilDate
    ) {
        self.client = client
        self.reason = reason
        self.since = since
    }
}

extension ClientFile {
    /// Returns everything about a client. An old number leads to the survivor, whose record tells of all.
    package func personalRecord(of number: Client.Number) throws(Problem) -> PersonalRecord {
        let client = try client(number)
        let current = client.client.number ?? number
        let merged = try read { db in
            try MergeTree(around: current, in: db).part(of: current).filter { $0 != current }
                .map { try Family.own($0, in: db).client }
        }
        return PersonalRecord(
            client: client, merged: merged, companions: try lines(of: current, as: Companion.self),
            vehicles: try lines(of: current, as: Vehicle.self), papers: try lines(of: current, as: IdentityPaper.self),
            animals: try lines(of: current, as: Animal.self), accounts: try lines(of: current, as: BankAccount.self),
            requests: try requests(of: current), stays: try stays(of: current), letters: try letters(to: current),
            history: try history(of: current, limit: .max))
    }

    /// Erases a client and every record merged with it, for good.
    ///
    /// What stays: the numbers, issued invoices with the printed addressee (the law wants them), stays and letters without
    /// any word about the person (they are counted), and the fingerprints of an objection.
    ///
    /// - Returns: The numbers that were erased.
    @discardableResult
    package func erase(_ number: Client.Number, by who: String, at moment: Int64) throws(Problem) -> [Client.Number] {
        let erased = try write { db in
            let root = try Self.activeNumber(number, in: db, path: path)
            let members = try MergeTree(around: root, in: db).part(of: root)
            if try Self.client(root, in: db, path: path).hasObjected {
                // One that was merged may have objected alone: from now on nobody knows which.
                try Self.keepFingerprints(of: members, on: Self.day(of: moment), in: db)
            }
            for member in members { try Self.eraseKeys(of: member, in: db) }
            for member in members { try Self.erase(member, on: Self.day(of: moment), in: db) }
            try Self.note("erased", of: root, before: nil, after: nil, by: who, at: moment, in: db)
            return members
        }
        // The log may still hold the old pages.
        try tidy()
        return erased
    }

    private static func eraseKeys(of number: Client.Number, in db: Database) throws {
        var eraser = try KeyEraser(db)
        var cells = ClientCells()
        for client in [try client(number, in: db, path: "").client, try Family.own(number, in: db).client] {
            cells.fill(from: client)
            try eraser.remove(cells, client: number)
        }
        for (_, companion) in try numbered(Companion.self, of: number, in: db) {
            try eraser.remove(companion, client: number)
        }
        for (_, vehicle) in try numbered(Vehicle.self, of: number, in: db) {
            try eraser.remove(vehicle, client: number)
        }
    }

    private static func erase(_ number: Client.Number, on day: CivilDate, in db: Database) throws {
        for table in ["companion", "vehicle", "identity_paper", "animal", "bank_account", "edit"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE client = ?", arguments: [number])
        }
        try db.execute(sql: "DELETE FROM blocking_key WHERE client = ?", arguments: [number])
        try db.execute(sql: "UPDATE letter SET text = NULL WHERE client = ?", arguments: [number])
        try db.execute(sql: "UPDATE returned_mail SET reason = '' WHERE client = ?", arguments: [number])
        let open = "SELECT number FROM invoice WHERE client = ? AND serial IS NULL"
        try db.execute(sql: "DELETE FROM invoice_item WHERE invoice IN (\(open))", arguments: [number])
        try db.execute(sql: "DELETE FROM invoice WHERE client = ? AND serial IS NULL", arguments: [number])
        let empty = ClientColumns.all.map { "\($0) = NULL" }.joined(separator: ", ")
        try db.execute(
            sql: """
                UPDATE client SET erased_on = ?, import_hash = NULL, returned_on = NULL, confirmed_on = 0, \(empty)
                WHERE number = ?
                """, arguments: [days(day), number])
        try db.execute(
            sql: "UPDATE client_own SET returned_on = NULL, confirmed_on = 0, \(empty) WHERE number = ?",
            arguments: [number])
    }

    /// What has been kept too long on `day`, by client number.
    ///
    /// Rules and sources: NORMS, part B.2: three years after a prospect's last contact or a guest's last stay, six months for
    /// what the police form needs. A letter that we sent is no contact of theirs; a cancelled stay was none, and an option
    /// counts as a contact.
    package func due(on day: CivilDate) throws(Problem) -> RowStream<PrivacyDue> {
        let (records, papers) = (Int64(day.yearsBefore(3).dayNumber), Int64(day.monthsBefore(6).dayNumber))
        let own = "SELECT c.number UNION ALL SELECT number FROM client WHERE survivor = c.number"
        return try RowStream(
            self,
            sql: """
                WITH contact AS (
                    SELECT c.number AS client,
                    (SELECT max(departure) FROM stay WHERE client IN (\(own)) AND \(Self.counts)) AS stayed,
                    max(coalesce(c.created_on, 0), c.confirmed_on,
                    coalesce((SELECT max(received_on) FROM request WHERE client IN (\(own))), 0),
                    coalesce((SELECT max(departure) FROM stay WHERE client IN (\(own)) AND state = 'option'), 0)
                    ) AS spoken
                    FROM client c WHERE \(Self.active("c"))
                )
                SELECT client, CASE WHEN stayed IS NULL THEN 'prospect' ELSE 'guest' END, max(spoken, coalesce(stayed, 0))
                FROM contact WHERE max(spoken, coalesce(stayed, 0)) <= ?1
                UNION ALL
                SELECT client, 'papers', coalesce(stayed, spoken) FROM contact WHERE coalesce(stayed, spoken) <= ?2
                AND EXISTS (SELECT 1 FROM identity_paper WHERE client = contact.client OR client IN
                (SELECT number FROM client WHERE survivor = contact.client))
                ORDER BY 1, 2
                """,
            bind: {
                $0.bind(records, at: 1)
                $0.bind(papers, at: 2)
            },
            element: { row in
                PrivacyDue(
                    client: row.integer(0), reason: row.text(1).flatMap(PrivacyReason.init) ?? .prospect,
                    since: row.date(2) ?? day)
            })
    }
}

extension CivilDate {
    /// The same day some years earlier; 29 February becomes 28.
    func yearsBefore(_ years: Int) -> CivilDate { monthsBefore(12 * years) }

    /// The same day some months earlier, or the month's last.
    func monthsBefore(_ months: Int) -> CivilDate {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 - months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let last = Self.days(inMonth: newMonth, of: newYear)
        return CivilDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
    }
}
