package import Correspondence
import Filing
import Merging
import Typesetting

/// Rehearses document types on the whole client file before a night does it for real: nothing is written.
///
/// Requests, stays and invoices are made up for the rehearsal, so that every letter is tried in full; their fields are not
/// counted as empty.
package struct LetterCheck {
    private let workplace: Workplace
    private let document: String?
    private let today: CivilDate

    /// - Parameter document: Nil: every document type of the template folder.
    package init(_ workplace: Workplace, document: String?, today: CivilDate) {
        self.workplace = workplace
        self.document = document
        self.today = today
    }

    /// Reads the templates, and writes a letter of each document to each client without printing it.
    ///
    /// Without a client file only the templates are checked.
    ///
    /// - Throws: A `Problem` if the house or the client file cannot be used, or there is no such document. What is wrong in
    ///   templates stands in the report.
    /// - Complexity: O(documents × clients) in time, constant in memory.
    package func run(progress: Progress = .unwatched) throws(Problem) -> LetterCheckReport {
        let drawer = TemplateDrawer(workplace.templates)
        let house = try drawer.house()
        let types = try documentTypes(drawer)
        let fonts = try FontBook(family: house.fontFamily, fallbacks: house.fallbackFamilies)
        let everyLanguage = Set(try drawer.documentTypes().flatMap(\.languages))
        var rehearsals = types.map { type in
            LetterRehearsal(type, of: house, in: drawer, fonts: fonts, today: today, elsewhere: everyLanguage)
        }
        var report = LetterCheckReport()
        if FileBytes.exists(workplace.clientFile) {
            let file = try ClientFile(reading: workplace.clientFile)
            report.clients = try rehearse(&rehearsals, on: file, progress: progress)
        } else {
            report.missingFile = workplace.clientFile
        }
        report.documents = rehearsals.map(\.result)
        report.unhyphenated = HyphenationShelf().problems(for: types.flatMap(\.languages))
        return report
    }

    private func documentTypes(_ drawer: TemplateDrawer) throws(Problem) -> [TemplateDrawer.DocumentType] {
        if let document { return [try drawer.documentType(named: document)] }
        return try drawer.documentTypes()
    }

    private func rehearse(
        _ rehearsals: inout [LetterRehearsal], on file: ClientFile, progress: Progress
    ) throws(Problem) -> Int {
        let total = try file.clientCount()
        let clients = try file.clients()
        var count = 0
        while let filed = try clients.next() {
            if count % 256 == 0 { try progress.tell(.writing, count, of: total) }
            count += 1
            for index in rehearsals.indices { try rehearsals[index].write(to: filed.client, in: file) }
        }
        return count
    }

    /// All fields that the templates may name, by name, with the documents that use each.
    package func fields() throws(Problem) -> [TemplateField] {
        let drawer = TemplateDrawer(workplace.templates)
        let fields = LetterFields(house: try drawer.house())
        let types = try documentTypes(drawer)
        var users: [String: [String]] = [:]
        for type in types {
            // A template that cannot be read uses nothing yet; letter check says what is wrong in it.
            let templates = drawer.templates(of: type, fields: fields, today: today).templates
            for name in Set(templates.flatMap(\.fieldNames)) { users[name, default: []].append(type.name) }
        }
        return fields.catalogue.listing.map { field in
            TemplateField(name: field.name, kind: TemplateField.Kind(field.kind), documents: users[field.name] ?? [])
        }
    }
}

extension TemplateDrawer {
    /// Reads every language of a document type, and collects what is wrong in them.
    func templates(
        of type: DocumentType, fields: LetterFields, today: CivilDate
    ) -> (templates: [Template], problems: [Problem]) {
        var templates: [Template] = []
        var problems: [Problem] = []
        for (number, language) in type.languages.enumerated() {
            let file = "\(type.name).\(language.rawValue).xhtml"
            do throws(Problem) {
                templates.append(
                    try Template(
                        parsing: try read(file), file: "\(folder)/\(file)", form: Letter.FormID(number: number),
                        fields: fields.catalogue, constants: fields.constants(today: today), shelf: shelf,
                        language: language))
            } catch {
                problems.append(error)
            }
        }
        return (templates, problems)
    }
}
