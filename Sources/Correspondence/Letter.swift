/// One merged document for one client: all its words, not yet typeset.
///
/// `Merging` makes it, `Typesetting` sets it. What is the same in every letter of a template carries a `key`, so that it is
/// shaped, broken and written once for a whole run.
package struct Letter: Hashable, Sendable {
    /// Nil where the letter was merged from a list without a client file.
    package var client: Client.Number?
    /// Which template the keys belong to. Letters with equal `form` may share what their keys name.
    package var form: FormID
    package var language: Language
    package var geometry: String
    /// The subject line. Empty: none is set.
    package var subject: Paragraph
    /// The printed lines of the address block, in order, ready to print. At most 6 and a country.
    package var addressLines: [String]
    /// "Saint-Malo, le 18 novembre 2026".
    package var placeAndDate: String
    /// "Notre référence : 4711". Empty: none is set.
    package var referenceLine: String
    /// Printed small at the foot and in `%%Page:`. Empty: none is set.
    package var pieceCode: String
    package var body: [Block]

    package init(
        client: Client.Number? = nil, form: FormID, language: Language, geometry: String = "nf",
        subject: Paragraph = Paragraph(), addressLines: [String] = [], placeAndDate: String = "",
        referenceLine: String = "", pieceCode: String = "", body: [Block] = []
    ) {
        self.client = client
        self.form = form
        self.language = language
        self.geometry = geometry
        self.subject = subject
        self.addressLines = addressLines
        self.placeAndDate = placeAndDate
        self.referenceLine = referenceLine
        self.pieceCode = pieceCode
        self.body = body
    }

    /// Tells templates apart within one process.
    package struct FormID: Hashable, Sendable {
        package var number: Int

        package init(number: Int) {
            self.number = number
        }
    }
}

extension Letter {
    /// A part of the letter that begins on a line of its own.
    package indirect enum Block: Hashable, Sendable {
        case paragraph(Paragraph)
        /// Level 1 to 3.
        case heading(level: Int, Paragraph)
        case list(List)
        case table(Table)
        case image(Image)
        case rule
        case group(Group)
    }

    /// Text that is broken into lines.
    package struct Paragraph: Hashable, Sendable {
        /// Class names, in the order of the template.
        package var classes: [String]
        package var runs: [Run]
        /// Set where the whole paragraph is the same in every letter of the form.
        package var key: Int?

        package init(classes: [String] = [], runs: [Run] = [], key: Int? = nil) {
            self.classes = classes
            self.runs = runs
            self.key = key
        }
    }

    /// A stretch of text in one style. White space is collapsed already; `\n` is a forced line break.
    package struct Run: Hashable, Sendable {
        package var text: String
        package var style: Style
        /// Set where the text stands in the template itself, nil where a field filled it.
        package var key: Int?

        package init(_ text: String, style: Style = [], key: Int? = nil) {
            self.text = text
            self.style = style
            self.key = key
        }
    }

    package struct Style: OptionSet, Hashable, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Style(rawValue: 1)
        package static let italic = Style(rawValue: 2)
        package static let underline = Style(rawValue: 4)
        package static let small = Style(rawValue: 8)
    }

    package struct List: Hashable, Sendable {
        package var ordered: Bool
        package var classes: [String]
        /// Each item is one or more blocks.
        package var items: [[Block]]

        package init(ordered: Bool, classes: [String] = [], items: [[Block]]) {
            self.ordered = ordered
            self.classes = classes
            self.items = items
        }
    }

    package struct Table: Hashable, Sendable {
        package var classes: [String]
        /// How many of the first rows are heads, repeated on each page.
        package var headRows: Int
        package var rows: [[Cell]]

        package init(classes: [String] = [], headRows: Int = 0, rows: [[Cell]]) {
            self.classes = classes
            self.headRows = headRows
            self.rows = rows
        }
    }

    package struct Cell: Hashable, Sendable {
        package var isHead: Bool
        package var columns: Int
        package var content: Paragraph

        package init(isHead: Bool = false, columns: Int = 1, content: Paragraph) {
            self.isHead = isHead
            self.columns = columns
            self.content = content
        }
    }

    package struct Image: Hashable, Sendable {
        /// As the template names it, relative to the template folder.
        package var source: String
        package var classes: [String]
        /// What plain text prints instead. Empty: nothing.
        package var alternative: String
        /// In millimetres, nil where the template says nothing.
        package var width: Double?
        package var height: Double?

        package init(
            source: String, classes: [String] = [], alternative: String = "", width: Double? = nil,
            height: Double? = nil
        ) {
            self.source = source
            self.classes = classes
            self.alternative = alternative
            self.width = width
            self.height = height
        }
    }

    package struct Group: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable {
            case div, header, footer, address
        }

        package var kind: Kind
        package var classes: [String]
        package var blocks: [Block]
        /// Set where everything in the group is the same in every letter of the form.
        package var key: Int?

        package init(kind: Kind, classes: [String] = [], blocks: [Block], key: Int? = nil) {
            self.kind = kind
            self.classes = classes
            self.blocks = blocks
            self.key = key
        }
    }
}
