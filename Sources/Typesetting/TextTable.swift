import Correspondence

/// A table on the grid of plain text: columns as wide as their widest cell, figures flush right, a line under the head.
struct TextTable {
    private static let gap = 2

    private let table: Letter.Table
    private let cells: [[TextLine]]
    private let widths: [Int]
    private let areFigures: [Bool]
    private let width: Int
    private let setter: TextSetter

    init(_ table: Letter.Table, setter: TextSetter, width: Int) {
        self.table = table
        self.setter = setter
        self.width = width
        let cells = table.rows.map { row in
            row.map { cell in
                setter.wrapped(cell.content.runs, width: 1000).reduce(into: TextLine()) {
                    $0 += $0.isEmpty ? $1 : [" "] + $1
                }
            }
        }
        self.cells = cells
        let count = table.rows.map { row in row.reduce(0) { $0 + max($1.columns, 1) } }.max() ?? 0
        var natural = [Int](repeating: 1, count: count)
        var figures = [Bool](repeating: true, count: count)
        for (row, rowCells) in zip(table.rows, cells) {
            var column = 0
            for (cell, text) in zip(row, rowCells) {
                if max(cell.columns, 1) == 1 {
                    natural[column] = max(natural[column], text.count)
                    if !cell.isHead, !text.isEmpty, !TextTable.isFigure(text) { figures[column] = false }
                }
                column += max(cell.columns, 1)
            }
        }
        areFigures = figures
        widths = TextTable.fitted(natural, to: width - TextTable.gap * max(count - 1, 0))
    }

    /// The widest columns give way until the table fits.
    private static func fitted(_ natural: [Int], to width: Int) -> [Int] {
        var widths = natural
        while widths.reduce(0, +) > width, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 4
        {
            widths[widest] -= 1
        }
        return widths
    }

    private static func isFigure(_ text: TextLine) -> Bool {
        text.allSatisfy { "0123456789 .,'’%-+−–€£$\u{A0}\u{202F}".unicodeScalars.contains($0) }
    }

    func lines() -> [TextLine] {
        rowLines().flatMap { $0 }
    }

    /// The first rows and the line under them.
    func headLines() -> [TextLine] {
        rowLines().prefix(table.headRows).flatMap { $0 }
    }

    /// How many of the rows are heads.
    var headRows: Int { table.headRows }

    /// The lines of each row; the line under the head stands with its last row.
    func rowLines() -> [[TextLine]] {
        let total = widths.reduce(0, +) + TextTable.gap * max(widths.count - 1, 0)
        return table.rows.enumerated().map { number, row in
            lines(of: row) + (number == table.headRows - 1 ? [TextLine(repeating: "-", count: total)] : [])
        }
    }

    private func lines(of row: [Letter.Cell]) -> [TextLine] {
        var lines: [TextLine] = [[]]
        var column = 0
        var start = 0
        for cell in row {
            let last = min(column + max(cell.columns, 1), widths.count) - 1
            guard column <= last else { break }
            let room = widths[column...last].reduce(0, +) + TextTable.gap * (last - column)
            let isRight = areFigures[last] || cell.content.classes.contains { $0 == "right" || $0 == "amount" }
            for (index, text) in setter.wrapped(cell.content.runs, width: room).enumerated() {
                while lines.count <= index { lines.append([]) }
                let indent = start + (isRight ? room - text.count : 0)
                lines[index] = TextSetter.moved(text, by: indent - lines[index].count, after: lines[index])
            }
            start += room + TextTable.gap
            column = last + 1
        }
        return lines
    }
}

extension TextSetter {
    /// A line continued by another after some spaces.
    static func moved(_ line: TextLine, by columns: Int, after start: TextLine) -> TextLine {
        start + TextLine(repeating: " ", count: max(columns, 0)) + line
    }
}
