import Correspondence
import Interchange
import Linkage

/// A list of persons or firms, read for the search for duplicates: the table, and the identifier of each row.
struct PersonList {
    private(set) var table: RecordTable
    /// The identifiers' bytes, one after the other, and where each ends. Rows of a list without an `id` are numbered from 1.
    private var identifiers: [UInt8] = []
    private var ends: [Int] = []

    init(path: String, map: String?, outcome: inout DuplicateSearch.Outcome) throws(Problem) {
        let reader = try CSVReader(path: path)
        let names = try map.map { path throws(Problem) in try ColumnMapFile.read(path) } ?? [:]
        let columns = try ColumnMap(
            header: reader.header, purpose: .matching, map: names, place: .file(path, line: 1),
            mapPlace: map.map { .file($0) })
        outcome.notes += columns.notes.map { Problem(.file(path, line: 1), $0) }
        let compared = columns.columns.indices.filter { columns.columns[$0].isCompared }
        table = RecordTable(fields: compared.map { LinkageField(name: columns.columns[$0].name ?? "") })
        try read(reader, compared, id: columns.index(of: .client(.reference)), path: path, outcome: &outcome)
        outcome.rows = table.count
    }

    private mutating func read(
        _ reader: CSVReader, _ compared: [Int], id: Int?, path: String, outcome: inout DuplicateSearch.Outcome
    ) throws(Problem) {
        var known = IdentifierSet()
        var cells = compared.map { _ in 0..<0 }
        var isFilled = compared.map { _ in false }
        while try reader.next() {
            if let fault = reader.fault {
                outcome.unreadable += 1
                if outcome.unreadable <= 20 {
                    outcome.faults.append(Problem(.file(path, line: reader.lineNumber), fault.words.asSentence))
                }
                continue
            }
            for (place, column) in compared.enumerated() {
                cells[place] = reader.cells[column]
                if !cells[place].isEmpty { isFilled[place] = true }
            }
            cells.withUnsafeBufferPointer { table.append(row: reader.row, cells: $0) }
            addIdentifier(id.map { UnsafeBufferPointer(rebasing: reader.row[reader.cells[$0]]) })
            if id != nil, !known.insert(row: ends.count - 1, of: self) {
                throw Problem(.file(path, line: reader.lineNumber), .givenTwice, remedy: .makeUnique)
            }
        }
        let empty = compared.indices.filter { !isFilled[$0] }
        if table.count > 0, !empty.isEmpty, empty.count < compared.count {
            let names = empty.map { reader.header[compared[$0]] }
            outcome.notes.append(Problem(.file(path, line: 1), .empty(names)))
        }
    }

    private mutating func addIdentifier(_ bytes: UnsafeBufferPointer<UInt8>?) {
        if let bytes {
            identifiers.append(contentsOf: bytes)
        } else {
            identifiers.append(contentsOf: String(table.count).utf8)
        }
        ends.append(identifiers.count)
    }

    func identifier(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        identifiers.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[(row == 0 ? 0 : ends[row - 1])..<ends[row]]))
        }
    }
}

extension PersonList {
    /// Writes `id,group` in the list's order. Groups are numbered from 1, by their first record.
    func writeGroups(_ groups: [[Int]], to sink: any ByteSink) throws(Problem) {
        var first = Array(0..<table.count)
        for group in groups {
            for row in group { first[row] = group[0] }
        }
        let writer = CSVWriter(to: sink)
        try writer.row(["id", "group"])
        var number = 0
        var numbers = [Int](repeating: 0, count: table.count)
        for row in 0..<table.count {
            if first[row] == row {
                number += 1
                numbers[row] = number
            }
            identifier(row) { writer.cell($0) }
            writer.cell(numbers[first[row]])
            try writer.endRow()
        }
        try writer.finish()
    }

    /// Writes every pair, in the order of the rows.
    func writePairs(_ pairs: [LinkedPair], to sink: any ByteSink) throws(Problem) {
        let writer = CSVWriter(to: sink)
        try writer.row(["id_a", "id_b", "probability", "weight", "answer"])
        for pair in pairs {
            identifier(pair.a) { writer.cell($0) }
            identifier(pair.b) { writer.cell($0) }
            writer.cell(Self.decimal(pair.probability, places: 6))
            writer.cell(Self.decimal(pair.weight.bits, places: 3))
            writer.cell(pair.likeness.rawValue)
            try writer.endRow()
        }
        try writer.finish()
    }

    private static func decimal(_ number: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let whole = Int((abs(number) * Double(scale)).rounded())
        let digits = String(whole % scale)
        let sign = number < 0 && whole > 0 ? "-" : ""
        return "\(sign)\(whole / scale).\(String(repeating: "0", count: places - digits.count))\(digits)"
    }
}

/// The identifiers seen so far, held as hashes of their bytes with the rows that have them.
private struct IdentifierSet {
    private var rows: [UInt64: Int32] = [:]

    /// Returns false where an earlier row has the same identifier.
    mutating func insert(row: Int, of list: PersonList) -> Bool {
        var hash = Self.hash(row, of: list)
        while let earlier = rows[hash] {
            if Self.areEqual(Int(earlier), row, of: list) { return false }
            hash &+= 1
        }
        rows[hash] = Int32(row)
        return true
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ row: Int, of list: PersonList) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        list.identifier(row) { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        return hash
    }

    private static func areEqual(_ a: Int, _ b: Int, of list: PersonList) -> Bool {
        var isEqual = false
        list.identifier(a) { first in list.identifier(b) { isEqual = first.elementsEqual($0) } }
        return isEqual
    }
}

extension ImportColumn {
    /// Whether the search for duplicates looks at it.
    fileprivate var isCompared: Bool {
        switch self {
        case .client(.reference), .ignored: false
        default: true
        }
    }
}

extension Wording {
    fileprivate static func empty(_ columns: [String]) -> Wording {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return columns.count == 1
            ? Wording(
                en: "the column \(names) is empty in every row.", fr: "la colonne \(names) est vide à chaque ligne.")
            : Wording(
                en: "the columns \(names) are empty in every row.",
                fr: "les colonnes \(names) sont vides à chaque ligne.")
    }

    fileprivate static let givenTwice = Wording(
        en: "an earlier row has the same id.", fr: "une ligne précédente porte le même id.")
    fileprivate static let makeUnique = Wording(
        en: "Give each row an id of its own, or leave the column out with a map file: id: \"-\"",
        fr: "Donnez à chaque ligne son propre id, ou écartez la colonne dans un fichier --map\u{A0}: id: \"-\"")
}
