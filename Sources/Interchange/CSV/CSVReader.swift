package import Correspondence

/// Reads a CSV file row by row, in constant memory, without making a `String`.
///
/// Encoding and separator are recognised. The first row that is not blank is the header. Blank rows (nothing but white
/// space, or empty cells without a quotation mark) are passed over and counted.
///
/// ```swift
/// let reader = try CSVReader(path: "clients.csv")
/// while try reader.next() {
///     if let fault = reader.fault { … continue }
///     for cell in reader.cells { use(reader.row[cell]) }     // valid until the next next()
/// }
/// ```
///
/// **Quotes.** A cell that begins with `"`, or with blanks and a `"` that is properly closed, ends at the next `"` before a separator, a line end or the end of the file (blanks
/// between them are dropped); `""` inside is one `"`. A lone `"` inside such a cell (`"Le "Petit" Camping"`) or in a cell that
/// does not begin with one (`12" pipe`) stands for itself, but a cell with a lone `"` cannot run over several lines.
/// A quote that nothing closes would swallow the rest of the file: where the end is not found within ``rowLimit`` bytes and
/// 500 lines, or the lines inside look like rows, only the line where the row began is a bad row, and reading goes on
/// with the next line.
///
/// **Number of cells.** Empty names at the end of the header do not count, and a row may have further cells at its end as
/// long as they are empty: spreadsheets leave both. Fewer cells than the header has names, or further cells that
/// are not empty, make a bad row.
///
/// **Bad rows** are delivered like others, with their ``fault`` and their original text; they never stop the reading.
package final class CSVReader {
    /// What was recognised; a ``CSVWriter`` with this format writes alike.
    package private(set) var format: CSVFormat
    /// The names of the columns, trimmed, without empty ones at the end.
    package private(set) var header: [String] = []
    /// How many rows have been delivered, bad ones included, the header not.
    package private(set) var rowCount = 0
    /// How many lines without any content were passed over.
    package private(set) var blankCount = 0

    /// The line on which the current row begins, from 1.
    package var lineNumber: Int { current.line }
    /// Why the current row is bad. Nil: it is not.
    package var fault: RowFault? { current.fault }
    /// The current row's cells as ranges of ``row``: without their quotes, in the header's order.
    ///
    /// As many as the header has names, but in a bad row, which has as many as were found. Valid until the next ``next()``.
    package var cells: UnsafeBufferPointer<Range<Int>> { current.cells }
    /// The UTF-8 bytes that ``cells`` point into. Valid until the next ``next()``.
    package var row: UnsafeBufferPointer<UInt8> { current.row }
    /// The current row as it stands in the file, quotes included, line end not; in a bad row perhaps not UTF-8.
    package var original: UnsafeBufferPointer<UInt8> { current.original }

    /// The longest row that is read, in bytes of UTF-8. Whatever is longer arrives as bad rows of this length.
    package static let rowLimit = 1 << 20

    private let window: CSVWindow
    private let scanner: CSVScanner
    private let place: Place?
    private var current = Current()
    private var width = 0
    private var unescaped: [UInt8] = []
    private var nextLine = 1
    /// Whether the row goes on with a line that was too long to be read at once.
    private var isInsideLongLine = false

    /// Opens the file at `path`.
    ///
    /// - Throws: A `Problem` if the file cannot be read, is empty or has no readable header.
    package convenience init(path: String) throws(Problem) {
        try self.init(source: FileSource(path: path), place: .file(path))
    }

    /// Reads from memory, as if `bytes` came in pieces of `pieceSize`.
    package convenience init(bytes: [UInt8], place: Place? = nil, pieceSize: Int = 1 << 17) throws(Problem) {
        try self.init(source: MemorySource(bytes, pieceSize: pieceSize), place: place)
    }

    init(source: any ByteSource, place: Place?) throws(Problem) {
        self.place = place
        var evidence = EncodingEvidence()
        try source.show(to: &evidence)
        let (encoding, isMarked) = evidence.verdict
        if let kind = FileKind(evidence.first, encoding: encoding) { throw .notText(place, kind) }
        window = CSVWindow(source: source, encoding: encoding)
        try window.fill(atLeast: 1 << 16)
        // Whatever the encoding, its mark has become the three bytes of U+FEFF.
        if isMarked { window.rowStart = min(3, window.end) }
        let (separator, lineEnding, hint) = DialectEvidence.verdict(on: window.unread, isWhole: window.isAtEnd)
        window.nextRow = window.rowStart + hint
        nextLine += hint > 0 ? 1 : 0
        format = CSVFormat(
            encoding: encoding, hasByteOrderMark: isMarked, separator: separator, lineEnding: lineEnding)
        scanner = CSVScanner(separator: separator.rawValue)
        try readHeader()
    }

    private func readHeader() throws(Problem) {
        guard try next() else { throw .emptyFile(place) }
        if let fault { throw .badHeader(place, line: lineNumber, fault) }
        header = cells.map { cellText(UnsafeBufferPointer(rebasing: row[$0])) ?? "" }
        while header.last == "" { header.removeLast() }
        guard !header.isEmpty else { throw .noNames(place, line: lineNumber) }
        width = header.count
        scanner.width = width
        rowCount = 0
    }
}

