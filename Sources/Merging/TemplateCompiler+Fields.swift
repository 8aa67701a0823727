import Correspondence
import XML

extension TemplateCompiler {
    /// Whether a section's content is printed.
    enum SectionUse {
        /// It depends on the letter.
        case asked(SectionNode)
        /// In every letter, or in none: its field is constant.
        case always
        case never
    }

    /// Looks a section's field up. Nil, and a problem, where there is none.
    mutating func section(
        _ name: String, isInverted: Bool, _ tag: TemplateTag, _ page: TemplatePage, in scope: FieldScope
    ) -> (use: SectionUse, scope: FieldScope)? {
        guard let path = path(name, tag.nameRange, page, scope, isPrinted: false) else { return nil }
        let inside = isInverted ? scope : scope.inside(path)
        guard let constant = path.constant else {
            let node = SectionNode(path: path.place, isInverted: isInverted, isColumn: path.kind == .column)
            return (.asked(node), inside)
        }
        return (constant.isTrue(inColumn: path.kind == .column) != isInverted ? .always : .never, inside)
    }

    /// Looks a printed field and its filters up. Nil, and a problem, where something does not exist.
    mutating func field(
        _ name: String, _ filters: [TemplateTag.Filter], _ tag: TemplateTag, _ page: TemplatePage, in scope: FieldScope,
        style: Letter.Style
    ) -> InlineNode? {
        let path = path(name, tag.nameRange, page, scope, isPrinted: true)
        var known: [FieldFilter] = []
        for (index, filter) in filters.enumerated() {
            guard let found = self.filter(filter, on: path?.kind, called: name, page) else { continue }
            if index > 0, found.readsValue {
                report(page, filter.range, .notFirst(filter.name), remedy: .moveFirst(name))
            }
            known.append(found)
        }
        guard let path else { return nil }
        switch path.kind {
        case .record(let inner):
            report(
                page, tag.nameRange, .isRecord(name), remedy: .oneOfIts(inner.fields.map { "\(name).\($0.name)" }))
            return nil
        case .list(of: .record):
            report(page, tag.range, .isList(name), remedy: .section(name))
            return nil
        default:
            guard let constant = path.constant else {
                return .field(FieldNode(name: name, path: path.place, filters: known), style)
            }
            return .constant(run(for: writer.text(of: constant, by: known), style: style))
        }
    }

    private mutating func path(
        _ name: String, _ range: Range<Int>, _ page: TemplatePage, _ scope: FieldScope, isPrinted: Bool
    ) -> FieldPath? {
        guard let path = scope.path(of: name) else {
            guard hasRoom else { return nil }
            if let list = listBefore(name, in: scope) {
                report(page, range, .isInList(name, list), remedy: .sectionAround(list, name))
                return nil
            }
            report(page, range, .noField(name), remedy: remedy(for: name, in: scope))
            return nil
        }
        noteField(path, isPrinted: isPrinted && !scope.isInside(path))
        return path
    }

    /// The list that a name reaches into without a section: `client.animals` of `client.animals.name`.
    private func listBefore(_ name: String, in scope: FieldScope) -> String? {
        let parts = name.split(separator: ".")
        for count in 1..<max(parts.count, 2) {
            let prefix = parts.prefix(count).joined(separator: ".")
            if count < parts.count, case .list? = scope.path(of: prefix)?.kind { return prefix }
        }
        return nil
    }

    private func remedy(for name: String, in scope: FieldScope) -> Wording {
        let names = scope.names
        let isOfficeCatalogue = fields.slot(of: "salutation") != nil && fields.slot(of: "house") != nil
        guard isOfficeCatalogue else {
            return .nearestColumn(name, among: fields.fields.filter { $0.kind == .column }.map(\.name) + names)
        }
        guard let near = Spelling.nearest(to: name, among: names) else { return .listFields }
        return .nearestField(near)
    }

    private mutating func filter(
        _ filter: TemplateTag.Filter, on kind: FieldCatalogue.Kind?, called field: String, _ page: TemplatePage
    ) -> FieldFilter? {
        switch filter.name {
        case "date":
            guard let pattern = DatePattern(filter.argument ?? "long") else {
                report(page, filter.range, .datePattern(filter.argument ?? ""), remedy: .datePatterns)
                return nil
            }
            return accepts(kind, [.date, .column], field, filter, page, .dates) ? .date(pattern) : nil
        case "money":
            return accepts(kind, [.money, .number, .column], field, filter, page, .amounts) ? .money : nil
        case "number":
            return accepts(kind, [.number, .money, .column], field, filter, page, .numbers) ? .number : nil
        case "upper": return .upper
        case "lower": return .lower
        case "default":
            guard let words = filter.argument else {
                report(page, filter.range, .noDefault, remedy: .writeDefault)
                return nil
            }
            return .fallback(words)
        default:
            report(
                page, filter.range, .noFilter(filter.name),
                remedy: .nearest(filter.name, among: TemplateVocabulary.filters))
            return nil
        }
    }

    private mutating func accepts(
        _ kind: FieldCatalogue.Kind?, _ kinds: [FieldCatalogue.Kind], _ field: String, _ filter: TemplateTag.Filter,
        _ page: TemplatePage, _ wanted: Wording
    ) -> Bool {
        guard let kind, !kinds.contains(kind) else { return true }
        report(page, filter.range, .wrongKind(filter.name, field, wanted), remedy: .takeFilterOut(field))
        return false
    }
}

