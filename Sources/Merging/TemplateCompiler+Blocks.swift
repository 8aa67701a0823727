import Correspondence
import XML

extension TemplateCompiler {
    /// Compiles what stands in a block: elements on lines of their own, and loose text as paragraphs without a class.
    mutating func blocks(_ pieces: [TemplatePiece], in scope: FieldScope, container: String) -> [BlockNode] {
        var blocks: [BlockNode] = []
        var loose: [TemplatePiece] = []
        for piece in pieces {
            if piece.isInline {
                loose.append(piece)
            } else {
                closeLoose(&loose, into: &blocks, scope, container)
                blocks += block(piece, in: scope, container: container)
            }
        }
        closeLoose(&loose, into: &blocks, scope, container)
        return blocks
    }

    private mutating func closeLoose(
        _ loose: inout [TemplatePiece], into blocks: inout [BlockNode], _ scope: FieldScope, _ container: String
    ) {
        defer { loose = [] }
        guard !loose.allSatisfy(\.isBlank) else { return }
        if let paragraph = paragraph(loose, in: scope, classes: [], container: container) {
            blocks.append(Self.node(paragraph))
        }
    }

    private mutating func block(_ piece: TemplatePiece, in scope: FieldScope, container: String) -> [BlockNode] {
        switch piece {
        case .text, .field: return []
        case .section(let name, let isInverted, let tag, let page, let inside):
            guard let found = section(name, isInverted: isInverted, tag, page, in: scope) else { return [] }
            let content = blocks(inside, in: found.scope, container: container)
            switch found.use {
            case .asked(let node): return [.section(node, content)]
            case .always: return content
            case .never: return []
            }
        case .element(let element, let page):
            checkAttributes(of: element, page: page)
            return block(element, in: scope, container: container, page: page).map { [$0] } ?? []
        }
    }

    private mutating func block(
        _ element: XMLDocument.Element, in scope: FieldScope, container: String, page: TemplatePage
    ) -> BlockNode? {
        let classes = classes(of: element, page: page)
        switch element.name {
        case "p", "h1", "h2", "h3":
            let heading = element.name == "p" ? nil : Int(element.name.dropFirst())
            let content = pieces(of: element.children, in: element.name, page: page)
            return paragraph(content, in: scope, classes: classes, heading: heading, container: element.name)
                .map(Self.node)
        case "div", "header", "footer", "address":
            return group(element, classes, in: scope, page: page)
        case "ul", "ol":
            let content = pieces(of: element.children, in: element.name, page: page)
            let items = items(content, in: scope, container: element.name, page: page)
            return Self.list(ordered: element.name == "ol", classes, items)
        case "table":
            let content = pieces(of: element.children, in: element.name, page: page)
            let rows = rows(content, in: scope, container: element.name, isHead: false, page: page)
            return rows.isEmpty ? nil : .table(classes: classes, rows: rows)
        case "img":
            return image(element, classes, page: page)
        case "hr":
            return .fixed(.rule)
        default:
            reportMisplaced(element, in: container, page: page)
            return nil
        }
    }

    private static func node(_ paragraph: ParagraphNode) -> BlockNode {
        paragraph.fixed.map { .fixed(paragraph.block($0)) } ?? .paragraph(paragraph)
    }

    private mutating func group(
        _ element: XMLDocument.Element, _ classes: [String], in scope: FieldScope, page: TemplatePage
    ) -> BlockNode? {
        let kind = Letter.Group.Kind(rawValue: element.name) ?? .div
        let content = pieces(of: element.children, in: element.name, page: page)
        let nodes = blocks(content, in: scope, container: element.name)
        let fixed = nodes.compactMap(\.fixedBlock)
        guard !nodes.isEmpty else { return nil }
        guard fixed.count == nodes.count else { return .group(kind, classes: classes, blocks: nodes) }
        return .fixed(.group(Letter.Group(kind: kind, classes: classes, blocks: fixed, key: newKey())))
    }

    private static func list(ordered: Bool, _ classes: [String], _ items: [ListItemNode]) -> BlockNode? {
        guard !items.isEmpty else { return nil }
        let fixed = items.compactMap { item -> [Letter.Block]? in
            guard case .item(let nodes) = item else { return nil }
            let blocks = nodes.compactMap(\.fixedBlock)
            return blocks.count == nodes.count ? blocks : nil
        }
        guard fixed.count == items.count else { return .list(ordered: ordered, classes: classes, items: items) }
        return .fixed(.list(Letter.List(ordered: ordered, classes: classes, items: fixed)))
    }

