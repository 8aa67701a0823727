import Correspondence
import GRDB

/// The records that merges have made one client: the survivor and what was merged into it, in however many steps.
///
/// Nothing of a merged record is thrown away. Each keeps its own values in `client_own`, and its tabs, stays, requests,
/// invoices and letters keep its number. The survivor's row in `client` is made from all of them (``Survivorship``) whenever
/// one changes, so that undoing a merge is leaving a record out and making the rest anew, in any order.
enum Family {
    /// One record's own values.
    struct Own: Hashable {
        var client: Client
        var confirmedOn: CivilDate
        var hasObjected: Bool
        var returnedOn: CivilDate?
        /// The line of the edit history that booked the mail; 0: none.
        var returnedEdit: Int64 = 0

        var number: Client.Number { client.number ?? 0 }
    }

    /// What a person decided a field is taken from.
    struct Choice: Hashable {
        var field: String
        var source: Client.Number
        /// Whether it came by typing a new value, and not by choosing among those of merged records.
        var isEdit: Bool
        /// Of a typed address: its line in the edit history; 0: not known.
        var edit: Int64 = 0
    }

    /// Returns a record's own values, which are its only ones where nothing was merged.
    static func own(_ number: Client.Number, in db: Database) throws -> Own {
        let table = try isFamily(number, in: db) ? "client_own" : "client"
        let row = try RawStatement(
            db,
            "SELECT confirmed_on, objected, returned_on, \(ClientColumns.list()) FROM \(table) WHERE number = ?")
        row.bind(number, at: 1)
        guard try row.step() else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        var own = Own(
            client: Client(row, number: number, from: 3), confirmedOn: row.date(0) ?? CivilDate(dayNumber: 0),
            hasObjected: row.integer(1) == 1, returnedOn: row.date(2))
        if own.returnedOn != nil { own.returnedEdit = try latestReturn(of: number, in: db) }
        return own
    }

    private static func latestReturn(of number: Client.Number, in db: Database) throws -> Int64 {
        let sql = "SELECT max(number) FROM edit WHERE client = ? AND what = 'returned'"
        return try Int64.fetchOne(db, sql: sql, arguments: [number]) ?? 0
    }

    /// Writes a record's own values, where ``own(_:in:)`` reads them.
    static func store(_ own: Own, in db: Database) throws {
        try write(own, table: try isFamily(own.number, in: db) ? "client_own" : "client", in: db)
    }

    static func write(_ own: Own, table: String, in db: Database) throws {
        let statement = try RawStatement(
            db,
            "UPDATE \(table) SET confirmed_on = ?, objected = ?, returned_on = ?, \(ClientColumns.assignments) "
                + "WHERE number = ?")
        statement.bind(own.confirmedOn, at: 1)
        statement.bind(own.hasObjected ? 1 : 0 as Int64, at: 2)
        statement.bind(own.returnedOn, at: 3)
        statement.bind(own.number, at: 4 + ClientColumns.all.count)
        var cells = ClientCells()
        cells.fill(from: own.client)
        try cells.run(statement, from: 4)
    }

    static func isFamily(_ number: Client.Number, in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT family FROM client WHERE number = ?", arguments: [number]) ?? false
    }

    /// Makes a record one of a family: from now on its own values stand apart from what is shown.
    static func enter(_ number: Client.Number, in db: Database) throws {
        guard try !isFamily(number, in: db) else { return }
        let columns = "number, confirmed_on, objected, returned_on, \(ClientColumns.list())"
        try db.execute(
            sql: "INSERT INTO client_own (\(columns)) SELECT \(columns) FROM client WHERE number = ?",
            arguments: [number])
        try db.execute(sql: "UPDATE client SET family = 1 WHERE number = ?", arguments: [number])
    }

    /// Makes every shown record anew that a change around `number` may have touched.
    static func renew(around number: Client.Number, in db: Database) throws {
        let tree = try MergeTree(around: number, in: db)
        for member in tree.upwards(from: number) { try renew(member, in: tree, db) }
    }

    /// Makes every record of some families anew, after merges were made or undone.
    static func renew(_ members: Set<Client.Number>, in db: Database) throws {
        var rest = members
        while let number = rest.min() {
            let tree = try MergeTree(around: number, in: db)
            for member in tree.deepestFirst { try renew(member, in: tree, db) }
            rest.subtract(tree.deepestFirst)
        }
    }

    /// Makes the shown values of one record from its part of the tree, and sets whom it belongs to.
    static func renew(_ number: Client.Number, in tree: MergeTree, _ db: Database) throws {
        let part = tree.part(of: number)
        if part.count == 1, tree.root(of: number) == number { return try leave(number, in: db) }
        let members = try part.map { try own($0, in: db) }
        let shown = try Survivorship(root: number, tree: tree, in: db).shown(members)
        try write(shown, table: "client", in: db)
        let root = tree.root(of: number)
        try db.execute(
            sql: "UPDATE client SET survivor = ? WHERE number = ?", arguments: [root == number ? nil : root, number])
    }

    /// A record that is alone again shows its own values.
    private static func leave(_ number: Client.Number, in db: Database) throws {
        guard try isFamily(number, in: db) else { return }
        let own = try own(number, in: db)
        try db.execute(sql: "UPDATE client SET survivor = NULL, family = 0 WHERE number = ?", arguments: [number])
        try db.execute(sql: "DELETE FROM client_own WHERE number = ?", arguments: [number])
        try write(own, table: "client", in: db)
    }

    /// The latest word on each field of a survivor, without those of merges that were undone.
    static func choices(of number: Client.Number, in db: Database) throws -> [Choice] {
        let address = Survivorship.addressFields.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        // An edit of a merged record says where the replaced value came from; an import's does not.
        let typed = """
            SELECT max(number) FROM edit WHERE client = choice.source AND source IS NOT NULL AND what IN (\(address))
            """
        return try Row.fetchAll(
            db,
            sql: """
                SELECT field, source, merge IS NULL,
                CASE WHEN merge IS NULL AND field = '\(Survivorship.addressUnit)' THEN (\(typed)) END
                FROM choice WHERE client = ? AND
                (merge IS NULL OR merge IN (SELECT number FROM merge WHERE undone_at IS NULL)) ORDER BY number DESC
                """, arguments: [number]
        ).map { Choice(field: $0[0], source: $0[1], isEdit: $0[2], edit: $0[3] ?? 0) }
    }
}
