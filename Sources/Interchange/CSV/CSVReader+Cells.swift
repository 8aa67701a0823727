extension CSVReader {
    /// The text of a cell of the current row: trimmed, without control characters, in composed form. Nil: nothing is left.
    ///
    /// - Parameter column: The column's place in the header. Not in a bad row.
    package func text(at column: Int) -> String? {
        cellText(UnsafeBufferPointer(rebasing: row[cells[column]]))
    }
}
