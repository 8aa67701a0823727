package import Correspondence

/// What became of one letter that was put to a press.
package struct Printed: Hashable, Sendable {
    /// How many pages the letter begins. 0: it was left out, or it shares a label sheet that an earlier letter began.
    package var pages: Int
    /// The ordinal of its first page in the file, from 1.
    package var firstPage: Int
    /// What somebody should look at; the letter was printed all the same.
    package var warnings: [Warning]
    /// Set where the letter must not be printed; nothing of it was written.
    package var leftOut: LeftOut?

    package init(pages: Int, firstPage: Int, warnings: [Warning] = [], leftOut: LeftOut? = nil) {
        self.pages = pages
        self.firstPage = firstPage
        self.warnings = warnings
        self.leftOut = leftOut
    }

    package struct Warning: Hashable, Sendable {
        /// A short, stable code: `line_set_smaller`, `address_set_smaller`, `glyph_missing`, `line_too_wide`, `header_too_tall`,
        /// `address_line_long`, `font_style_missing`.
        package var code: String
        /// Nil where the letter has no client.
        package var client: Client.Number?
        package var words: Wording

        package init(code: String, client: Client.Number?, words: Wording) {
            self.code = code
            self.client = client
            self.words = words
        }
    }
}
