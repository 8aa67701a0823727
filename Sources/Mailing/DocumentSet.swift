import Correspondence
import Filing
import Merging

/// A document type in all its languages, read and checked.
struct DocumentSet: Sendable {
    let fields: LetterFields
    private let templates: [Language: Template]
    private let companies: [Language: CompanyReader]
    private let houseLanguage: Language

    /// The language that a client who reads `language` is written to in.
    func language(for language: Language?) -> Language {
        language.flatMap { templates[$0] == nil ? nil : $0 } ?? houseLanguage
    }

    /// Returns the template for a client who reads `language`: the house's own language steps in for one that is not there.
    func template(for language: Language?) -> Template? {
        templates[self.language(for: language)]
    }

    /// Returns who and what comes along with a client, as far as the template asks for it.
    func company(
        of client: Client, _ template: Template, in file: ClientFile
    ) throws(Problem) -> LetterFields.Company {
        try companies[template.language]?.company(of: client, in: file) ?? LetterFields.Company()
    }

    /// Returns the stay that a letter is about, where its template speaks of one: the next stay, or else the last.
    func stay(
        of client: Client, _ template: Template, on day: CivilDate, in file: ClientFile
    ) throws(Problem) -> (value: Stay?, isMissing: Bool) {
        guard companies[template.language]?.speaksOfStay == true, let number = client.number else {
            return (nil, false)
        }
        let stay = try file.stays(of: number).theOne(on: day)
        return (stay, stay == nil)
    }

    /// The languages that the document is there in, in alphabetical order.
    var languages: [Language] { templates.keys.sorted { $0.rawValue < $1.rawValue } }

    /// The pictures that the templates show, each once.
    var images: [String] { Set(templates.values.flatMap(\.images)).sorted() }
}

extension DocumentSet {
    /// Reads every language of the document `name`.
    ///
    /// - Throws: One `Problem` that reports all that is wrong in all of them.
    init(_ name: String, in drawer: TemplateDrawer, house: House, today: CivilDate) throws(Problem) {
        let type = try drawer.documentType(named: name)
        guard type.languages.contains(house.language) else {
            throw .noHouseLanguage(name, house.language, in: drawer.folder)
        }
        fields = LetterFields(house: house)
        houseLanguage = house.language
        let constants = fields.constants(today: today)
        var templates: [Language: Template] = [:]
        var problems: [Problem] = []
        for (number, language) in type.languages.enumerated() {
            do throws(Problem) {
                templates[language] = try Self.template(
                    "\(name).\(language.rawValue).xhtml", language, number: number, in: drawer, fields: fields,
                    constants: constants)
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw Problem.all(problems) }
        self.templates = templates
        companies = templates.mapValues(CompanyReader.init)
        for image in images { _ = try drawer.read(image) }
    }

    private static func template(
        _ file: String, _ language: Language, number: Int, in drawer: TemplateDrawer, fields: LetterFields,
        constants: FieldConstants
    ) throws(Problem) -> Template {
        try Template(
            parsing: try drawer.read(file), file: "\(drawer.folder)/\(file)", form: Letter.FormID(number: number),
            fields: fields.catalogue, constants: constants, shelf: drawer.shelf, language: language)
    }
}

extension TemplateDrawer {
    /// What templates of this folder may draw on.
    var shelf: TemplateShelf {
        TemplateShelf(
            part: { [self] name throws(Problem) in
                let file = "parts/\(name).xhtml"
                guard FileBytes.exists("\(folder)/\(file)") else { return nil }
                return ("\(folder)/\(file)", try read(file))
            },
            partNames: { [folder] in
                FileBytes.names(in: "\(folder)/parts").filter { $0.hasSuffix(".xhtml") }.map { String($0.dropLast(6)) }
            },
            hasImage: { [folder] in FileBytes.exists("\(folder)/\($0)") })
    }
}

extension Wording {
    static func noHouseLanguage(_ name: String, _ language: Language) -> Wording {
        Wording(
            en: "the document \"\(name)\" is not there in the house's language, \(language.rawValue).",
            fr: "le document «\u{A0}\(name)\u{A0}» n’existe pas dans la langue de la maison, \(language.rawValue).")
    }

    static func addTemplate(_ name: String, _ language: Language) -> Wording {
        Wording(
            en: "Write \(name).\(language.rawValue).xhtml, or change language: in house.yml.",
            fr: "Écrivez \(name).\(language.rawValue).xhtml, ou changez language: dans house.yml.")
    }
}
