import Foundation
import Linkage

/// A CSV file read whole, for measuring: UTF-8, commas, quotes.
struct CSVTable {
    var header: [String]
    var ids: [String]
    var table: RecordTable

    /// A table without rows.
    init(header: [String], fields: [LinkageField]) {
        (self.header, ids, table) = (header, [], RecordTable(fields: fields))
    }

    /// Reads `path`; `map` names the columns otherwise, `-` leaves one out. The column `id` is kept apart.
    init(path: String, map: [String: String]) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        (header, ids, table) = data.withUnsafeBytes { raw in
            Self.read(raw.bindMemory(to: UInt8.self), map)
        }
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ map: [String: String]) -> (
        [String], [String], RecordTable
    ) {
        var reader = CSVRows(bytes: bytes)
        _ = reader.next()
        let header = reader.cells.map { String(decoding: reader.row[$0], as: UTF8.self) }
        let idColumn = header.firstIndex { $0 == "id" } ?? 0
        let columns = header.indices.filter { $0 != idColumn && map[header[$0]] != "-" }
        var table = RecordTable(fields: columns.map { map[header[$0]].map { LinkageField(name: $0) } ?? LinkageField(header: header[$0]) })
        table.reserve(rows: bytes.count / 100, bytes: bytes.count)
        var ids: [String] = []
        var chosen: [Range<Int>] = columns.map { _ in 0..<0 }
        while reader.next() {
            guard reader.cells.count == header.count else { continue }
            for (place, column) in columns.enumerated() { chosen[place] = reader.cells[column] }
            ids.append(String(decoding: reader.row[reader.cells[idColumn]], as: UTF8.self))
            reader.row.withUnsafeBufferPointer { row in
                chosen.withUnsafeBufferPointer { table.append(row: row, cells: $0) }
            }
        }
        return (header, ids, table)
    }
}

/// The rows of a CSV text.
struct CSVRows {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private(set) var row: [UInt8] = []
    private(set) var cells: [Range<Int>] = []

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
    }

    /// Moves to the next row; false at the end.
    mutating func next() -> Bool {
        row.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        if place >= bytes.count { return false }
        var start = 0
        var quoted = false
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                if quoted, place < bytes.count, bytes[place] == byte {
                    row.append(byte)
                    place += 1
                } else {
                    quoted.toggle()
                }
            case UInt8(ascii: ",") where !quoted:
                cells.append(start..<row.count)
                start = row.count
            case UInt8(ascii: "\n") where !quoted:
                cells.append(start..<row.count)
                return true
            case UInt8(ascii: "\r") where !quoted: break
            default: row.append(byte)
            }
        }
        cells.append(start..<row.count)
        return true
    }
}
