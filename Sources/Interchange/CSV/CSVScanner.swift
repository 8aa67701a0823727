/// Finds where a row ends and where its cells are.
///
/// One look at each byte, eight at a time (``PlainBytes``): only what ends a cell is looked at closely. A row that is not whole in the
/// window is scanned again once more has been read; since the window then grows by at least the row's length, this
/// costs at most one more look.
final class CSVScanner {
    /// What was found.
    struct Row {
        /// Where the row's text ends, and where the next row begins, in the window.
        var end: Int
        var next: Int
        /// How many line ends were passed, the row's own included.
        var lineBreaks: Int
        var hasHighBytes = false
        var hasQuotes = false
        var hasDoubledQuotes = false
        var trouble: Trouble?
        /// Whether the row's line goes on behind `next`.
        var isCut = false
    }

    enum Trouble {
        /// The cell was opened so many line breaks behind the row's beginning.
        case unclosedQuote(lineBreaks: Int)
        case tooLong
    }

    /// How many cells the header has; 0 while it is being read.
    var width = 0

    let separatorByte: UInt8
    private let plain: PlainBytes
    private var ranges: UnsafeMutableBufferPointer<Range<Int>>
    private var count = 0
    private var held: UnsafeMutableBufferPointer<UInt8>

    init(separator: UInt8) {
        separatorByte = separator
        plain = PlainBytes(separator: separator)
        ranges = .allocate(capacity: 64)
        held = .allocate(capacity: 1024)
    }

    deinit {
        ranges.deallocate()
        held.deallocate()
    }

    /// The cells of the row that was scanned last, from the row's start.
    var cells: UnsafeBufferPointer<Range<Int>> { UnsafeBufferPointer(rebasing: ranges[..<count]) }

    func replaceCell(_ index: Int, by range: Range<Int>) { ranges[index] = range }

    /// Keeps a copy of `bytes` until the next call.
    func hold(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        if held.count < bytes.count {
            held.deallocate()
            held = .allocate(capacity: 2 * bytes.count)
        }
        _ = held.update(fromContentsOf: bytes)
        return UnsafeBufferPointer(rebasing: held[..<bytes.count])
    }

    private func put(_ range: Range<Int>) {
        if count == ranges.count {
            let larger = UnsafeMutableBufferPointer<Range<Int>>.allocate(capacity: 2 * ranges.count)
            _ = larger.update(fromContentsOf: ranges)
            ranges.deallocate()
            ranges = larger
        }
        ranges[count] = range
        count += 1
    }
}

extension CSVScanner {
    /// Scans the row that begins at the window's `rowStart`.
    ///
    /// - Parameters:
    ///   - isWhole: Nothing comes after the window.
    ///   - isFull: The window holds as much as a row may have.
    /// - Returns: Nil where the row's end is not in the window and more may be read.
    func scan(_ window: CSVWindow, isWhole: Bool, isFull: Bool) -> Row? {
        let base = UnsafePointer(window.bytes.baseAddress!)
        let start = window.rowStart
        let end = window.end
        let plain = plain
        let separator = separatorByte
        var position = start
        var seen: UInt64 = 0
        var found = Row(end: 0, next: 0, lineBreaks: 0)
        count = 0
        while true {
            var cellStart = position
            var cellEnd = position
            let quote =
                position < end && base[position] <= 0x22 ? quoteBehindBlanks(base, from: position, to: end) : nil
            if let quote {
                found.hasQuotes = true
                let isDoubtful = quote > position
                switch scanQuoted(base, from: quote, to: end, isWhole: isWhole) {
                case .closed(let quoted) where !isDoubtful || !quoted.hasLoneQuote:
                    cellStart = quote + 1
                    cellEnd = quoted.quote
                    position = quoted.next
                    seen |= UInt64(quoted.seen)
                    found.lineBreaks += quoted.lineBreaks
                    found.hasDoubledQuotes = found.hasDoubledQuotes || quoted.isDoubled
                case .unfinished where !isWhole && !isFull: return nil
                case .unfinished where !isDoubtful, .hopeless where !isDoubtful:
                    return firstLine(base, from: start, to: end, openedAfter: found.lineBreaks, isWhole: isWhole)
                case .closed, .unfinished, .hopeless:
                    position = plain.end(base, from: position, to: end, seen: &seen)
                    cellEnd = position
                }
            } else {
                position = plain.end(base, from: position, to: end, seen: &seen)
                cellEnd = position
            }
            if position == end, !isWhole { return isFull ? cut(from: start, to: end) : nil }
            put(cellStart - start..<cellEnd - start)
            if position < end, base[position] == separator {
                position += 1
                continue
            }
            guard let next = lineEnd(base, at: position, to: end, isWhole: isWhole) else { return nil }
            found.end = position
            found.next = next
            found.lineBreaks += next > position ? 1 : 0
            found.hasHighBytes = seen & 0x8080_8080_8080_8080 != 0
            return found
        }
    }

    /// Where the line after a line end begins. Nil where an LF may still follow a CR.
    private func lineEnd(_ base: UnsafePointer<UInt8>, at position: Int, to end: Int, isWhole: Bool) -> Int? {
        guard position < end else { return position }
        guard base[position] == 0x0D else { return position + 1 }
        guard position + 1 < end else { return isWhole ? position + 1 : nil }
        return base[position + 1] == 0x0A ? position + 2 : position + 1
    }

    /// The rest of a line that was too long, or a further piece of it.
    func scanLongLine(_ window: CSVWindow, isWhole: Bool, isFull: Bool) -> Row? {
        let base = UnsafePointer(window.bytes.baseAddress!)
        let start = window.rowStart
        let position = firstBreak(base, from: start, to: window.end) ?? window.end
        if position == window.end, !isWhole { return isFull ? cut(from: start, to: window.end) : nil }
        guard let next = lineEnd(base, at: position, to: window.end, isWhole: isWhole) else { return nil }
        count = 0
        put(0..<position - start)
        return Row(end: position, next: next, lineBreaks: next > position ? 1 : 0, trouble: .tooLong)
    }

    private func cut(from start: Int, to end: Int) -> Row {
        count = 0
        put(0..<end - start)
        return Row(end: end, next: end, lineBreaks: 0, trouble: .tooLong, isCut: true)
    }

    /// Only the line on which the row begins, since a quote on it or below is never closed.
    private func firstLine(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, openedAfter lineBreaks: Int, isWhole: Bool
    ) -> Row? {
        let position = firstBreak(base, from: start, to: end) ?? end
        if position == end, !isWhole { return cut(from: start, to: end) }
        guard let next = lineEnd(base, at: position, to: end, isWhole: isWhole) else { return nil }
        count = 0
        put(0..<position - start)
        return Row(
            end: position, next: next, lineBreaks: next > position ? 1 : 0, hasQuotes: true,
            trouble: .unclosedQuote(lineBreaks: lineBreaks))
    }

    private func firstBreak(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        (start..<end).first { base[$0] == 0x0A || base[$0] == 0x0D }
    }
}
