import Correspondence

/// A letter as plain lines, for whole-text comparisons: `*bold*`, `_italic_`, `.class` before a paragraph.
func text(of letter: Letter) -> String {
    var lines: [String] = []
    if !letter.subject.runs.isEmpty { lines.append("= " + text(of: letter.subject)) }
    lines += letter.body.flatMap(lines(of:))
    return lines.joined(separator: "\n")
}

func lines(of block: Letter.Block) -> [String] {
    switch block {
    case .paragraph(let paragraph): [text(of: paragraph)]
    case .heading(let level, let paragraph): [String(repeating: "#", count: level) + " " + text(of: paragraph)]
    case .list(let list):
        list.items.enumerated().map { index, item in
            (list.ordered ? "\(index + 1). " : "- ") + item.flatMap(lines(of:)).joined(separator: " / ")
        }
    case .table(let table):
        table.rows.enumerated().map { index, row in
            (index < table.headRows ? "|| " : "| ") + row.map { text(of: $0.content) }.joined(separator: " | ")
        }
    case .image(let image): ["[\(image.source)]"]
    case .rule: ["---"]
    case .group(let group): [group.kind.rawValue] + group.blocks.flatMap(lines(of:))
    }
}

func text(of paragraph: Letter.Paragraph) -> String {
    let classes = paragraph.classes.map { "." + $0 + " " }.joined()
    return classes + paragraph.runs.map(text(of:)).joined()
}

private func text(of run: Letter.Run) -> String {
    var text = run.text
    if run.style.contains(.bold) { text = "*\(text)*" }
    if run.style.contains(.italic) { text = "_\(text)_" }
    if run.style.contains(.underline) { text = "~\(text)~" }
    return text
}
