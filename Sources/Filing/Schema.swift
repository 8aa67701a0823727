import GRDB

/// The tables of a client file, and how an older file becomes a present one.
///
/// `application_id` says that a SQLite file is a client file, `user_version` how many of the ``migrations`` it has had.
/// A released migration is never changed: a change of the tables is a further one.
enum Schema {
    /// "Publ" in ASCII, in the header of every client file.
    static let applicationID: Int32 = 0x5075_626C

    /// Each step takes a file from the version that is its index to the next.
    static let migrations: [@Sendable (Database) throws -> Void] = [
        { db in
            for part in [clientTables, tabTables, officeTables, letterTables, mergeTables, keyTables] {
                try db.execute(sql: part)
            }
        }
    ]

    static var version: Int { migrations.count }

    /// Brings the file up to the present version.
    ///
    /// - Precondition: `db` is inside a transaction, and the file is ours or empty.
    static func migrate(_ db: Database, from version: Int) throws {
        for step in migrations[version...] {
            try step(db)
        }
        try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
}
