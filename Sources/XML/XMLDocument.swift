package import Correspondence

/// A small XHTML page, read whole: its elements and their text, each with the place where it stands in the file.
///
/// The page is UTF-8. A bare `<!DOCTYPE html>` and HTML 4's named characters (`&nbsp;`, `&eacute;`) are accepted; any other
/// DOCTYPE or entity is refused, so nothing outside the page is ever read and nothing in it expands.
package struct XMLDocument: Sendable {
    package let source: Source
    package let root: Element

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes, at most ``largestSize``.
    ///   - file: The file's name as messages say it.
    ///   - isFragment: Whether `bytes` hold a piece of a page (any number of elements and text) instead of one element.
    ///     The root of the result is then an element named `fragment` that stands in no file.
    /// - Throws: A `Problem` with line, column and the line itself, where the page is not well-formed.
    package init(parsing bytes: [UInt8], file: String, isFragment: Bool = false) throws(Problem) {
        guard bytes.count <= Self.largestSize else { throw Problem(.file(file), .tooLarge, remedy: .makeSmaller) }
        let source = Source(file: file, bytes: bytes)
        let prepared = try Preparation(of: source, isFragment: isFragment)
        self.source = source
        self.root = try Self.tree(of: prepared, in: source)
    }

    /// In bytes. A letter template is some kilobytes long.
    package static let largestSize = 1_048_576
}

extension XMLDocument {
    package struct Element: Sendable {
        /// As written, a prefix included.
        package let name: String
        /// In the order of the file, without namespace declarations.
        package let attributes: [Attribute]
        /// Comments and processing instructions are left out; text beside them is one piece.
        package let children: [Node]
        /// The start tag, in bytes of the source: `<p class="note">`.
        package let tag: Range<Int>

        package subscript(attribute name: String) -> String? {
            attributes.first { $0.name == name }?.value
        }
    }

    package struct Attribute: Sendable {
        package let name: String
        package let value: String
        /// In bytes of the source.
        package let nameRange: Range<Int>
        /// Without the quotes, in bytes of the source.
        package let valueRange: Range<Int>
    }

    package enum Node: Sendable {
        case element(Element)
        case text(Text)
    }

    /// Text between two tags, its references replaced and its white space as written.
    package struct Text: Sendable {
        package let string: String
        let segments: [Segment]

        /// Returns the byte range of the source that the bytes `range` of `string.utf8` come from.
        package func sourceRange(of range: Range<Int>) -> Range<Int> {
            let start = sourceOffset(at: range.lowerBound)
            return start..<max(start, sourceOffset(at: range.upperBound))
        }

        private func sourceOffset(at offset: Int) -> Int {
            var low = 0
            var high = segments.count
            guard high > 0 else { return 0 }
            while high - low > 1 {
                let middle = (low + high) / 2
                if segments[middle].offset <= offset { low = middle } else { high = middle }
            }
            let segment = segments[low]
            return segment.isVerbatim ? segment.source + offset - segment.offset : segment.source
        }
    }

    /// A stretch of a text that stands in the source in one piece.
    struct Segment: Sendable {
        /// In bytes of the text.
        var offset: Int
        /// In bytes of the source.
        var source: Int
        /// False for a character reference, whose length differs.
        var isVerbatim: Bool
    }
}

extension Wording {
    fileprivate static var tooLarge: Wording {
        Wording(
            en: "the file is larger than 1 MB, which no letter template is.",
            fr: "le fichier dépasse 1 Mo, ce qu’aucun modèle de lettre n’atteint.")
    }
    fileprivate static var makeSmaller: Wording {
        Wording(
            en: "Check that this is the right file; keep images in files of their own.",
            fr: "Vérifiez que c’est le bon fichier\u{A0}; gardez les images dans leurs propres fichiers.")
    }
}
