package import Correspondence

/// A row that cannot be stored, and why.
package struct ImportRejection: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    package var line: Int
    /// A short, stable code: those of ``RowFault``, and `no_name`.
    package var code: String
    package var words: Wording
    /// The row's cells as far as they could be told apart.
    package var cells: [String]
    /// The row as it stands in the file, in UTF-8, without its line end; not UTF-8 where it did not decode.
    package var original: [UInt8]

    package init(line: Int, code: String, words: Wording, cells: [String], original: [UInt8]) {
        self.line = line
        self.code = code
        self.words = words
        self.cells = cells
        self.original = original
    }
}
