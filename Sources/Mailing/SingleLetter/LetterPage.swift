import Correspondence
import Merging

/// A merged letter as a page of its own: what the editor opens, what the history keeps, what is printed again.
///
/// The page is written like a template, without any tag left in it; address, date and reference stand in `<meta>` lines of its
/// own. A single letter is always printed from its page, so that printing the kept page gives the same letter again.
struct LetterPage {
    /// The page itself, UTF-8.
    let text: String

    init(text: String) {
        self.text = text
    }

    /// Writes a letter down.
    init(_ letter: Letter) {
        var writer = PageWriter()
        writer.write(letter)
        text = writer.text
    }

    /// The lines of the head that only this program writes, and what they hold.
    fileprivate static let addressName = "publipost-address"
    fileprivate static let dateName = "publipost-date"
    fileprivate static let referenceName = "publipost-reference"

    /// Reads the letter that the page describes.
    ///
    /// - Parameters:
    ///   - file: The page's name as messages say it.
    ///   - shelf: Where the pictures that it names lie.
    /// - Throws: A `Problem` that reports all that is wrong with the page.
    func letter(client: Client.Number, file: String, shelf: TemplateShelf) throws(Problem) -> Letter {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var found: [String: [String]] = [:]
        for index in lines.indices {
            guard let (name, content) = Self.ownLine(lines[index]) else { continue }
            found[name, default: []].append(content)
            // An empty line keeps the numbers of the others.
            lines[index] = ""
        }
        let catalogue = FieldCatalogue([])
        let template = try Template(
            parsing: Array(Self.withoutTags(lines.joined(separator: "\n")).utf8), file: file,
            form: Letter.FormID(number: 0),
            fields: catalogue, shelf: shelf, isMerged: true)
        return template.merge(
            FieldRecord([]), client: client, addressLines: found[Self.addressName] ?? [],
            placeAndDate: found[Self.dateName]?.first ?? "", referenceLine: found[Self.referenceName]?.first ?? "")
    }

    /// Two braces begin a tag in a template; in a letter they are two braces.
    private static func withoutTags(_ page: String) -> String {
        guard page.contains("{{") else { return page }
        var text = ""
        var isInElement = false
        for character in page {
            if character == "<" { isInElement = true }
            if character == ">" { isInElement = false }
            text += character == "{" && !isInElement && text.hasSuffix("{") ? "<span>{</span>" : String(character)
        }
        return text
    }

    /// Reads `<meta name="publipost-address" content="…"/>`.
    private static func ownLine(_ line: String) -> (name: String, content: String)? {
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        for name in [addressName, dateName, referenceName] {
            let head = "<meta name=\"\(name)\" content=\""
            guard trimmed.hasPrefix(head), let end = trimmed.lastIndex(of: "\"") else { continue }
            let start = trimmed.index(trimmed.startIndex, offsetBy: head.count)
            guard start <= end else { continue }
            return (name, unescaped(String(trimmed[start..<end])))
        }
        return nil
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

/// Writes a letter's page.
private struct PageWriter {
    private(set) var text = ""

    mutating func write(_ letter: Letter) {
        text = "<html lang=\"\(letter.language.rawValue)\" xmlns=\"http://www.w3.org/1999/xhtml\">\n  <head>\n"
        text += "    <title>" + inline(letter.subject.runs) + "</title>\n"
        text += "    <meta name=\"geometry\" content=\"\(letter.geometry)\"/>\n"
        for line in letter.addressLines { own(LetterPage.addressName, line) }
        own(LetterPage.dateName, letter.placeAndDate)
        own(LetterPage.referenceName, letter.referenceLine)
        text += "  </head>\n  <body>\n"
        for block in letter.body { write(block, indent: "    ") }
        text += "  </body>\n</html>\n"
    }

    private mutating func own(_ name: String, _ content: String) {
        if content.isEmpty { return }
        text += "    <meta name=\"\(name)\" content=\"\(Markup.escaped(content))\"/>\n"
    }

    private mutating func write(_ block: Letter.Block, indent: String) {
        switch block {
        case .paragraph(let paragraph): write(paragraph, as: "p", indent)
        case .heading(let level, let paragraph): write(paragraph, as: "h\(level)", indent)
        case .rule: text += indent + "<hr/>\n"
        case .image(let image): write(image, indent)
        case .list(let list):
            let name = list.ordered ? "ol" : "ul"
            text += "\(indent)<\(name)\(classes(list.classes))>\n"
            for item in list.items {
                text += indent + "  <li>\n"
                for block in item { write(block, indent: indent + "    ") }
                text += indent + "  </li>\n"
            }
            text += "\(indent)</\(name)>\n"
        case .table(let table): write(table, indent)
        case .group(let group):
            text += "\(indent)<\(group.kind.rawValue)\(classes(group.classes))>\n"
            for block in group.blocks { write(block, indent: indent + "  ") }
            text += "\(indent)</\(group.kind.rawValue)>\n"
        }
    }

    private mutating func write(_ paragraph: Letter.Paragraph, as name: String, _ indent: String) {
        text += "\(indent)<\(name)\(classes(paragraph.classes))>\(inline(paragraph.runs))</\(name)>\n"
    }

    private mutating func write(_ image: Letter.Image, _ indent: String) {
        text += "\(indent)<img\(classes(image.classes)) src=\"\(Markup.escaped(image.source))\""
        if let width = image.width { text += " width=\"\(width)mm\"" }
        if let height = image.height { text += " height=\"\(height)mm\"" }
        text += " alt=\"\(Markup.escaped(image.alternative))\"/>\n"
    }

    private mutating func write(_ table: Letter.Table, _ indent: String) {
        text += "\(indent)<table\(classes(table.classes))>\n"
        for (index, row) in table.rows.enumerated() {
            if index == 0, table.headRows > 0 { text += indent + "  <thead>\n" }
            text += indent + "  <tr>"
            for cell in row {
                let name = cell.isHead ? "th" : "td"
                let span = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
                text += "<\(name)\(classes(cell.content.classes))\(span)>\(inline(cell.content.runs))</\(name)>"
            }
            text += "</tr>\n"
            if index + 1 == table.headRows { text += indent + "  </thead>\n" }
        }
        text += indent + "</table>\n"
    }

    private func classes(_ names: [String]) -> String {
        names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }

    private func inline(_ runs: [Letter.Run]) -> String {
        var runs = runs[...]
        var text = ""
        // Neighbours in one style are one piece of text.
        while let first = runs.first {
            let same = runs.prefix { $0.style == first.style }
            text += styled(same.map(\.text).joined(), first.style)
            runs = runs.dropFirst(same.count)
        }
        return text
    }

    private func styled(_ text: String, _ style: Letter.Style) -> String {
        var html = Markup.escaped(text).replacing("\n", with: "<br/>")
        if style.contains(.small) { html = "<span class=\"small\">\(html)</span>" }
        if style.contains(.underline) { html = "<u>\(html)</u>" }
        if style.contains(.italic) { html = "<i>\(html)</i>" }
        if style.contains(.bold) { html = "<b>\(html)</b>" }
        return html
    }
}
