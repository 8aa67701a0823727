package import Correspondence

/// A cell that could not be read as what it should be; its row was kept.
package struct ImportRemark: Hashable, Sendable {
    /// The line of the list, from 1.
    package var line: Int
    /// Our name of the field.
    package var field: String
    package var words: Wording

    package init(line: Int, field: String, words: Wording) {
        self.line = line
        self.field = field
        self.words = words
    }
}
