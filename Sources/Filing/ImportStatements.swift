import GRDB

/// The statements of an import, prepared once.
struct ImportStatements {
    let insert: RawStatement
    let update: RawStatement
    let updateChecksum: RawStatement
    let byReference: RawStatement
    let byChecksum: RawStatement
    let byNumber: RawStatement
    let requests: RawStatement
    let insertRequest: RawStatement
    let stays: RawStatement
    let insertStay: RawStatement
    let updateStay: RawStatement
    let insertEdit: RawStatement

    init(_ db: Database) throws {
        let marks = Array(repeating: "?", count: ClientColumns.all.count + 3).joined(separator: ", ")
        insert = try RawStatement(
            db, "INSERT INTO client (number, import_hash, confirmed_on, \(ClientColumns.list())) VALUES (\(marks))")
        update = try RawStatement(
            db,
            "UPDATE client SET import_hash = ?, confirmed_on = ?, \(ClientColumns.assignments) WHERE number = ?")
        updateChecksum = try RawStatement(db, "UPDATE client SET import_hash = ? WHERE number = ?")
        byReference = try RawStatement(db, "SELECT number FROM client WHERE reference = ?")
        byChecksum = try RawStatement(db, "SELECT number FROM client WHERE import_hash = ? AND reference IS NULL")
        byNumber = try RawStatement(
            db, "SELECT import_hash, family, \(ClientColumns.list()) FROM client WHERE number = ?")
        requests = try RawStatement(
            db, "SELECT document, received_on FROM request WHERE client = ? AND kind = ?")
        insertRequest = try RawStatement(
            db, "INSERT INTO request (client, kind, document, received_on, answered_on) VALUES (?, ?, ?, ?, ?)")
        stays = try RawStatement(
            db,
            "SELECT number, departure, pitch, adults, children, state, amount FROM stay WHERE client = ? AND arrival = ?"
        )
        insertStay = try RawStatement(
            db,
            "INSERT INTO stay (departure, pitch, adults, children, state, amount, client, arrival) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        updateStay = try RawStatement(
            db,
            "UPDATE stay SET departure = ?, pitch = ?, adults = ?, children = ?, state = ?, amount = ? WHERE number = ?"
        )
        insertEdit = try RawStatement(
            db, "INSERT INTO edit (client, made_at, who, what, before, after) VALUES (?, ?, ?, ?, ?, ?)")
    }
}
