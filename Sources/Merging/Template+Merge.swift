package import Correspondence

extension Template {
    /// Writes one letter.
    ///
    /// A line whose fields are all empty and that has no word of its own disappears; a paragraph, list, group or table row
    /// of which nothing is left disappears too.
    ///
    /// - Parameters:
    ///   - record: The values, by the slots of the catalogue that the template was read with.
    ///   - addressLines: As ``PostalLabel`` gives them.
    /// - Complexity: O(words of the letter); a few microseconds for a page.
    package func merge(
        _ record: FieldRecord, client: Client.Number? = nil, addressLines: [String] = [], placeAndDate: String = "",
        referenceLine: String = "", pieceCode: String = ""
    ) -> Letter {
        mergeNotingDoubts(
            record, client: client, addressLines: addressLines, placeAndDate: placeAndDate,
            referenceLine: referenceLine,
            pieceCode: pieceCode
        ).letter
    }

    /// Writes one letter as ``merge(_:client:addressLines:placeAndDate:referenceLine:pieceCode:)`` does, and says which of a
    /// list's cells could not be read as the date or the amount that a filter takes them for, each once.
    package func mergeNotingDoubts(
        _ record: FieldRecord, client: Client.Number? = nil, addressLines: [String] = [], placeAndDate: String = "",
        referenceLine: String = "", pieceCode: String = ""
    ) -> (letter: Letter, doubts: [FieldDoubt]) {
        var merger = Merger(record: record, formats: formats)
        let letter = Letter(
            client: client, form: form, language: language, geometry: geometry,
            subject: merger.paragraph(subject) ?? Letter.Paragraph(), addressLines: addressLines,
            placeAndDate: placeAndDate, referenceLine: referenceLine, pieceCode: pieceCode, body: merger.blocks(body))
        return (letter, merger.doubts)
    }
}

/// Runs a template's program for one letter.
private struct Merger {
    /// The letter's record, then one value for each open section.
    private var levels: [FieldValue]
    private let writer: FieldWriter
    private(set) var doubts: [FieldDoubt] = []

    init(record: FieldRecord, formats: LetterFormats) {
        levels = [.record(record)]
        writer = FieldWriter(formats: formats)
    }

    mutating func blocks(_ nodes: [BlockNode]) -> [Letter.Block] {
        var blocks: [Letter.Block] = []
        blocks.reserveCapacity(nodes.count)
        append(nodes, to: &blocks)
        return blocks
    }

    private mutating func append(_ nodes: [BlockNode], to blocks: inout [Letter.Block]) {
        for node in nodes {
            switch node {
            case .fixed(let block):
                blocks.append(block)
            case .paragraph(let node):
                if let paragraph = paragraph(node) { blocks.append(node.block(paragraph)) }
            case .section(let section, let inside):
                forEach(section) { $0.append(inside, to: &blocks) }
            case .group(let kind, let classes, let inside):
                let content = self.blocks(inside)
                if !content.isEmpty {
                    blocks.append(.group(Letter.Group(kind: kind, classes: classes, blocks: content)))
                }
            case .list(let ordered, let classes, let nodes):
                var items: [[Letter.Block]] = []
                append(nodes, to: &items)
                if !items.isEmpty {
                    blocks.append(.list(Letter.List(ordered: ordered, classes: classes, items: items)))
                }
            case .table(let classes, let nodes):
                if let table = table(classes, nodes) { blocks.append(.table(table)) }
            }
        }
    }

    private mutating func append(_ nodes: [ListItemNode], to items: inout [[Letter.Block]]) {
        for node in nodes {
            switch node {
            case .item(let inside):
                let content = blocks(inside)
                if !content.isEmpty || inside.isEmpty { items.append(content) }
            case .section(let section, let inside):
                forEach(section) { $0.append(inside, to: &items) }
            }
        }
    }
}

extension Merger {
    private mutating func table(_ classes: [String], _ nodes: [TableRowNode]) -> Letter.Table? {
        var rows: [(isHead: Bool, cells: [Letter.Cell])] = []
        append(nodes, to: &rows)
        guard !rows.isEmpty else { return nil }
        let heads = rows.prefix { $0.isHead }.count
        return Letter.Table(classes: classes, headRows: heads, rows: rows.map(\.cells))
    }

    private mutating func append(_ nodes: [TableRowNode], to rows: inout [(isHead: Bool, cells: [Letter.Cell])]) {
        for node in nodes {
            switch node {
            case .row(let isHead, let cells):
                if let row = row(cells) { rows.append((isHead, row)) }
            case .section(let section, let inside):
                forEach(section) { $0.append(inside, to: &rows) }
            }
        }
    }

    /// Nil where the row has fields and all its cells are empty.
    private mutating func row(_ cells: [CellNode]) -> [Letter.Cell]? {
        var hasContent = false
        var hasFields = false
        let row = cells.map { cell in
            let content = paragraph(cell.content)
            if cell.content.fixed == nil { hasFields = true }
            if content?.runs.isEmpty == false { hasContent = true }
            return Letter.Cell(
                isHead: cell.isHead, columns: cell.columns,
                content: content ?? Letter.Paragraph(classes: cell.content.classes))
        }
        return hasFields && !hasContent ? nil : row
    }
}

extension Merger {
    mutating func paragraph(_ node: ParagraphNode) -> Letter.Paragraph? {
        if let fixed = node.fixed { return fixed }
        var lines = LineWriter()
        put(node.nodes, into: &lines)
        return lines.finish().map { Letter.Paragraph(classes: node.classes, runs: $0) }
    }

    private mutating func put(_ nodes: [InlineNode], into lines: inout LineWriter) {
        for node in nodes {
            switch node {
            case .literal(let literal):
                lines.put(literal)
            case .lineBreak(let run):
                lines.put(lineBreak: run)
            case .field(let field, let style):
                lines.noteField()
                var doubt: FieldDoubt.Kind?
                let text = writer.text(of: value(at: field.path), by: field.filters, doubt: &doubt)
                if let doubt { note(FieldDoubt(kind: doubt, field: field.name)) }
                if !text.isBlank { lines.put(value: text, style: style) }
            case .constant(let run):
                lines.put(constant: run)
            case .section(let section, let inside):
                lines.noteField()
                forEach(section) { $0.put(inside, into: &lines) }
            }
        }
    }

    private mutating func note(_ doubt: FieldDoubt) {
        if !doubts.contains(doubt) { doubts.append(doubt) }
    }

    /// Runs `body` for each item of a list, once for a value that is true, or not at all; the other way round where the
    /// section is inverted.
    private mutating func forEach(_ section: SectionNode, _ body: (inout Merger) -> Void) {
        let value = value(at: section.path)
        guard !section.isInverted else {
            if !value.isTrue(inColumn: section.isColumn) { body(&self) }
            return
        }
        guard value.isTrue(inColumn: section.isColumn) else { return }
        if case .list(let items) = value {
            for item in items {
                levels.append(item)
                body(&self)
                levels.removeLast()
            }
        } else {
            levels.append(value)
            body(&self)
            levels.removeLast()
        }
    }

    private func value(at path: SlotPath) -> FieldValue {
        var value = levels[path.level]
        for slot in path.slots {
            guard case .record(let record) = value, slot < record.values.count else { return .empty }
            value = record.values[slot]
        }
        return value
    }
}

extension String {
    /// Nothing but white space.
    var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}
