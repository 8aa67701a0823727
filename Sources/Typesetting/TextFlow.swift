import Correspondence

/// A line of a body in plain text, and how it holds on to the lines around it.
struct TextItem {
    var line: TextLine
    /// An empty line stands before it, unless it begins a page.
    var isSpaced = false
    /// No page ends before it.
    var isTied = false
    /// What stands above it where it begins a page: a table's head.
    var head: [TextLine] = []
}

/// The lines of a body in the order in which they stand on pages, tied by the rules that PostScript follows too: no line of a
/// paragraph alone, no row of a table cut, no heading at the foot.
struct TextFlow {
    private let setter: TextSetter
    private(set) var items: [TextItem] = []
    private var tiesNext = false

    init(_ setter: TextSetter) {
        self.setter = setter
    }

    mutating func append(_ blocks: [Letter.Block]) {
        for block in blocks where !TextSetter.isMargin(block) {
            if case .group(let group) = block, group.kind == .div { append(group.blocks) } else { append(block) }
        }
    }

    /// Lines that may be parted anywhere.
    mutating func append(_ lines: [TextLine]) {
        append(lines, look: Look.body(size: 10), isSpaced: true)
    }

    private mutating func append(_ block: Letter.Block) {
        let isSpaced = !setter.isTight(block)
        switch block {
        case .table(let table):
            append(TextTable(table, setter: setter, width: PlainTextPress.width), isSpaced: isSpaced)
        default:
            append(
                setter.lines(of: [block], width: PlainTextPress.width), look: TextFlow.look(of: block),
                isSpaced: isSpaced)
        }
    }

    private static func look(of block: Letter.Block) -> Look {
        let body = Look.body(size: 10)
        switch block {
        case .paragraph(let paragraph): return body.with(classes: paragraph.classes)
        case .heading(let level, let paragraph):
            return body.heading(level: level).with(classes: paragraph.classes)
        case .image(let image): return body.with(classes: image.classes)
        default: return body
        }
    }

    private mutating func append(_ lines: [TextLine], look: Look, isSpaced: Bool) {
        let start = items.count
        var isAfterSpace = isSpaced
        for line in lines {
            // An empty line inside a list belongs to the line below.
            if line.isEmpty {
                isAfterSpace = true
                continue
            }
            let place = items.count - start
            let isTied = place == 0 ? tiesNext || look.staysWithPrevious : look.isWhole || place == 1
            items.append(TextItem(line: line, isSpaced: isAfterSpace, isTied: isTied))
            isAfterSpace = false
        }
        guard items.count > start else { return }
        if items.count > start + 1 { items[items.count - 1].isTied = true }
        tiesNext = look.staysWithNext
    }

    private mutating func append(_ table: TextTable, isSpaced: Bool) {
        let rows = table.rowLines()
        let head = table.headLines()
        for (number, row) in rows.enumerated() {
            for (place, line) in row.enumerated() {
                let isHeld = number > 0 && number <= table.headRows || number == rows.count - 1 && number > 0
                items.append(
                    TextItem(
                        line: line, isSpaced: isSpaced && number == 0 && place == 0,
                        isTied: place > 0 || isHeld || number == 0 && tiesNext,
                        head: number < table.headRows ? [] : head))
            }
        }
        if !rows.isEmpty { tiesNext = false }
    }

    /// Deals the lines out to pages after the first sheet, which is begun already.
    ///
    /// - Parameters:
    ///   - firstRows, rows: How many rows the body may fill on the first page and on the others.
    ///   - top: Empty rows at the top of the others.
    func fill(_ sheets: inout [[TextLine]], firstRows: Int, rows: Int, top: Int) {
        var index = 0
        var limit = firstRows
        while true {
            let first = index
            let isFirst = sheets.count == 1
            let end = lastPlace(from: &index, on: sheets[sheets.count - 1].count, limit: limit, isFirst: isFirst)
            if !isFirst, first < items.count { putHead(of: items[first], on: &sheets[sheets.count - 1]) }
            for place in first..<end { put(items[place], beginsPage: place == first, on: &sheets[sheets.count - 1]) }
            index = end
            guard index < items.count else { return }
            sheets.append([TextLine](repeating: [], count: top))
            limit = rows
        }
    }

    /// Where the page ends that `index` begins: before a line that is not tied, or, where all are, where it is full.
    private func lastPlace(from index: inout Int, on start: Int, limit: Int, isFirst: Bool) -> Int {
        let first = index
        var row = start + (first < items.count && !isFirst ? items[first].head.count : 0)
        while index < items.count {
            row += items[index].isSpaced && index > first ? 2 : 1
            // A page that is begun anew takes a line, come what may.
            if row > limit, index > first || isFirst { break }
            index += 1
        }
        guard index < items.count else { return index }
        var end = index
        while end > first, items[end].isTied { end -= 1 }
        return end > first ? end : index
    }

    private func putHead(of item: TextItem, on sheet: inout [TextLine]) {
        for line in item.head { TextPage.put(line, row: sheet.count, column: PlainTextPress.left, on: &sheet) }
    }

    private func put(_ item: TextItem, beginsPage: Bool, on sheet: inout [TextLine]) {
        if item.isSpaced, !beginsPage { sheet.append([]) }
        TextPage.put(item.line, row: sheet.count, column: PlainTextPress.left, on: &sheet)
    }
}