extension Wording {
    fileprivate static func noField(_ name: String) -> Wording {
        Wording(en: "there is no field \"\(name)\".", fr: "il n’y a pas de champ «\u{A0}\(name)\u{A0}».")
    }
    fileprivate static func nearestField(_ near: String) -> Wording {
        Wording(
            en: "Write \(near), or list all fields with: publipost letter check --fields",
            fr: "Écrivez \(near), ou listez tous les champs avec\u{A0}: publipost letter check --fields")
    }
    fileprivate static var listFields: Wording {
        Wording(
            en: "List all fields with: publipost letter check --fields",
            fr: "Listez tous les champs avec\u{A0}: publipost letter check --fields")
    }
    fileprivate static func nearestColumn(_ name: String, among names: [String]) -> Wording {
        let near = Spelling.nearest(to: name, among: names)
        let shown = names.filter { !$0.contains(".") }.prefix(20)
        var seen: [String] = []
        for name in shown where !seen.contains(name) { seen.append(name) }
        let all = seen.joined(separator: ", ")
        guard let near else {
            return Wording(
                en: "Write one of the list's columns: \(all).",
                fr: "Écrivez l’une des colonnes de la liste\u{A0}: \(all).")
        }
        return Wording(
            en: "Write \(near). The list's columns are: \(all).",
            fr: "Écrivez \(near). Les colonnes de la liste sont\u{A0}: \(all).")
    }
    fileprivate static func isRecord(_ name: String) -> Wording {
        Wording(
            en: "\"\(name)\" is a group of fields, not one that can be printed.",
            fr: "«\u{A0}\(name)\u{A0}» est un groupe de champs, pas un champ imprimable.")
    }
    fileprivate static func oneOfIts(_ names: [String]) -> Wording {
        let all = names.joined(separator: ", ")
        return Wording(en: "Write one of: \(all).", fr: "Écrivez l’un de\u{A0}: \(all).")
    }
    fileprivate static func isList(_ name: String) -> Wording {
        Wording(
            en: "\"\(name)\" is a list, not a field that can be printed.",
            fr: "«\u{A0}\(name)\u{A0}» est une liste, pas un champ imprimable.")
    }
    fileprivate static func section(_ name: String) -> Wording {
        Wording(
            en: "Write {{#\(name)}}…{{/\(name)}} around what is printed for each.",
            fr: "Écrivez {{#\(name)}}…{{/\(name)}} autour de ce qui s’imprime pour chacun.")
    }
    fileprivate static func isInList(_ name: String, _ list: String) -> Wording {
        Wording(
            en: "\"\(name)\" lies in the list \"\(list)\".",
            fr: "«\u{A0}\(name)\u{A0}» se trouve dans la liste «\u{A0}\(list)\u{A0}».")
    }
    fileprivate static func sectionAround(_ list: String, _ name: String) -> Wording {
        let own = name.dropFirst(list.count + 1)
        return Wording(
            en: "Write {{#\(list)}}{{\(own)}}{{/\(list)}}.",
            fr: "Écrivez {{#\(list)}}{{\(own)}}{{/\(list)}}.")
    }
    fileprivate static func datePattern(_ pattern: String) -> Wording {
        Wording(
            en: "\"\(pattern)\" is no form of a date.",
            fr: "«\u{A0}\(pattern)\u{A0}» n’est pas une forme de date.")
    }
    fileprivate static var datePatterns: Wording {
        Wording(
            en:
                "Write \"long\", \"short\", or a pattern of d, dd, M, MM, MMMM, yy, yyyy, EEEE such as \"d MMMM yyyy\".",
            fr:
                "Écrivez \"long\", \"short\", ou un motif de d, dd, M, MM, MMMM, yy, yyyy, EEEE tel que \"d MMMM yyyy\"."
        )
    }
    fileprivate static var dates: Wording { Wording(en: "a date", fr: "une date") }
    fileprivate static var amounts: Wording { Wording(en: "an amount", fr: "un montant") }
    fileprivate static var numbers: Wording { Wording(en: "a number", fr: "un nombre") }
    fileprivate static func wrongKind(_ filter: String, _ field: String, _ wanted: Wording) -> Wording {
        Wording(
            en: "the filter \"\(filter)\" needs \(wanted.english), which \"\(field)\" is not.",
            fr: "le filtre «\u{A0}\(filter)\u{A0}» veut \(wanted.french), ce que «\u{A0}\(field)\u{A0}» n’est pas.")
    }
    fileprivate static func takeFilterOut(_ field: String) -> Wording {
        Wording(en: "Write {{\(field)}} without it.", fr: "Écrivez {{\(field)}} sans lui.")
    }
    fileprivate static var noDefault: Wording {
        Wording(
            en: "the filter \"default\" does not say what to print for an empty field.",
            fr: "le filtre «\u{A0}default\u{A0}» ne dit pas quoi imprimer pour un champ vide.")
    }
    fileprivate static var writeDefault: Wording {
        Wording(en: "Write default: \"…\" with the words.", fr: "Écrivez default: \"…\" avec les mots.")
    }
    fileprivate static func notFirst(_ filter: String) -> Wording {
        Wording(
            en: "the filter \"\(filter)\" comes after another.",
            fr: "le filtre «\u{A0}\(filter)\u{A0}» vient après un autre.")
    }
    fileprivate static func moveFirst(_ field: String) -> Wording {
        Wording(en: "Write it directly after \(field).", fr: "Écrivez-le directement après \(field).")
    }
    fileprivate static func noFilter(_ name: String) -> Wording {
        Wording(en: "there is no filter \"\(name)\".", fr: "il n’y a pas de filtre «\u{A0}\(name)\u{A0}».")
    }
}
