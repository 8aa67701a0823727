package import Correspondence

/// A CSV list of clients, read for `import` in constant memory.
///
/// ```swift
/// let list = try ClientList(path: "clients.csv")
/// while let outcome = try list.next() {
///     switch outcome {
///     case .row(let row): try file.take(row)
///     case .rejected(let rejection): try rejects.put(rejection)
///     }
/// }
/// ```
package final class ClientList {
    package enum Outcome: Hashable, Sendable {
        case row(ImportedRow)
        case rejected(ImportRejection)
    }

    /// What every column was taken for.
    package let map: ColumnMap
    private let reader: CSVReader
    private var rows: ClientRow

    /// - Throws: A `Problem` if the list cannot be read, no column is usable or the map is wrong.
    package convenience init(
        path: String, map: [String: String] = [:], mapPlace: Place? = nil, homeCountry: String = "FR"
    ) throws(Problem) {
        try self.init(
            reader: CSVReader(path: path), place: .file(path, line: 1), map: map, mapPlace: mapPlace,
            homeCountry: homeCountry)
    }

    package init(
        reader: CSVReader, place: Place? = nil, map: [String: String] = [:], mapPlace: Place? = nil,
        homeCountry: String = "FR"
    ) throws(Problem) {
        self.reader = reader
        self.map = try ColumnMap(
            header: reader.header, purpose: .importing, map: map, place: place, mapPlace: mapPlace)
        rows = ClientRow(map: self.map, homeCountry: homeCountry)
    }

    package var format: CSVFormat { reader.format }
    package var header: [String] { reader.header }
    /// Unknown and doubled columns.
    package var notes: [Wording] { map.notes }
    /// What was doubtful in the row that was returned last.
    package var remarks: [ImportRemark] { rows.remarks }

    /// Returns the next row, read or rejected. Nil: there is none.
    package func next() throws(Problem) -> Outcome? {
        guard try reader.next() else { return nil }
        rows.forgetRemarks()
        if let fault = reader.fault { return .rejected(rejection(code: fault.code, fault.words)) }
        if let row = rows.read(reader.row, reader.cells, line: reader.lineNumber) { return .row(row) }
        return .rejected(rejection(code: "no_name", .noName))
    }

    /// The row that was returned last as one that is refused after all, for a reason that only the client file knows.
    package func rejection(code: String, _ words: Wording) -> ImportRejection {
        ImportRejection(
            line: reader.lineNumber, code: code, words: words, cells: reader.strings(),
            original: Array(reader.original))
    }
}

extension Wording {
    fileprivate static let noName = Wording(
        en: "the row names neither a person nor a company",
        fr: "la ligne ne donne ni nom ni société")
}
