import Correspondence
import XML

extension TemplateCompiler {
    /// What a template's page says as a whole.
    struct Sheet {
        var language: Language
        var geometry: String
        var subject: ParagraphNode
        var body: [BlockNode]
    }

    /// Compiles a whole page. Where something is missing, a problem is reported and a stand-in returned.
    mutating func sheet(
        of root: XMLDocument.Element, page: TemplatePage, expected: Language?, isMerged: Bool
    ) -> Sheet {
        var sheet = Sheet(
            language: expected ?? .english, geometry: "nf", subject: ParagraphNode(classes: [], nodes: []), body: [])
        guard root.name == "html" else {
            report(page, root.tag, .noPage(root.name), remedy: .writePage)
            return sheet
        }
        checkAttributes(of: root, page: page)
        sheet.language = language(of: root, page: page, expected: expected)
        writer = FieldWriter(formats: LetterFormats(sheet.language))
        addsFrenchSpaces = sheet.language == .french && !isMerged
        var hasTitle = false
        var hasBody = false
        for case .element(let element) in root.children {
            switch element.name {
            case "head":
                hasTitle = head(element, into: &sheet, page: page)
            case "body":
                checkAttributes(of: element, page: page)
                let content = pieces(of: element.children, in: "body", page: page)
                checkPlace(of: content, on: sheet.geometry, body: element.tag, page)
                sheet.body = blocks(content, in: FieldScope(fields, constants: constants), container: "body")
                hasBody = true
            default:
                reportMisplaced(element, in: "html", page: page)
            }
        }
        if !hasTitle { report(page, root.tag, .noTitle, remedy: .writeTitle) }
        if !hasBody { report(page, root.tag, .noBody, remedy: .writeBody) }
        return sheet
    }

    /// Envelopes print the address and a letterhead, labels the address alone: other words would vanish without a sign.
    private mutating func checkPlace(
        of pieces: [TemplatePiece], on geometry: String, body: Range<Int>, _ page: TemplatePage
    ) {
        guard let kind = TemplateVocabulary.addressOnly[geometry] else { return }
        for piece in pieces where !piece.isBlank {
            switch piece {
            case .element(let element, _) where kind == .envelope && element.name == "header": continue
            case .element(let element, let page):
                let range = page.source.range(of: element.name, in: element.tag)
                return report(page, range, .notPrinted(geometry, kind), remedy: .takeOut(kind))
            case .field(_, _, let tag, let page):
                return report(page, tag.range, .notPrinted(geometry, kind), remedy: .takeOut(kind))
            case .section(_, _, _, _, let inside):
                checkPlace(of: inside, on: geometry, body: body, page)
            case .text:
                return report(page, body, .notPrinted(geometry, kind), remedy: .takeOut(kind))
            }
        }
    }

    private mutating func language(
        of root: XMLDocument.Element, page: TemplatePage, expected: Language?
    ) -> Language {
        let attribute = root.attributes.first { $0.name == "lang" } ?? root.attributes.first { $0.name == "xml:lang" }
        guard let attribute, !attribute.value.isEmpty else {
            let tag = expected?.rawValue ?? "fr"
            report(page, root.tag, .noLanguage, remedy: .writeLanguage(tag))
            return expected ?? .english
        }
        let written = Language(rawValue: attribute.value)
        if let expected, written != expected {
            report(
                page, attribute.valueRange, .otherLanguage(attribute.value, expected.rawValue),
                remedy: .sameLanguage(expected.rawValue))
        }
        return written
    }

    /// Returns whether there is a title with something in it.
    private mutating func head(_ head: XMLDocument.Element, into sheet: inout Sheet, page: TemplatePage) -> Bool {
        var hasTitle = false
        checkAttributes(of: head, page: page)
        for case .element(let element) in head.children {
            switch element.name {
            case "title":
                let content = pieces(of: element.children, in: "title", page: page)
                if let subject = paragraph(
                    content, in: FieldScope(fields, constants: constants), classes: [], container: "title")
                {
                    sheet.subject = subject
                    hasTitle = true
                }
            case "meta":
                meta(element, into: &sheet, page: page)
            default:
                report(
                    page, page.source.range(of: element.name, in: element.tag), .notInHead(element.name),
                    remedy: .onlyTitleAndMeta)
            }
        }
        return hasTitle
    }

    private mutating func meta(_ element: XMLDocument.Element, into sheet: inout Sheet, page: TemplatePage) {
        checkAttributes(of: element, page: page)
        guard let name = element.attributes.first(where: { $0.name == "name" }) else { return }
        guard name.value == "geometry" else {
            if !["author", "description", "generator", "viewport"].contains(name.value) {
                report(page, name.valueRange, .noMeta(name.value), remedy: .writeGeometry)
            }
            return
        }
        let content = element.attributes.first { $0.name == "content" }
        let geometry = content?.value ?? ""
        guard TemplateVocabulary.geometries.contains(geometry) else {
            report(
                page, content?.valueRange ?? element.tag, .noGeometry(geometry),
                remedy: .nearest(geometry, among: TemplateVocabulary.geometries))
            return
        }
        sheet.geometry = geometry
    }
}

