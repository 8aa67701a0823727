import Correspondence

/// A line of plain text.
typealias TextLine = [Unicode.Scalar]

/// Turns blocks into lines of plain text.
struct TextSetter {
    let isFrench: Bool
    let alphabet: TextAlphabet

    static func isGroup(_ block: Letter.Block, _ kind: Letter.Group.Kind) -> Bool {
        if case .group(let group) = block { return group.kind == kind }
        return false
    }

    /// Whether a block stands in the margin of a first page and not in the flow.
    static func isMargin(_ block: Letter.Block) -> Bool { isGroup(block, .header) || isGroup(block, .footer) }

    /// Blocks one below the other, an empty line between two paragraphs.
    func lines(of blocks: [Letter.Block], width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for block in blocks {
            let own = self.lines(of: block, width: width)
            guard !own.isEmpty else { continue }
            if !lines.isEmpty, !isTight(block) { lines.append([]) }
            lines += own
        }
        return lines
    }

    func isTight(_ block: Letter.Block) -> Bool {
        if case .paragraph(let paragraph) = block { return paragraph.classes.contains("tight") }
        return false
    }

    private func lines(of block: Letter.Block, width: Int) -> [TextLine] {
        switch block {
        case .paragraph(let paragraph): wrapped(paragraph.runs, width: width, classes: paragraph.classes)
        case .heading(let level, let paragraph): heading(level, paragraph, width: width)
        case .list(let list): lines(of: list, width: width)
        case .table(let table): TextTable(table, setter: self, width: width).lines()
        case .image(let image): image.alternative.isEmpty ? [] : wrapped([Letter.Run(image.alternative)], width: width)
        case .rule: [TextLine(repeating: "-", count: width)]
        case .group(let group): group.kind == .div ? lines(of: group.blocks, width: width) : close(group, width: width)
        }
    }

    /// The lines of a header, footer or address stand close.
    private func close(_ group: Letter.Group, width: Int) -> [TextLine] {
        group.blocks.flatMap { lines(of: $0, width: width) }
    }

    private func heading(_ level: Int, _ paragraph: Letter.Paragraph, width: Int) -> [TextLine] {
        let lines = wrapped(paragraph.runs, width: width)
        guard level < 3, let longest = lines.map(\.count).max(), longest > 0 else { return lines }
        return lines + [TextLine(repeating: level == 1 ? "=" : "-", count: longest)]
    }

    private func lines(of list: Letter.List, width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        let indent = list.ordered && list.items.count > 9 ? 4 : 3
        for (number, blocks) in list.items.enumerated() {
            let marker = TextLine((list.ordered ? "\(number + 1)." : "-").unicodeScalars)
            for (index, line) in self.lines(of: blocks, width: width - indent).enumerated() {
                let lead = index == 0 ? marker : []
                lines.append(
                    line.isEmpty && index > 0 ? [] : lead + TextLine(repeating: " ", count: indent - lead.count) + line)
            }
        }
        return lines
    }

    // MARK: Words

    /// Fills lines with words; classes `right`, `amount` and `center` move them.
    func wrapped(_ runs: [Letter.Run], width: Int, classes: [String] = []) -> [TextLine] {
        let text = spaced(runs.flatMap { alphabet.scalars($0.text) })
        var lines: [TextLine] = []
        for stretch in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines += fill(stretch.split(separator: " ").map(Array.init), width: max(width, 8))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if classes.contains("right") || classes.contains("amount") {
            return lines.map { Self.moved($0, by: width - $0.count) }
        }
        if classes.contains("center") { return lines.map { Self.moved($0, by: (width - $0.count) / 2) } }
        return lines
    }

    static func moved(_ line: TextLine, by columns: Int) -> TextLine {
        TextLine(repeating: " ", count: max(columns, 0)) + line
    }

    /// Fills lines with the words of a text.
    func filled(_ text: TextLine, width: Int) -> [TextLine] {
        fill(text.split(separator: " ").map(Array.init), width: width)
    }

    private func fill(_ words: [TextLine], width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        var line: TextLine = []
        for word in words {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = []
            }
            var rest = word
            while line.isEmpty, rest.count > width {
                lines.append(Array(rest.prefix(width)))
                rest.removeFirst(width)
            }
            line += (line.isEmpty ? [] : [" "]) + rest
        }
        lines.append(line)
        return lines
    }

    /// Ties French high marks and quotation marks to their words.
    private func spaced(_ text: TextLine) -> TextLine {
        guard isFrench else { return text }
        var spaced: TextLine = []
        let tie: Unicode.Scalar = "\u{A0}"
        for (index, scalar) in text.enumerated() {
            if scalar == " ",
                spaced.last == "«" || index + 1 < text.count && ";:!?»".unicodeScalars.contains(text[index + 1])
            {
                spaced.append(tie)
            } else {
                spaced.append(scalar)
            }
        }
        return spaced
    }
}
