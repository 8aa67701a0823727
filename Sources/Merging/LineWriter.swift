import Correspondence

/// Puts the runs of a paragraph together, line by line.
///
/// White space of the template collapses as in HTML, also where an empty field stands between two spaces. A line in which
/// every field is empty and no word is written disappears with its line break; a line of the template's own stays.
struct LineWriter {
    private var runs: [Letter.Run] = []
    private var pending: Literal?
    private var skippedField = false
    private var endsInSpace = true
    private var lineBreak: Letter.Run?
    private var keptLines = 0
    private var line = Line()

    private struct Line {
        /// The first run of the line: its break, if it has one.
        var start = 0
        var hasFields = false
        var hasValues = false
        var hasWords = false
        var isTouched = false
    }

    mutating func put(fixed node: InlineNode) {
        switch node {
        case .literal(let literal): put(literal)
        case .lineBreak(let run): put(lineBreak: run)
        case .constant(let run): put(constant: run)
        case .field, .section: break
        }
    }

    mutating func put(_ literal: Literal) {
        if literal.hasWords { line.hasWords = true }
        if !literal.isBlank { line.isTouched = true }
        if let before = pending {
            if literal.isBlank && before.endsWithSpace { return }
            flush(keepingLastSpace: !(literal.clingsToBefore && skippedField))
        } else if literal.isBlank && endsInSpace {
            return
        }
        pending = literal
        skippedField = false
    }

    /// Says that a tag stands here, even where it prints nothing.
    mutating func noteField() {
        line.hasFields = true
        skippedField = true
    }

    mutating func put(value: String, style: Letter.Style) {
        put(filled: Letter.Run(value, style: style))
    }

    /// - Parameter run: Nil where the field is empty.
    mutating func put(constant run: Letter.Run?) {
        noteField()
        if let run { put(filled: run) }
    }

    private mutating func put(filled run: Letter.Run) {
        flush(keepingLastSpace: true)
        line.hasValues = true
        runs.append(run)
        endsInSpace = false
        skippedField = false
    }

    mutating func put(lineBreak run: Letter.Run) {
        endLine()
        beginLine(with: run)
    }

    /// Returns the runs; nil where no line is left.
    mutating func finish() -> [Letter.Run]? {
        let isTrailing = keptLines > 0 && !line.isTouched && !line.hasFields
        endLine()
        if isTrailing { runs.removeLast(runs.count - line.start) }
        return runs.isEmpty ? nil : runs
    }

    private mutating func endLine() {
        flush(keepingLastSpace: false)
        if line.hasFields, !line.hasValues, !line.hasWords {
            runs.removeLast(runs.count - line.start)
        } else {
            keptLines += 1
        }
    }

    private mutating func beginLine(with run: Letter.Run) {
        line = Line(start: runs.count)
        if keptLines > 0 { runs.append(run) }
        endsInSpace = true
        skippedField = false
    }

    private mutating func flush(keepingLastSpace: Bool) {
        guard let literal = pending else { return }
        pending = nil
        if literal.isBlank, !keepingLastSpace { return }
        var ends: Literal.Ends = []
        if endsInSpace, literal.beginsWithSpace, !literal.isBlank { ends.insert(.withoutFirstSpace) }
        if !keepingLastSpace, literal.endsWithSpace { ends.insert(.withoutLastSpace) }
        guard !(literal.isBlank && endsInSpace), let run = literal.run(ends) else { return }
        runs.append(run)
        endsInSpace = literal.endsWithSpace && keepingLastSpace
    }
}
