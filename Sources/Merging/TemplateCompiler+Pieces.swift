import Correspondence
import XML

extension TemplateCompiler {
    /// Returns what stands inside one element, sections put around their content, parts put in their place.
    ///
    /// - Parameter container: The element's name, for messages.
    mutating func pieces(of nodes: [XMLDocument.Node], in container: String, page: TemplatePage) -> [TemplatePiece] {
        var pile = PiecePile()
        for node in nodes {
            switch node {
            case .element(let element):
                pile.put(.element(element, page: page))
            case .text(let text):
                var found: [Problem] = []
                let tokens = TemplateTag.tokens(of: text, in: page.source, problems: &found)
                collect(found)
                for token in tokens { put(token, on: &pile, in: container, page: page) }
            }
        }
        for section in pile.open {
            report(page, section.tag.range, .notClosed(section.name, container), remedy: .end(section.name))
        }
        return pile.pieces
    }

    /// Pieces on their way: what is done, and the sections that are still open.
    private struct PiecePile {
        private(set) var pieces: [TemplatePiece] = []
        var open: [OpenSection] = []

        mutating func put(_ piece: TemplatePiece) {
            if open.isEmpty { pieces.append(piece) } else { open[open.count - 1].pieces.append(piece) }
        }
    }

    private struct OpenSection {
        var name: String
        var isInverted: Bool
        var tag: TemplateTag
        var pieces: [TemplatePiece] = []

        func piece(_ page: TemplatePage) -> TemplatePiece {
            .section(name: name, isInverted: isInverted, tag: tag, page: page, pieces: pieces)
        }
    }

    private mutating func put(
        _ token: TemplateTag.Token, on pile: inout PiecePile, in container: String, page: TemplatePage
    ) {
        switch token {
        case .text(let text): pile.put(.text(text))
        case .tag(let tag): put(tag, on: &pile, in: container, page: page)
        }
    }

    private mutating func put(
        _ tag: TemplateTag, on pile: inout PiecePile, in container: String, page: TemplatePage
    ) {
        switch tag.kind {
        case .comment:
            break
        case .field(let name, let filters):
            pile.put(.field(name: name, filters: filters, tag: tag, page: page))
        case .part(let name):
            for piece in part(name, tag, container, page) { pile.put(piece) }
        case .open(let name, let isInverted):
            open(OpenSection(name: name, isInverted: isInverted, tag: tag), on: &pile, page: page)
        case .close(let name):
            if let section = close(name, tag, &pile.open, container, page) { pile.put(section.piece(page)) }
        }
    }

    /// Opens a section; one that lies too deep is left out with what stands in it.
    private mutating func open(_ section: OpenSection, on pile: inout PiecePile, page: TemplatePage) {
        guard pile.open.count < Self.deepestSection else {
            return report(page, section.tag.range, .tooDeep, remedy: .fewerSections)
        }
        pile.open.append(section)
    }

    private mutating func close(
        _ name: String, _ tag: TemplateTag, _ open: inout [OpenSection], _ container: String, _ page: TemplatePage
    ) -> OpenSection? {
        guard let last = open.last else {
            report(page, tag.range, .notOpen(name, container), remedy: .begin(name))
            return nil
        }
        guard last.name == name else {
            report(page, tag.nameRange, .otherOpen(name, last.name), remedy: .end(last.name))
            // Closed all the same where it is open further out, so that one slip gives one message.
            if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
            return nil
        }
        return open.removeLast()
    }

    /// Returns what a part holds, read in its own file.
    private mutating func part(
        _ name: String, _ tag: TemplateTag, _ container: String, _ page: TemplatePage
    ) -> [TemplatePiece] {
        guard !page.parts.contains(name) else {
            report(page, tag.nameRange, .includesItself(name), remedy: .takeOut)
            return []
        }
        guard takesPart() else {
            report(page, tag.nameRange, .tooManyParts, remedy: .fewerParts)
            return []
        }
        do {
            guard Self.isPlainName(name), let part = try shelf.part(name) else {
                report(page, tag.nameRange, .noPart(name), remedy: .otherPart(name, among: shelf.partNames()))
                return []
            }
            let document = try XMLDocument(parsing: part.bytes, file: part.file, isFragment: true)
            let inside = TemplatePage(source: document.source, parts: page.parts + [name])
            return pieces(of: Self.content(of: document.root), in: container, page: inside)
        } catch {
            report(error)
            return []
        }
    }

