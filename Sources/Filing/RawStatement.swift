import Correspondence
import GRDB
import GRDBSQLite

/// A prepared statement without GRDB's boxes between Swift and SQLite, for what runs a million times.
///
/// GRDB prepares and frees it. Bound bytes are not copied: they have to stay where they are until ``step()``.
/// Used by one thread at a time, the one that its database belongs to.
final class RawStatement {
    private let statement: Statement
    private let pointer: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        pointer = statement.sqliteStatement
    }

    func bind(_ value: Int64?, at index: Int) {
        if let value {
            sqlite3_bind_int64(pointer, Int32(index), value)
        } else {
            sqlite3_bind_null(pointer, Int32(index))
        }
    }

    func bind(_ date: CivilDate?, at index: Int) {
        bind(date.map { Int64($0.dayNumber) }, at: index)
    }

    /// Binds bytes that outlive the next step.
    func bind(bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            _ = sqlite3_bind_text(pointer, Int32(index), $0, Int32(bytes.count), nil)
        }
    }

    /// Binds bytes that outlive the next step, as a blob.
    func bind(blob: UnsafeBufferPointer<UInt8>, at index: Int) {
        sqlite3_bind_blob(pointer, Int32(index), blob.baseAddress, Int32(blob.count), nil)
    }

    /// Binds a copy of the text.
    func bind(_ text: String?, at index: Int) {
        guard var text else {
            sqlite3_bind_null(pointer, Int32(index))
            return
        }
        text.withUTF8 { bytes in
            // An empty string may have no address, which SQLite would take for NULL.
            let count = Int32(bytes.count)
            let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            if let base = bytes.baseAddress {
                base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    _ = sqlite3_bind_text(pointer, Int32(index), $0, count, transient)
                }
            } else {
                sqlite3_bind_zeroblob(pointer, Int32(index), 0)
            }
        }
    }

    /// Goes on to the next row.
    ///
    /// - Returns: Whether there is one.
    func step() throws -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqlite3_db_handle(pointer))))
    }

    func reset() {
        sqlite3_reset(pointer)
    }

    /// Runs a statement that yields no row, and makes it ready for the next values.
    func run() throws {
        defer { reset() }
        _ = try step()
    }
}

extension RawStatement {
    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 {
        sqlite3_column_int64(pointer, Int32(column))
    }

    func integerIfAny(_ column: Int) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    func date(_ column: Int) -> CivilDate? {
        integerIfAny(column).map { CivilDate(dayNumber: Int32(truncatingIfNeeded: $0)) }
    }

    /// The bytes of a text, until the next step. Nil for NULL.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let text = sqlite3_column_text(pointer, Int32(column)) else { return nil }
        return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(pointer, Int32(column))))
    }

    /// The bytes of a blob, until the next step. Nil for NULL.
    func blob(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let blob = sqlite3_column_blob(pointer, Int32(column)) else { return nil }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return UnsafeBufferPointer(start: blob.assumingMemoryBound(to: UInt8.self), count: count)
    }

    func text(_ column: Int) -> String? {
        bytes(column).map { String(decoding: $0, as: UTF8.self) }
    }

    func stored(_ column: Int) -> StoredValue {
        switch sqlite3_column_type(pointer, Int32(column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_TEXT: text(column).map { .text($0) } ?? .nothing
        default: .nothing
        }
    }
}