    private mutating func items(
        _ pieces: [TemplatePiece], in scope: FieldScope, container: String, page: TemplatePage
    ) -> [ListItemNode] {
        var items: [ListItemNode] = []
        for piece in pieces where !piece.isBlank {
            switch piece {
            case .section(let name, let isInverted, let tag, let page, let inside):
                guard let found = section(name, isInverted: isInverted, tag, page, in: scope) else { continue }
                let content = self.items(inside, in: found.scope, container: container, page: page)
                switch found.use {
                case .asked(let node): items.append(.section(node, content))
                case .always: items += content
                case .never: break
                }
            case .element(let element, let page) where element.name == "li":
                checkAttributes(of: element, page: page)
                _ = classes(of: element, page: page)
                let content = self.pieces(of: element.children, in: "li", page: page)
                items.append(.item(blocks(content, in: scope, container: "li")))
            default:
                reportLoose(piece, in: container, wanted: "li", page: page)
            }
        }
        return items
    }

    /// Says that text, a field or another element stands where only `wanted` may.
    mutating func reportLoose(_ piece: TemplatePiece, in container: String, wanted: String, page: TemplatePage) {
        switch piece {
        case .element(let element, let page): reportMisplaced(element, in: container, page: page)
        case .field(_, _, let tag, let page):
            report(page, tag.range, .onlyHere(wanted, container), remedy: .putInto(wanted))
        default:
            report(
                Problem(.file(page.source.file), .onlyHere(wanted, container), remedy: .putInto(wanted)))
        }
    }

    private mutating func image(
        _ element: XMLDocument.Element, _ classes: [String], page: TemplatePage
    ) -> BlockNode? {
        guard let source = element.attributes.first(where: { $0.name == "src" }), !source.value.isEmpty else {
            report(page, element.tag, .noSource, remedy: .writeSource)
            return nil
        }
        if !shelf.hasImage(source.value) {
            report(page, source.valueRange, .noImage(source.value), remedy: .putImage)
        }
        noteImage(source.value)
        return .fixed(
            .image(
                Letter.Image(
                    source: source.value, classes: classes, alternative: element[attribute: "alt"] ?? "",
                    width: length("width", of: element, page: page), height: length("height", of: element, page: page)))
        )
    }

    /// Reads `40mm`, `4cm`, or HTML's plain number of pixels, 96 to the inch. In millimetres.
    private mutating func length(_ name: String, of element: XMLDocument.Element, page: TemplatePage) -> Double? {
        guard let attribute = element.attributes.first(where: { $0.name == name }) else { return nil }
        let digits = attribute.value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = attribute.value.dropFirst(digits.count)
        let factors: [Substring: Double] = ["mm": 1, "cm": 10, "": 25.4 / 96, "px": 25.4 / 96]
        guard let factor = factors[unit], let number = Double(digits), number > 0 else {
            report(page, attribute.valueRange, .length, remedy: .writeLength)
            return nil
        }
        return number * factor
    }
}

extension Wording {
    fileprivate static func onlyHere(_ wanted: String, _ container: String) -> Wording {
        Wording(
            en: "only <\(wanted)> may stand directly inside <\(container)>.",
            fr: "seul <\(wanted)> peut se trouver directement dans <\(container)>.")
    }
    fileprivate static func putInto(_ wanted: String) -> Wording {
        Wording(en: "Put what else stands there into <\(wanted)>.", fr: "Placez le reste dans <\(wanted)>.")
    }
    fileprivate static var noSource: Wording {
        Wording(en: "this image names no file.", fr: "cette image ne nomme aucun fichier.")
    }
    fileprivate static var writeSource: Wording {
        Wording(en: "Write src=\"images/…\".", fr: "Écrivez src=\"images/…\".")
    }
    fileprivate static func noImage(_ source: String) -> Wording {
        Wording(
            en: "there is no image \"\(source)\" in the template folder.",
            fr: "il n’y a pas d’image «\u{A0}\(source)\u{A0}» dans le dossier des modèles.")
    }
    fileprivate static var putImage: Wording {
        Wording(
            en: "Put the file there, or correct its name.",
            fr: "Placez-y le fichier, ou corrigez son nom.")
    }
    fileprivate static var length: Wording {
        Wording(en: "this is no length.", fr: "ce n’est pas une longueur.")
    }
    fileprivate static var writeLength: Wording {
        Wording(
            en: "Write millimetres, such as \"40mm\".",
            fr: "Écrivez des millimètres, par exemple \"40mm\".")
    }
}
