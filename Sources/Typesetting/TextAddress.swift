import Correspondence

/// An address on the grid of plain text: its lines, and where the first one begins.
///
/// A block that is too wide for its column begins further to the left. A line that is wider than the sheet goes on in the next
/// line, indented.
struct TextAddress {
    private(set) var lines: [TextLine]
    /// From 0.
    private(set) var row: Int
    private(set) var column: Int

    /// Nil where the block has more lines than there are above the date.
    init?(_ letter: Letter, in geometry: Geometry, setter: TextSetter) {
        let widest = PlainTextPress.columns - PlainTextPress.left
        lines = letter.addressLines.flatMap {
            TextAddress.folded(setter.alphabet.scalars($0), width: widest, setter: setter)
        }
        let usual = max(TextPage.column(geometry.window.x), PlainTextPress.left)
        column = min(usual, PlainTextPress.columns - (lines.map(\.count).max() ?? 0))
        let top = max(TextPage.row(geometry.window.y), 1)
        row = top - min(max(lines.count - TextPage.row(geometry.window.height), 0), top - 1)
        let end = geometry.kind == .letter ? TextPage.row(geometry.dateY) : PlainTextPress.rows - 1
        guard row + lines.count < end else { return nil }
    }

    /// Breaks a line that is too wide between two words.
    static func folded(_ line: TextLine, width: Int, setter: TextSetter) -> [TextLine] {
        guard line.count > width else { return [line] }
        return setter.filled(line, width: width - 2).enumerated().map { $0 == 0 ? $1 : [" ", " "] + $1 }
    }

    /// The columns beside the block that a letterhead may stand in; nil where they are too narrow for one.
    func columnBeside(in geometry: Geometry) -> (column: Int, width: Int)? {
        let isLeft = geometry.narrowHeader.x < geometry.window.x
        let end = column + (lines.map(\.count).max() ?? 0)
        let start = isLeft ? PlainTextPress.left : max(TextPage.column(geometry.narrowHeader.x), end + 2)
        let width = (isLeft ? column - 2 : PlainTextPress.columns) - start
        return width < 16 ? nil : (start, min(width, 32))
    }
}
