import Correspondence

extension Layout {
    private static let padding = (side: 5.0, above: 2.2)

    /// A table's columns while it is set.
    private struct Columns {
        var starts: [Double]
        var widths: [Double]
        /// Whether figures stand in it, so that it is set flush right.
        var areFigures: [Bool]
    }

    /// Sets a table with a rule above, under its head and below. A row is never cut; the head is repeated on each page.
    ///
    /// Classes: `plain` sets no rules.
    func set(_ table: Letter.Table, look: Look, measure: Measure) {
        guard table.rows.contains(where: { !$0.isEmpty }) else { return }
        let hasRules = !table.classes.contains("plain")
        var look = look
        look.alignment = .left
        look.leading = 1.2
        let columns = columns(of: table, look: look, measure: measure)
        let headStart = items.count
        var headEnd = headStart
        for (number, row) in table.rows.enumerated() {
            setRow(row, columns: columns, look: look)
            let item = items.count - 1
            items[item].before = number == 0 ? max(pendingAfter, look.lineHeight * 0.55) : 0
            items[item].isTied =
                number == 0 ? tiesNext : number <= table.headRows || number == table.rows.count - 1
            if number < table.headRows {
                headEnd = items.count
            } else if headEnd > headStart {
                items[item].firstHead = Int32(headStart)
                items[item].headCount = Int32(headEnd - headStart)
            }
            if hasRules { setRules(item, row: number, of: table, measure: measure) }
        }
        pendingAfter = look.lineHeight * 0.7
        tiesNext = false
    }

    private func setRules(_ item: Int, row: Int, of table: Letter.Table, measure: Measure) {
        if row == 0 { addRule(to: item, y: 0, thickness: 0.8, measure: measure) }
        if row == table.headRows - 1 { addRule(to: item, y: items[item].height, thickness: 0.4, measure: measure) }
        if row == table.rows.count - 1 { addRule(to: item, y: items[item].height, thickness: 0.8, measure: measure) }
    }

    private func addRule(to item: Int, y: Double, thickness: Double, measure: Measure) {
        marks.append(
            Mark(kind: .rule, index: 0, x: measure.x, y: y - thickness / 2, width: measure.width, height: thickness))
        items[item].markCount += 1
    }

    // MARK: Columns

    private func columns(of table: Letter.Table, look: Look, measure: Measure) -> Columns {
        let count = max(table.rows.map { row in row.reduce(0) { $0 + max($1.columns, 1) } }.max() ?? 1, 1)
        var natural = [Double](repeating: 0, count: count)
        var least = [Double](repeating: 0, count: count)
        var figures = [Int](repeating: 0, count: count)
        var words = [Int](repeating: 0, count: count)
        for row in table.rows {
            var column = 0
            for cell in row {
                if max(cell.columns, 1) == 1 {
                    let widths = cellWidths(cell, look: look)
                    natural[column] = max(natural[column], widths.natural)
                    // Amounts are not broken.
                    let isFigure = Layout.isFigure(cell.content)
                    least[column] = max(least[column], isFigure ? widths.natural : widths.least)
                    if !cell.isHead {
                        if isFigure { figures[column] += 1 } else { words[column] += 1 }
                    }
                }
                column += max(cell.columns, 1)
            }
        }
        let padding = Layout.padding.side * 2
        // A few words among many figures leave a column flush right; names and values side by side are no column of figures.
        let areFigures = (0..<count).map { figures[$0] > words[$0] * 2 }
        let texts = words.indices.filter { words[$0] > 0 && !areFigures[$0] }
        // Under heads the first text grows; without, the values behind their names.
        let growing = (table.headRows > 0 ? texts.first : texts.last) ?? 0
        let widths = Layout.shares(
            of: measure.width, natural: natural.map { $0 + padding }, least: least.map { $0 + padding },
            growing: growing)
        var starts: [Double] = []
        var x = measure.x
        for width in widths {
            starts.append(x)
            x += width
        }
        return Columns(starts: starts, widths: widths, areFigures: areFigures)
    }

