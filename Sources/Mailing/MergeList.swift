import Correspondence
import Interchange

/// The list of a plain mail merge: any CSV, read row by row in constant memory.
final class MergeList {
    let path: String
    private let reader: CSVReader
    private let columns: ColumnMap
    private var rows: ClientRow

    /// What a row says beyond its cells. A row that names nobody has an empty client.
    struct Known {
        var client: Client
        var request: Request?
        var stay: Stay?
    }

    private static let nobody = Known(client: Client())

    /// - Parameter map: A map file's path, nil where the column names are ours or do not matter.
    init(path: String, map: String?) throws(Problem) {
        self.path = path
        reader = try CSVReader(path: path)
        let names = try map.map { path throws(Problem) in try ColumnMapFile.read(path) } ?? [:]
        columns = try Self.columns(reader.header, map: names, path: path, mapPath: map)
        rows = ClientRow(map: columns)
    }

    /// The columns by the names of an import, so that requests and stays are known too; where that list could not be
    /// imported, by the names of a merge, which takes any list.
    private static func columns(
        _ header: [String], map: [String: String], path: String, mapPath: String?
    ) throws(Problem) -> ColumnMap {
        if let columns = try? ColumnMap(header: header, purpose: .importing, map: map) { return columns }
        return try ColumnMap(
            header: header, purpose: .merging, map: map, place: .file(path, line: 1),
            mapPlace: mapPath.map { .file($0) })
    }

    /// Against which postcodes and telephone numbers of rows without a country are read.
    func live(in country: String) { rows = ClientRow(map: columns, homeCountry: country) }

    var header: [String] { reader.header }
    /// The line on which the row at hand begins, from 1.
    var line: Int { reader.lineNumber }
    /// Why the row at hand cannot be read. Nil: it can.
    var fault: RowFault? { reader.fault }

    /// Whether the list can tell where a letter goes: it has a town and somebody to write to.
    var hasAddresses: Bool {
        has(.town) && (has(.familyName) || has(.company))
    }

    private func has(_ field: ClientField) -> Bool { columns.index(of: .client(field)) != nil }

    /// Moves to the next row, readable or not. False: there is none.
    func next() throws(Problem) -> Bool { try reader.next() }

    func cell(_ column: Int) -> String? { reader.text(at: column) }

    /// What the row at hand says of a client, a request and a stay.
    func known() -> Known {
        rows.read(reader.row, reader.cells, line: reader.lineNumber)
            .map { Known(client: $0.client, request: $0.request, stay: $0.stay) } ?? Self.nobody
    }
}
