package import Correspondence
import GRDB

/// Rows that are read one by one from one consistent state of the file, with constant memory.
///
/// It holds a connection of its own: what is written meanwhile, also by the reader of the stream, is not seen and does not
/// disturb. Use it on one thread at a time and let it go when it is done.
package final class RowStream<Element> {
    // Freed in this order: the statement before its connection.
    private let statement: RawStatement
    private let snapshot: DatabaseSnapshot
    private let path: String
    private let element: (RawStatement) throws -> Element
    private var isDone = false

    init(
        _ file: ClientFile, sql: String, bind: (RawStatement) -> Void = { _ in },
        element: @escaping (RawStatement) throws -> Element
    ) throws(Problem) {
        path = file.path
        self.element = element
        do {
            snapshot = try file.pool.makeSnapshot()
            statement = try snapshot.read { db in try RawStatement(db, sql) }
        } catch {
            throw file.problem(error)
        }
        bind(statement)
    }

    /// Returns the next row, or nil after the last.
    package func next() throws(Problem) -> Element? {
        guard !isDone else { return nil }
        do {
            if try statement.step() { return try element(statement) }
        } catch {
            throw ClientFile.problem(error, in: path)
        }
        isDone = true
        statement.reset()
        return nil
    }

    /// Reads the rest, row by row.
    package func forEach(_ body: (Element) throws(Problem) -> Void) throws(Problem) {
        while let element = try next() { try body(element) }
    }
}
