import Correspondence

/// A part of a template that begins on a line of its own, ready to be merged.
enum BlockNode: Sendable {
    /// The same in every letter.
    case fixed(Letter.Block)
    case paragraph(ParagraphNode)
    case list(ordered: Bool, classes: [String], items: [ListItemNode])
    case table(classes: [String], rows: [TableRowNode])
    case group(Letter.Group.Kind, classes: [String], blocks: [BlockNode])
    case section(SectionNode, [BlockNode])
}

enum ListItemNode: Sendable {
    case item([BlockNode])
    case section(SectionNode, [ListItemNode])
}

enum TableRowNode: Sendable {
    case row(isHead: Bool, cells: [CellNode])
    case section(SectionNode, [TableRowNode])
}

struct CellNode: Sendable {
    var isHead: Bool
    var columns: Int
    var content: ParagraphNode
}

struct ParagraphNode: Sendable {
    var classes: [String]
    /// 1 to 3, nil for a plain paragraph.
    var heading: Int?
    var nodes: [InlineNode]
    /// Set where the paragraph is the same in every letter.
    var fixed: Letter.Paragraph?

    func block(_ paragraph: Letter.Paragraph) -> Letter.Block {
        heading.map { .heading(level: $0, paragraph) } ?? .paragraph(paragraph)
    }
}

enum InlineNode: Sendable {
    case literal(Literal)
    case lineBreak(Letter.Run)
    case field(FieldNode, Letter.Style)
    /// A field that is the same in every letter; nil where it is empty.
    case constant(Letter.Run?)
    case section(SectionNode, [InlineNode])
}

/// A tag that prints a value.
struct FieldNode: Sendable {
    /// As the template writes it.
    var name: String
    var path: SlotPath
    var filters: [FieldFilter]
}

/// A tag that opens a section.
struct SectionNode: Sendable {
    var path: SlotPath
    var isInverted: Bool
    /// A list's column, where "no" is false as well.
    var isColumn: Bool
}

enum FieldFilter: Hashable, Sendable {
    case date(DatePattern)
    case money
    case number
    case upper
    case lower
    /// Stands where the value is empty.
    case fallback(String)

    /// Whether it asks for the value itself, not for its text.
    var readsValue: Bool {
        switch self {
        case .date, .money, .number: true
        case .upper, .lower, .fallback: false
        }
    }
}

/// Text of the template itself, its white space collapsed, made once in each form that a letter can need.
///
/// Whether a space at either end is printed depends on what stands beside it in this letter: beside an empty field two
/// spaces would meet.
final class Literal: Sendable {
    /// By ``Ends``; nil where nothing is left.
    private let variants: [Letter.Run?]
    let raw: String
    let style: Letter.Style
    let beginsWithSpace: Bool
    let endsWithSpace: Bool
    /// White space only.
    let isBlank: Bool
    /// A letter or a digit: it keeps its line. Punctuation alone does not.
    let hasWords: Bool
    /// A comma, a full stop, a closing bracket or a mark with its own space comes first: no space may stand before it.
    let clingsToBefore: Bool

    struct Ends: OptionSet {
        var rawValue: Int
        static let withoutFirstSpace = Ends(rawValue: 1)
        static let withoutLastSpace = Ends(rawValue: 2)
    }

    /// - Parameter place: What stands beside it, where marks get the spaces of French that they lack. Nil: they do not.
    init(
        _ raw: String, style: Letter.Style, french place: FrenchSpaces.Surroundings?, key: (String, Letter.Style) -> Int
    ) {
        let words = raw.unicodeScalars.split(whereSeparator: Self.isCollapsible).map(String.init)
        let written = words.joined(separator: " ")
        beginsWithSpace = raw.unicodeScalars.first.map(Self.isCollapsible) ?? false
        endsWithSpace = raw.unicodeScalars.last.map(Self.isCollapsible) ?? false
        self.raw = raw
        self.style = style
        var core = written
        if var place {
            if beginsWithSpace { place.before = " " }
            if endsWithSpace { place.after = " " }
            core = FrenchSpaces.added(to: written, in: place)
        }
        isBlank = core.isEmpty
        hasWords = core.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        clingsToBefore =
            !beginsWithSpace
            && (core.first.map { ",.)]…".contains($0) } ?? false || FrenchSpaces.isAddedFirst(in: core, to: written))
        let (first, last) = (beginsWithSpace ? " " : "", endsWithSpace ? " " : "")
        let texts =
            core.isEmpty
            ? [first.isEmpty ? last : first, "", "", ""] : [first + core + last, core + last, first + core, core]
        variants = texts.map { $0.isEmpty ? nil : Letter.Run($0, style: style, key: key($0, style)) }
    }

    func run(_ ends: Ends) -> Letter.Run? { variants[ends.rawValue] }

    /// White space that HTML collapses. No-break spaces (U+00A0, U+202F) stay as they are typed.
    static func isCollapsible(_ scalar: Unicode.Scalar) -> Bool {
        [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(scalar.value)
    }
}

extension BlockNode {
    var fixedBlock: Letter.Block? {
        if case .fixed(let block) = self { block } else { nil }
    }
}
