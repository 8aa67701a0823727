package import Correspondence

/// Writes rejected rows in the format of the list they come from, behind a column that says why.
///
/// The reason stands in the first column, where a row with too few or too many cells cannot push it out of place. The rest of
/// the row is the row as it was, byte for byte. A file of rejects can be mended and imported again: `import` passes over its
/// first column. What is rejected then gets a new reason in the old one's place.
package final class RejectsWriter {
    private let writer: CSVWriter
    private let language: MessageLanguage
    private let separator: UInt8
    private let hasOldReasons: Bool
    /// How many rows were written.
    package private(set) var count = 0

    static let reasonNames = ["reason", "motif", "motif du rejet", "rejet"]

    /// - Parameters:
    ///   - header: The list's own column names.
    ///   - format: The list's own format.
    package init(
        to sink: any ByteSink, header: [String], format: CSVFormat, in language: MessageLanguage
    ) throws(Problem) {
        writer = CSVWriter(to: sink, format: format)
        self.language = language
        separator = format.separator.rawValue
        let names = Self.reasonNames.map(columnKey)
        hasOldReasons = header.first.map { names.contains(columnKey($0)) } ?? false
        try writer.row([language == .french ? "motif" : "reason"] + header.dropFirst(hasOldReasons ? 1 : 0))
    }

    package func put(_ rejection: ImportRejection) throws(Problem) {
        let line = language == .french ? "ligne \(rejection.line) : " : "line \(rejection.line): "
        writer.cell(line + rejection.words.text(in: language))
        writer.verbatim(hasOldReasons ? withoutFirstCell(rejection.original) : rejection.original[...])
        try writer.endRow()
        count += 1
    }

    private func withoutFirstCell(_ row: [UInt8]) -> ArraySlice<UInt8> {
        var isQuoted = false
        for position in row.indices {
            if row[position] == 0x22 { isQuoted.toggle() }
            if row[position] == separator, !isQuoted { return row[(position + 1)...] }
        }
        return row[...]
    }

    /// To be called once, after the last row.
    package func finish() throws(Problem) { try writer.finish() }
}
