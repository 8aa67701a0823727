/// Rows under heads, each column as wide as its widest cell.
struct PlainTable {
    var heads: [String]
    var rows: [[String]]
    /// Columns of figures, which stand at the right.
    var figures: Set<Int> = []

    var lines: [String] {
        let all = [heads] + rows
        let widths = heads.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = row.enumerated().map { column, text in
                let space = String(repeating: " ", count: widths[column] - text.count)
                return figures.contains(column) ? space + text : text + space
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }
}