extension Wording {
    fileprivate static func notPrinted(_ geometry: String, _ kind: TemplateVocabulary.AddressSheet) -> Wording {
        switch kind {
        case .envelope:
            Wording(
                en: "\"\(geometry)\" is an envelope: it shows the address and a <header>, nothing else.",
                fr:
                    "«\u{A0}\(geometry)\u{A0}» est une enveloppe\u{A0}: elle porte l’adresse et un <header>, rien d’autre."
            )
        case .labels:
            Wording(
                en: "\"\(geometry)\" is a sheet of labels: they show the address, nothing else.",
                fr:
                    "«\u{A0}\(geometry)\u{A0}» est une planche d’étiquettes\u{A0}: elles portent l’adresse, rien d’autre."
            )
        }
    }
    fileprivate static func takeOut(_ kind: TemplateVocabulary.AddressSheet) -> Wording {
        kind == .envelope
            ? Wording(
                en: "Take this out, put it into <header>, or choose the geometry of a letter, such as nf.",
                fr: "Enlevez ceci, placez-le dans <header>, ou choisissez la géométrie d’une lettre, par exemple nf.")
            : Wording(
                en: "Take this out, or choose the geometry of a letter, such as nf.",
                fr: "Enlevez ceci, ou choisissez la géométrie d’une lettre, par exemple nf.")
    }
    fileprivate static func noPage(_ name: String) -> Wording {
        Wording(
            en: "a template begins with <html>, this one with <\(name)>.",
            fr: "un modèle commence par <html>, celui-ci par <\(name)>.")
    }
    fileprivate static var writePage: Wording {
        Wording(
            en: "Write <html lang=\"…\"> with a <head> and a <body>.",
            fr: "Écrivez <html lang=\"…\"> avec un <head> et un <body>.")
    }
    fileprivate static var noTitle: Wording {
        Wording(
            en: "there is no <title>, which is the letter's subject.",
            fr: "il manque <title>, qui est l’objet de la lettre.")
    }
    fileprivate static var writeTitle: Wording {
        Wording(
            en: "Write <title>…</title> inside <head>.",
            fr: "Écrivez <title>…</title> dans <head>.")
    }
    fileprivate static var noBody: Wording {
        Wording(
            en: "there is no <body>, so the letter has no text.",
            fr: "il manque <body>\u{A0}: la lettre n’a pas de texte.")
    }
    fileprivate static var writeBody: Wording {
        Wording(
            en: "Write <body>…</body> after </head>.",
            fr: "Écrivez <body>…</body> après </head>.")
    }
    fileprivate static var noLanguage: Wording {
        Wording(
            en: "the page does not say its language.",
            fr: "la page ne dit pas sa langue.")
    }
    fileprivate static func writeLanguage(_ tag: String) -> Wording {
        Wording(en: "Write <html lang=\"\(tag)\">.", fr: "Écrivez <html lang=\"\(tag)\">.")
    }
    fileprivate static func otherLanguage(_ written: String, _ expected: String) -> Wording {
        Wording(
            en: "the page says that its language is \"\(written)\", the file's name says \"\(expected)\".",
            fr:
                "la page dit que sa langue est «\u{A0}\(written)\u{A0}», le nom du fichier dit «\u{A0}\(expected)\u{A0}»."
        )
    }
    fileprivate static func sameLanguage(_ expected: String) -> Wording {
        Wording(
            en: "Write lang=\"\(expected)\", or rename the file.",
            fr: "Écrivez lang=\"\(expected)\", ou renommez le fichier.")
    }
    fileprivate static func notInHead(_ name: String) -> Wording {
        Wording(
            en: "<\(name)> has no meaning in the <head> of a letter.",
            fr: "<\(name)> n’a pas de sens dans le <head> d’une lettre.")
    }
    fileprivate static var onlyTitleAndMeta: Wording {
        Wording(
            en: "Keep only <title> and <meta> there.",
            fr: "N’y gardez que <title> et <meta>.")
    }
    fileprivate static func noMeta(_ name: String) -> Wording {
        Wording(
            en: "there is no setting \"\(name)\" for a letter.",
            fr: "il n’y a pas de réglage «\u{A0}\(name)\u{A0}» pour une lettre.")
    }
    fileprivate static var writeGeometry: Wording {
        Wording(
            en: "Write name=\"geometry\", or delete the line.",
            fr: "Écrivez name=\"geometry\", ou effacez la ligne.")
    }
    fileprivate static func noGeometry(_ name: String) -> Wording {
        Wording(
            en: "there is no geometry \"\(name)\".",
            fr: "il n’y a pas de géométrie «\u{A0}\(name)\u{A0}».")
    }
}