    /// Deals out a table's width: what the cells want where there is room, the rest to one column.
    ///
    /// Where there is too little, that column gives way as long as it keeps a third of the table; else all have a share between
    /// the least and the wanted in proportion.
    static func shares(of width: Double, natural: [Double], least: [Double], growing: Int) -> [Double] {
        let wanted = natural.reduce(0, +)
        if wanted <= width {
            var shares = natural
            shares[growing] += width - wanted
            return shares
        }
        let kept = natural[growing] - (wanted - width)
        if kept >= max(least[growing], width / 3) {
            var shares = natural
            shares[growing] = kept
            return shares
        }
        let needed = least.reduce(0, +)
        guard needed < width else { return least.map { $0 * width / max(needed, 1) } }
        let give = (width - needed) / (wanted - needed)
        return zip(natural, least).map { $1 + ($0 - $1) * give }
    }

    private func cellWidths(_ cell: Letter.Cell, look: Look) -> (natural: Double, least: Double) {
        let start = tokens.count
        append(cell.content.runs, look: cellLook(cell, look: look, isFigure: false))
        var natural = 0.0
        var line = 0.0
        var least = 0.0
        for index in start..<tokens.count {
            let token = tokens[index]
            if token.word >= 0 {
                line += type.word(token.word).width
                least = max(least, type.word(token.word).width)
            } else if token.word == Token.lineBreak {
                line = 0
            } else {
                line += type.metrics[Int(token.style)].space
            }
            natural = max(natural, line)
        }
        tokens.cut(to: start)
        return (natural + 0.1, least + 0.1)
    }

    /// Whether a cell holds a number or an amount.
    private static func isFigure(_ paragraph: Letter.Paragraph) -> Bool {
        var hasDigit = false
        for run in paragraph.runs {
            for scalar in run.text.unicodeScalars {
                if ("0"..."9").contains(scalar) {
                    hasDigit = true
                } else if !" .,'’%-+−–€£$\u{A0}\u{202F}".unicodeScalars.contains(scalar) {
                    return false
                }
            }
        }
        return hasDigit
    }

    // MARK: Rows

    private func cellLook(_ cell: Letter.Cell, look: Look, isFigure: Bool) -> Look {
        var own = look
        if cell.isHead { own.bits |= 1 }
        if isFigure { own.alignment = .right }
        return own.with(classes: cell.content.classes)
    }

    private func setRow(_ row: [Letter.Cell], columns: Columns, look: Look) {
        var rowMarks: [Mark] = []
        var height = look.lineHeight
        var column = 0
        for cell in row {
            let last = min(column + max(cell.columns, 1), columns.widths.count) - 1
            guard column <= last else { break }
            let width = columns.widths[column...last].reduce(0, +)
            let own = cellLook(cell, look: look, isFigure: columns.areFigures[last])
            let measure = Measure(
                x: columns.starts[column] + Layout.padding.side, width: width - Layout.padding.side * 2)
            let from = lines.count
            let firstToken = tokens.count
            append(cell.content.runs, look: own)
            breakLines(tokens: firstToken..<tokens.count, look: own, measure: measure)
            for line in from..<lines.count {
                let y = Layout.padding.above + Double(line - from) * own.lineHeight
                rowMarks.append(
                    Mark(
                        kind: .line, index: Int32(line), x: 0,
                        y: y + Layout.baseline(height: own.lineHeight, size: own.size)))
                height = max(height, Double(line - from + 1) * own.lineHeight)
            }
            column = last + 1
        }
        let firstMark = marks.count
        for mark in rowMarks { marks.append(mark) }
        items.append(
            Item(
                height: height + Layout.padding.above * 2, before: 0, firstMark: Int32(firstMark),
                markCount: Int32(rowMarks.count)))
    }
}