    /// A part's name never leads out of its folder.
    private static func isPlainName(_ name: String) -> Bool {
        !name.contains("/") && !name.contains("\\") && !name.hasPrefix(".")
    }

    /// A part may be a whole page of its own, so that a browser shows it: then its body counts.
    private static func content(of root: XMLDocument.Element) -> [XMLDocument.Node] {
        let elements = root.children.compactMap { node in
            if case .element(let element) = node { element } else { nil }
        }
        guard elements.count == 1, elements[0].name == "html" else { return root.children }
        for case .element(let child) in elements[0].children where child.name == "body" { return child.children }
        return []
    }
}

extension Wording {
    fileprivate static func notClosed(_ name: String, _ container: String) -> Wording {
        Wording(
            en: "the section \"\(name)\" is not closed inside <\(container)>.",
            fr: "la section «\u{A0}\(name)\u{A0}» n’est pas fermée dans <\(container)>.")
    }
    fileprivate static func end(_ name: String) -> Wording {
        Wording(
            en: "Write {{/\(name)}} where it ends, in the same element.",
            fr: "Écrivez {{/\(name)}} là où elle finit, dans le même élément.")
    }
    fileprivate static func notOpen(_ name: String, _ container: String) -> Wording {
        Wording(
            en: "the section \"\(name)\" ends here, but does not begin inside <\(container)>.",
            fr: "la section «\u{A0}\(name)\u{A0}» finit ici, mais ne commence pas dans <\(container)>.")
    }
    fileprivate static func begin(_ name: String) -> Wording {
        Wording(
            en: "Write {{#\(name)}} where it begins, in the same element.",
            fr: "Écrivez {{#\(name)}} là où elle commence, dans le même élément.")
    }
    fileprivate static func otherOpen(_ name: String, _ open: String) -> Wording {
        Wording(
            en: "the section \"\(name)\" ends here, but \"\(open)\" is the one that is open.",
            fr: "la section «\u{A0}\(name)\u{A0}» finit ici, mais c’est «\u{A0}\(open)\u{A0}» qui est ouverte.")
    }
    fileprivate static func includesItself(_ name: String) -> Wording {
        Wording(
            en: "the part \"\(name)\" includes itself.",
            fr: "la partie «\u{A0}\(name)\u{A0}» s’inclut elle-même.")
    }
    fileprivate static var tooDeep: Wording {
        Wording(
            en: "sections lie in each other more than \(TemplateCompiler.deepestSection) deep.",
            fr: "des sections sont emboîtées sur plus de \(TemplateCompiler.deepestSection) niveaux.")
    }
    fileprivate static var fewerSections: Wording {
        Wording(
            en: "Close the outer ones before it.",
            fr: "Fermez avant elle celles qui l’entourent.")
    }
    fileprivate static var tooManyParts: Wording {
        Wording(
            en: "more than \(TemplateCompiler.mostParts) parts are taken in.",
            fr: "plus de \(TemplateCompiler.mostParts) parties sont incluses.")
    }
    fileprivate static var fewerParts: Wording {
        Wording(
            en: "Look for parts that take each other in several times.",
            fr: "Cherchez des parties qui s’incluent plusieurs fois les unes les autres.")
    }
    fileprivate static var takeOut: Wording {
        Wording(en: "Take this tag out.", fr: "Enlevez cette balise.")
    }
    fileprivate static func noPart(_ name: String) -> Wording {
        Wording(
            en: "there is no part \"\(name)\" in the folder parts.",
            fr: "il n’y a pas de partie «\u{A0}\(name)\u{A0}» dans le dossier parts.")
    }
    fileprivate static func otherPart(_ name: String, among names: [String]) -> Wording {
        guard let near = Spelling.nearest(to: name, among: names) else {
            return Wording(en: "Create parts/\(name).xhtml.", fr: "Créez parts/\(name).xhtml.")
        }
        return Wording(
            en: "Write {{> \(near)}}, or create parts/\(name).xhtml.",
            fr: "Écrivez {{> \(near)}}, ou créez parts/\(name).xhtml.")
    }
}
