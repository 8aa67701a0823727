extension CSVScanner {
    /// A cell in quotes.
    struct Quoted {
        /// Where its closing quote stands, and where the separator or line end behind it.
        var quote: Int
        var next: Int
        var lineBreaks: Int
        var isDoubled: Bool
        /// Whether a quote inside stands for itself.
        var hasLoneQuote: Bool
        var seen: UInt8
    }

    enum QuotedScan {
        case closed(Quoted)
        /// The closing quote may stand in what has not been read yet.
        case unfinished
        /// The closing quote is missing: what was found instead cannot be one cell.
        case hopeless
    }

    /// How many line breaks a cell may hold.
    static let lineLimit = 500

    /// Scans the cell whose opening quote stands at `start`.
    func scanQuoted(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isWhole: Bool) -> QuotedScan {
        var quoted = Quoted(quote: 0, next: 0, lineBreaks: 0, isDoubled: false, hasLoneQuote: false, seen: 0)
        var rowsInside = RowsInside(separator: separatorByte, width: width)
        var position = start + 1
        while position < end {
            let byte = base[position]
            quoted.seen |= byte
            if byte == 0x22 {
                switch closing(base, after: position, to: end, isWhole: isWhole) {
                case .end(let next):
                    quoted.quote = position
                    quoted.next = next
                    return .closed(quoted)
                case .unknown: return .unfinished
                case .doubled:
                    quoted.isDoubled = true
                    position += 1
                case .lone:
                    quoted.hasLoneQuote = true
                    if quoted.lineBreaks > 0 { return .hopeless }
                }
            } else if byte == 0x0A || byte == 0x0D, !isHalfBreak(base, position, end) {
                quoted.lineBreaks += 1
                rowsInside.endLine()
                if quoted.hasLoneQuote || quoted.lineBreaks > Self.lineLimit || rowsInside.isLikely { return .hopeless }
            } else {
                rowsInside.see(byte)
            }
            position += 1
        }
        return .unfinished
    }

    /// Where a cell that begins with blanks has its opening quote. Nil: it has none.
    func quoteBehindBlanks(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var position = start
        while position < end, base[position] == 0x20 { position += 1 }
        return position < end && base[position] == 0x22 ? position : nil
    }

    /// Whether the CR at `position` is the first half of a CRLF, which counts at its LF.
    private func isHalfBreak(_ base: UnsafePointer<UInt8>, _ position: Int, _ end: Int) -> Bool {
        base[position] == 0x0D && position + 1 < end && base[position + 1] == 0x0A
    }

    private enum Closing {
        case end(next: Int)
        case doubled, lone, unknown
    }

    /// What the quote at `position` is.
    private func closing(_ base: UnsafePointer<UInt8>, after position: Int, to end: Int, isWhole: Bool) -> Closing {
        var next = position + 1
        if next < end, base[next] == 0x22 { return .doubled }
        while next < end, base[next] == 0x20 { next += 1 }
        guard next < end else { return isWhole ? .end(next: next) : .unknown }
        let byte = base[next]
        return byte == separatorByte || byte == 0x0A || byte == 0x0D ? .end(next: next) : .lone
    }
}

/// Tells a cell of several lines from rows that a stray quote has swallowed: three lines inside it, one after the other,
/// each with as many separators as a row has.
private struct RowsInside {
    let separator: UInt8
    let width: Int
    private var separators = 0
    private var rows = 0
    private var isFirst = true

    init(separator: UInt8, width: Int) {
        self.separator = separator
        self.width = width
    }

    var isLikely: Bool { rows >= 3 }

    mutating func see(_ byte: UInt8) {
        if byte == separator { separators += 1 }
    }

    mutating func endLine() {
        let isRow = !isFirst && width >= 3 && separators >= width - 1
        rows = isRow ? rows + 1 : 0
        isFirst = false
        separators = 0
    }
}
