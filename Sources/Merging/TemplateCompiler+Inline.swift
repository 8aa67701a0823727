import Correspondence
import XML

extension TemplateCompiler {
    /// Compiles the content of a line: text, fields, sections, and the elements that stand in a line.
    mutating func inline(
        _ pieces: [TemplatePiece], in scope: FieldScope, style: Letter.Style = [], container: String
    ) -> [InlineNode] {
        var line = OpenLine(style: style)
        for piece in pieces {
            switch piece {
            case .text(let text):
                line.text += text
            case .field(let name, let filters, let tag, let page):
                guard let node = field(name, filters, tag, page, in: scope, style: style) else { continue }
                append([node], to: &line)
            case .section(let name, let isInverted, let tag, let page, let inside):
                guard let found = section(name, isInverted: isInverted, tag, page, in: scope) else { continue }
                let content = inline(inside, in: found.scope, style: style, container: container)
                switch found.use {
                case .asked(let node): append([.section(node, content)], to: &line)
                case .always: append([.constant(nil)] + content, to: &line)
                case .never: append([.constant(nil)], to: &line)
                }
            case .element(let element, let page):
                append(inline(element, in: scope, style: style, container: container, page: page), to: &line)
            }
        }
        close(&line)
        return line.nodes
    }

    /// A line on its way: text of one style is one run, whatever elements it came from.
    private struct OpenLine {
        var nodes: [InlineNode] = []
        var text = ""
        let style: Letter.Style
    }

    private mutating func append(_ nodes: [InlineNode], to line: inout OpenLine) {
        for node in nodes {
            if case .literal(let literal) = node, literal.style == line.style {
                line.text += literal.raw
            } else {
                close(&line)
                line.nodes.append(node)
            }
        }
    }

    private mutating func close(_ line: inout OpenLine) {
        guard !line.text.isEmpty else { return }
        line.nodes.append(.literal(literal(line.text, style: line.style)))
        line.text = ""
    }

    private mutating func inline(
        _ element: XMLDocument.Element, in scope: FieldScope, style: Letter.Style, container: String, page: TemplatePage
    ) -> [InlineNode] {
        guard TemplateVocabulary.inlineElements.contains(element.name) else {
            reportMisplaced(element, in: container, page: page)
            return []
        }
        checkAttributes(of: element, page: page)
        let classes = classes(of: element, page: page)
        if element.name == "br" { return [lineBreak(style: style)] }
        let inner = style.union(Self.style(of: element.name, classes: classes))
        let content = pieces(of: element.children, in: element.name, page: page)
        return inline(content, in: scope, style: inner, container: element.name)
    }

    private static func style(of element: String, classes: [String]) -> Letter.Style {
        var style: Letter.Style =
            switch element {
            case "b", "strong": .bold
            case "i", "em": .italic
            case "u": .underline
            default: []
            }
        if classes.contains("small") { style.insert(.small) }
        return style
    }

    /// Says that there is no such element in letters, or that it cannot stand here.
    mutating func reportMisplaced(_ element: XMLDocument.Element, in container: String, page: TemplatePage) {
        let name = element.name
        let range = page.source.range(of: name, in: element.tag)
        if TemplateVocabulary.elements.contains(name) {
            report(page, range, .misplaced(name, in: container), remedy: .place(name, container))
        } else {
            report(page, range, .noElement(name), remedy: .nearest(name, among: TemplateVocabulary.elements))
        }
    }
}

extension TemplateCompiler {
    /// Compiles a paragraph. Nil where it never prints anything.
    mutating func paragraph(
        _ pieces: [TemplatePiece], in scope: FieldScope, classes: [String], heading: Int? = nil, container: String
    ) -> ParagraphNode? {
        forgetRuns()
        var nodes = inline(pieces, in: scope, container: container)
        if addsFrenchSpaces {
            nodes = FrenchLine.spaced(nodes) { literal($0.raw, style: $0.style, french: $1) }
        }
        var node = ParagraphNode(classes: classes, heading: heading, nodes: nodes)
        guard nodes.allSatisfy(\.isFixed) else { return node }
        var lines = LineWriter()
        for node in nodes { lines.put(fixed: node) }
        guard let runs = lines.finish() else { return nil }
        node.fixed = Letter.Paragraph(classes: classes, runs: runs, key: newKey())
        return node
    }
}

extension InlineNode {
    var isFixed: Bool {
        switch self {
        case .literal, .lineBreak, .constant: true
        case .field, .section: false
        }
    }
}

extension Wording {
    fileprivate static func noElement(_ name: String) -> Wording {
        Wording(en: "a letter has no element <\(name)>.", fr: "une lettre n’a pas d’élément <\(name)>.")
    }
    fileprivate static func misplaced(_ name: String, in container: String) -> Wording {
        Wording(
            en: "<\(name)> cannot stand inside <\(container)>.",
            fr: "<\(name)> ne peut pas se trouver dans <\(container)>.")
    }
    fileprivate static func place(_ name: String, _ container: String) -> Wording {
        switch name {
        case "li": Wording(en: "Put it into <ul> or <ol>.", fr: "Placez-le dans <ul> ou <ol>.")
        case "tr": Wording(en: "Put it into <table>.", fr: "Placez-le dans <table>.")
        case "td", "th": Wording(en: "Put it into <tr>.", fr: "Placez-le dans <tr>.")
        default:
            Wording(
                en: "Close <\(container)> before it.",
                fr: "Fermez <\(container)> avant lui.")
        }
    }
}
