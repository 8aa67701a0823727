import Glibc

/// Rows under heads, each column as wide as its widest cell. Some give way where the terminal is narrow.
struct PlainTable {
    var heads: [String]
    var rows: [[String]]
    /// Columns of figures, which stand at the right.
    var figures: Set<Int> = []
    /// Columns that are cut where the lines would be wider than the terminal, the widest first.
    var elastic: Set<Int> = []
    var width = PlainTable.terminalWidth

    /// The lines, the head first.
    var lines: [String] {
        let widths = columnWidths
        return ([heads] + rows).map { row in
            let cells = row.enumerated().map { column, text in
                text.fitted(to: widths[column], atTheRight: figures.contains(column))
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }

    private var columnWidths: [Int] {
        let all = [heads] + rows
        var widths = heads.indices.map { column in all.map { $0[column].columnWidth }.max() ?? 0 }
        while widths.reduce(2 * (widths.count - 1), +) > width,
            let widest = elastic.sorted().max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
        }
        return widths
    }

    /// No column is cut to less.
    private static let narrowest = 8

    /// 80 columns where standard output is no terminal.
    static var terminalWidth: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
