package import Correspondence
import Typesetting

/// What a rehearsal found.
package struct LetterCheckReport: Sendable {
    package var documents: [Document] = []
    /// How many clients the letters were tried on. Nil: there was no client file.
    package var clients: Int?
    /// The client file that is not there.
    package var missingFile: String?
    /// Why letters in some language will not be hyphenated.
    package var unhyphenated: [Problem] = []

    package struct Document: Sendable {
        package var name: String
        package var languages: [Language]
        /// What is wrong in the templates: no letter can be made.
        package var problems: [Problem] = []
        /// Letters that can be made, and their pages.
        package var letters = 0
        package var pages = 0
        /// Each once, the gravest first, then by how many letters.
        package var findings: [Finding] {
            found.values.sorted {
                ($0.kind.gravity, $1.count, $0.kind.code, $0.kind.subject ?? "")
                    < ($1.kind.gravity, $0.count, $1.kind.code, $1.kind.subject ?? "")
            }
        }
        private var found: [Kind: Finding] = [:]

        init(name: String, languages: [Language]) {
            self.name = name
            self.languages = languages
        }

        mutating func add(_ kind: Kind, client: Client.Number?) {
            found[kind, default: Finding(kind: kind, client: client)].count += client == nil ? 0 : 1
        }
    }

    /// Something to know about some letters of a document.
    package struct Finding: Hashable, Sendable {
        package var kind: Kind
        /// How many letters it concerns. 0: it concerns the document itself.
        package var count = 0
        /// The first client whom it concerns.
        package var client: Client.Number?

        init(kind: Kind, client: Client.Number?) {
            self.kind = kind
            self.client = client
        }
    }

    package enum Kind: Hashable, Sendable {
        case leftOutBecause(code: String, Wording)
        case toBeLookedAt(code: String, Wording)
        case severalPages
        case greetedAsUnknown
        case greetedAsFirm
        case noTemplate(Language, instead: Language)
        /// The document is not there in a language that others are there in.
        case untranslated(Language)
        case empty(String)

        static func leftOut(_ reason: LeftOut) -> Kind { .leftOutBecause(code: reason.code, reason.words) }
        static func warning(_ warning: Printed.Warning) -> Kind { .toBeLookedAt(code: warning.code, warning.words) }
    }
}

extension LetterCheckReport.Kind {
    /// A short, stable code.
    package var code: String {
        switch self {
        case .leftOutBecause(let code, _), .toBeLookedAt(let code, _): code
        case .severalPages: "several_pages"
        case .greetedAsUnknown: "no_greeting"
        case .greetedAsFirm: "greeted_as_firm"
        case .noTemplate: "no_template"
        case .untranslated: "untranslated"
        case .empty: "empty_field"
        }
    }

    /// The field or the language that it is about.
    package var subject: String? {
        switch self {
        case .noTemplate(let language, _), .untranslated(let language): language.rawValue
        case .empty(let field): field
        default: nil
        }
    }

    fileprivate var gravity: Int {
        switch self {
        case .leftOutBecause: 0
        case .toBeLookedAt: 1
        case .severalPages: 2
        case .greetedAsUnknown: 3
        case .greetedAsFirm: 4
        case .noTemplate: 5
        case .untranslated: 6
        case .empty: 7
        }
    }

    /// Without a full stop.
    package var words: Wording {
        switch self {
        case .leftOutBecause(_, let words), .toBeLookedAt(_, let words): words.withoutStop
        case .severalPages: .severalPages
        case .greetedAsUnknown: .greetedAsUnknown
        case .greetedAsFirm: .greetedAsFirm
        case .noTemplate(let language, let other): .noTemplate(language, other)
        case .untranslated(let language): .untranslated(language)
        case .empty(let field): .empty(field)
        }
    }
}

extension LetterCheckReport {
    /// What is wrong in the templates, all of it. Nil: nothing.
    package var problem: Problem? {
        let problems = documents.flatMap(\.problems)
        return problems.isEmpty ? nil : Problem.all(problems)
    }
}

extension Problem {
    /// A document that the house cannot write in its own language.
    static func noHouseLanguage(_ document: String, _ language: Language, in folder: String) -> Problem {
        Problem(
            .file(folder), .noHouseLanguage(document, language),
            remedy: .addTemplate(document, language))
    }
}

extension Wording {
    fileprivate var withoutStop: Wording {
        func cut(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
        return Wording(en: cut(english), fr: cut(french))
    }

    fileprivate static let severalPages = Wording(en: "more than one page", fr: "plus d’une page")
    fileprivate static let greetedAsUnknown = Wording(
        en: "greeted without a civility: the record has none that is known",
        fr: "saluée sans civilité\u{A0}: la fiche n’en a pas de connue")
    fileprivate static let greetedAsFirm = Wording(
        en: "a firm without a person to greet", fr: "société sans personne à saluer")

    fileprivate static func noTemplate(_ language: Language, _ other: Language) -> Wording {
        Wording(
            en: "reads \(language.rawValue), for which there is no template: gets \(other.rawValue)",
            fr: "lit «\u{A0}\(language.rawValue)\u{A0}», sans modèle\u{A0}: reçoit «\u{A0}\(other.rawValue)\u{A0}»")
    }

    fileprivate static func untranslated(_ language: Language) -> Wording {
        Wording(
            en: "not there in \(language.rawValue), as other documents are",
            fr: "n’existe pas en «\u{A0}\(language.rawValue)\u{A0}», à la différence d’autres documents")
    }

    fileprivate static func empty(_ field: String) -> Wording {
        Wording(en: "\(field) is empty", fr: "\(field) est vide")
    }
}
