package import Correspondence
import Foundation
import GRDB

/// The campsite's client file, one SQLite database: the only door to it.
///
/// Each deed stands in a file of its own, `ClientFile+Importing.swift` and so on, and is one transaction: it is done as a
/// whole or not at all. Several programs may have the file open at once; one of them writes at a time, and another waits up
/// to five seconds before it gives up with a problem of weight `.busy`. What is committed survives a power cut.
package final class ClientFile: Sendable {
    /// As the user named it; stands before every message.
    package let path: String
    // Freed in this order: the keeper closes last, and takes the empty log with it.
    let pool: DatabasePool
    /// Keeps the log tidy where the pool only reads. Nil: the pool does so itself.
    private let keeper: DatabaseQueue?

    /// Opens a client file.
    ///
    /// - Parameters:
    ///   - creating: Whether a file that is missing is made. Only its owner can read it.
    ///   - patience: How many seconds to wait for another program that is writing.
    /// - Throws: A `Problem` where the file is missing, is no client file, is newer than this program, is damaged, is
    ///   locked, or cannot be written to.
    package init(at path: String, creating: Bool, patience: Double = 5) throws(Problem) {
        self.path = path
        do {
            try Self.prepare(path, creating: creating)
            pool = try Self.writers(path, creating: creating, patience: patience)
            keeper = nil
        } catch {
            throw Self.problem(error, in: path)
        }
    }

    /// Opens a client file only to read it, also where it or its folder cannot be written to. Nothing waits for the disk.
    ///
    /// A file from an older program is brought up to date first, which writes.
    ///
    /// - Throws: As ``init(at:creating:patience:)`` does. A deed that writes ends with a problem.
    package init(reading path: String, patience: Double = 5) throws(Problem) {
        self.path = path
        do {
            try Self.prepare(path, creating: false)
            (pool, keeper) = try Self.readers(path, patience: patience)
        } catch {
            throw Self.problem(error, in: path)
        }
    }

    /// Closes the file before the last reference to it goes.
    package func close() throws(Problem) {
        do {
            try pool.close()
            try keeper?.close()
        } catch {
            throw problem(error)
        }
    }
}

extension ClientFile {
    /// Reads in one consistent state of the file.
    func read<R>(_ body: (Database) throws -> R) throws(Problem) -> R {
        do { return try pool.read(body) } catch { throw problem(error) }
    }

    /// Writes in one transaction, which is rolled back where `body` throws.
    func write<R>(_ body: (Database) throws -> R) throws(Problem) -> R {
        do { return try pool.write(body) } catch { throw problem(error) }
    }
}