extension CSVReader {
    /// Moves to the next row, good or bad. Returns false at the end of the file.
    ///
    /// - Throws: A `Problem` if the file can no longer be read.
    package func next() throws(Problem) -> Bool {
        while let found = try findRow() {
            let start = window.rowStart
            let line = nextLine
            nextLine = line + found.lineBreaks
            window.nextRow = found.next
            let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(window.bytes)[start..<found.end])
            guard !isBlank(text, found) else {
                blankCount += max(1, found.lineBreaks)
                continue
            }
            current = delivered(text, found, line: line)
            rowCount += 1
            return true
        }
        return false
    }

    /// The current row's cells as text, as they stand; bytes that are no UTF-8 become U+FFFD.
    package func strings() -> [String] {
        cells.map { String(decoding: UnsafeBufferPointer(rebasing: row[$0]), as: UTF8.self) }
    }

    /// Scans from the next row's start, reading on until the row is whole.
    private func findRow() throws(Problem) -> CSVScanner.Row? {
        window.rowStart = window.nextRow
        while true {
            if window.rowStart == window.end, window.isAtEnd { return nil }
            let whole = window.isAtEnd
            let isFull = window.end - window.rowStart > Self.rowLimit
            if isInsideLongLine {
                if let found = scanner.scanLongLine(window, isWhole: whole, isFull: isFull) { return settleLong(found) }
            } else if let found = scanner.scan(window, isWhole: whole, isFull: isFull) {
                return settleLong(found)
            }
            try window.fill(atLeast: max(1, window.end - window.rowStart))
        }
    }

    private func settleLong(_ found: CSVScanner.Row) -> CSVScanner.Row {
        isInsideLongLine = found.isCut
        return found
    }

    private func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ found: CSVScanner.Row) -> Bool {
        guard !found.hasQuotes, found.trouble == nil else { return false }
        let separator = scanner.separatorByte
        for byte in text where byte != 0x20 && byte != 0x09 && byte != separator { return false }
        return true
    }

    private func delivered(_ text: UnsafeBufferPointer<UInt8>, _ found: CSVScanner.Row, line: Int) -> Current {
        var new = Current(line: line, original: text, row: text, cells: scanner.cells)
        new.fault = fault(of: new, found)
        guard new.fault == nil else { return new }
        if width > 0 { new.cells = UnsafeBufferPointer(rebasing: new.cells[..<width]) }
        if found.hasDoubledQuotes { new.row = unescaped(new) }
        return new
    }

    private func fault(of new: Current, _ found: CSVScanner.Row) -> RowFault? {
        switch found.trouble {
        case .unclosedQuote(let lineBreaks): return .unclosedQuote(line: new.line + lineBreaks)
        case .tooLong: return .tooLong(limit: Self.rowLimit)
        case nil: break
        }
        if found.hasHighBytes, !isWellFormedUTF8(new.original) { return .undecodable(format.encoding) }
        guard width > 0, new.cells.count != width else { return nil }
        let isTolerable = new.cells.count > width && new.cells[width...].allSatisfy { new.isEmpty($0) }
        return isTolerable ? nil : .cellCount(found: new.cells.count, expected: width)
    }

    /// Copies the row aside with each doubled quote made one, and its cells with it.
    private func unescaped(_ new: Current) -> UnsafeBufferPointer<UInt8> {
        unescaped.removeAll(keepingCapacity: true)
        for index in new.cells.indices {
            let cell = new.cells[index]
            let start = unescaped.count
            let isQuoted = cell.lowerBound > 0 && new.row[cell.lowerBound - 1] == 0x22
            var position = cell.lowerBound
            while position < cell.upperBound {
                unescaped.append(new.row[position])
                let isPair = isQuoted && new.row[position] == 0x22 && position + 1 < cell.upperBound
                position += isPair && new.row[position + 1] == 0x22 ? 2 : 1
            }
            scanner.replaceCell(index, by: start..<unescaped.count)
        }
        return unescaped.withUnsafeBufferPointer { scanner.hold($0) }
    }
}

/// The row that a reader stands at.
private struct Current {
    var line = 1
    var original = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var row = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var cells = UnsafeBufferPointer<Range<Int>>(start: nil, count: 0)
    var fault: RowFault?

    func isEmpty(_ cell: Range<Int>) -> Bool { row[cell].allSatisfy { $0 == 0x20 } }
}

extension Problem {
    fileprivate static func emptyFile(_ place: Place?) -> Problem {
        Problem(
            place,
            Wording(en: "the file is empty.", fr: "le fichier est vide."),
            remedy: Wording(
                en: "Write the names of the columns on its first line.",
                fr: "Écrivez les noms des colonnes sur sa première ligne."))
    }

    fileprivate static func notText(_ place: Place?, _ kind: FileKind) -> Problem {
        Problem(
            place,
            Wording(
                en: "this is \(kind.words.english), not a CSV file.",
                fr: "c’est \(kind.words.french), pas un fichier CSV."),
            remedy: kind.remedy)
    }

    fileprivate static func noNames(_ place: Place?, line: Int) -> Problem {
        Problem(
            place?.at(line: line),
            Wording(en: "no column has a name.", fr: "aucune colonne n’a de nom."),
            remedy: Wording(
                en: "Write the names of the columns on the file's first line.",
                fr: "Écrivez les noms des colonnes sur la première ligne du fichier."))
    }

    fileprivate static func badHeader(_ place: Place?, line: Int, _ fault: RowFault) -> Problem {
        Problem(
            place?.at(line: line),
            Wording(
                en: "the names of the columns cannot be read: \(fault.words.english).",
                fr: "les noms des colonnes ne peuvent pas être lus : \(fault.words.french)."),
            remedy: Wording(
                en: "Save the file again as CSV, with the names of the columns on its first line.",
                fr: "Enregistrez de nouveau le fichier en CSV, avec les noms des colonnes sur sa première ligne."))
    }
}

extension Place {
    /// The same file, at this line.
    fileprivate func at(line: Int) -> Place {
        if case .file(let name, _, _) = self { return .file(name, line: line) }
        return self
    }
}
