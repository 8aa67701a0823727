package import Correspondence
import GRDB

extension ClientFile {
    /// Files rows in one transaction: all of them, or where `body` throws none.
    ///
    /// ```swift
    /// let counts = try file.importRows(on: today, by: "import") { session in
    ///     while let row = try rows.next() { try session.put(row) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - day: The day that changed records count as confirmed.
    ///   - who: Stands in the edit history beside what the import changed in records that existed.
    /// - Complexity: Some 7 µs a new client; memory does not grow with the rows beyond 12 bytes a key (see ``KeyRuns``).
    package func importRows(
        on day: CivilDate, by who: String = "import", _ body: (ImportSession) throws(Problem) -> Void
    ) throws(Problem) -> ImportCounts {
        let counts = try write { db in
            let session = try ImportSession(db, path: path, day: day, who: who)
            try body(session)
            return try session.finish()
        }
        try tidy()
        return counts
    }

    /// Files rows that another thread reads meanwhile, in one transaction: all of them, or where anything throws none.
    ///
    /// ```swift
    /// let counts = try file.importRows(on: today, reading: { try rows.nextBatch() }, row: \.imported) { item, reason in
    ///     try rejects.write(item.cells, reason)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - next: Returns some hundreds of items at a time, nil after the last. Called on another thread, never twice at once,
    ///     and not after this function has returned.
    ///   - row: What an item says.
    ///   - refused: Takes the items that cannot be stored, with the reason, in their order.
    package func importRows<Item: Sendable>(
        on day: CivilDate, by who: String = "import",
        reading next: sending @escaping () throws(Problem) -> [Item]?, row: (Item) -> ImportedRow,
        refused: (Item, Wording) throws(Problem) -> Void
    ) throws(Problem) -> ImportCounts {
        let pipe = BatchPipe(reading: next)
        defer { pipe.close() }
        return try importRows(on: day, by: who) { session throws(Problem) in
            while let batch = try pipe.next() {
                for item in batch {
                    if case .refused(let reason) = try session.put(row(item)) { try refused(item, reason) }
                }
            }
        }
    }

    /// Brings the write-ahead log back into the file, so that it does not stay as large as the import was.
    ///
    /// Another program that reads may prevent it; then a later one does it.
    func tidy() throws(Problem) {
        do {
            _ = try pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        } catch {
            if Self.problem(error, in: path).weight == .busy { return }
            throw problem(error)
        }
    }
}
