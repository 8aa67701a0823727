import Correspondence
import Filing
import Merging
import Typesetting

/// One document type being rehearsed, client by client.
struct LetterRehearsal {
    private(set) var result: LetterCheckReport.Document
    private let fields: LetterFields
    private let house: House
    private let today: CivilDate
    private let press: PostScriptPress
    private var pages: [Language: Page] = [:]

    /// A template with what it asks for.
    fileprivate struct Page {
        var template: Template
        var greets: Bool
        var company: CompanyReader
    }

    init(
        _ type: TemplateDrawer.DocumentType, of house: House, in drawer: TemplateDrawer, fonts: FontBook,
        today: CivilDate, elsewhere: Set<Language>
    ) {
        self.house = house
        self.today = today
        fields = LetterFields(house: house)
        let options = PressOptions(imageFolder: drawer.folder, fontSize: house.fontSize)
        press = PostScriptPress(fonts: fonts, options: options, sink: MemorySink())
        result = LetterCheckReport.Document(name: type.name, languages: type.languages)
        let (templates, problems) = drawer.templates(of: type, fields: fields, today: today)
        result.problems = problems
        if !type.languages.contains(house.language) {
            result.problems.append(.noHouseLanguage(type.name, house.language, in: drawer.folder))
        }
        for template in templates { pages[template.language] = Page(template) }
        for language in elsewhere.subtracting(type.languages).sorted(by: { $0.rawValue < $1.rawValue }) {
            result.add(.untranslated(language), client: nil)
        }
    }

    /// Writes a letter to a client and notes what somebody should know of it.
    ///
    /// - Throws: A `Problem` if the client file cannot be read. What is wrong with the letter is noted.
    mutating func write(to client: Client, in file: ClientFile) throws(Problem) {
        guard result.problems.isEmpty, let page = pages[client.language ?? house.language] ?? pages[house.language]
        else { return }
        let name = PersonName(of: client)
        if let reason = LetterFields.leftOut(client, named: name) {
            return result.add(.leftOut(reason), client: client.number)
        }
        note(client, name, page)
        let record = record(for: client, page, with: try page.company.company(of: client, in: file))
        for field in page.template.emptyFields(in: record) where !Self.isMadeUp(field) {
            result.add(.empty(field), client: client.number)
        }
        do throws(Problem) {
            note(try press.rehearse(letter(to: client, name, page, record)), client)
        } catch {
            // A picture or a geometry: it is the same for every client.
            result.problems.append(error)
        }
    }

    private mutating func note(_ client: Client, _ name: PersonName, _ page: Page) {
        if page.greets, name.title.kind == .unknown, name.title.degree.isEmpty {
            result.add(name.isCompany ? .greetedAsFirm : .greetedAsUnknown, client: client.number)
        }
        if let language = client.language, pages[language] == nil {
            result.add(.noTemplate(language, instead: house.language), client: client.number)
        }
    }

    private mutating func note(_ printed: Printed, _ client: Client) {
        if let reason = printed.leftOut { return result.add(.leftOut(reason), client: client.number) }
        result.letters += 1
        result.pages += printed.pages
        if printed.pages > 1 { result.add(.severalPages, client: client.number) }
        for warning in printed.warnings { result.add(.warning(warning), client: client.number) }
    }

    private func record(for client: Client, _ page: Page, with company: LetterFields.Company) -> FieldRecord {
        let number = client.number ?? 0
        let arrival = today.adding(days: 30)
        return fields.record(
            client: client, with: company,
            request: Request(client: number, kind: .documentation, document: result.name, receivedOn: today),
            stay: Stay(
                client: number, arrival: arrival, departure: arrival.adding(days: 7), pitch: "12",
                amount: Money(cents: 34_650)),
            invoice: .madeUp(on: today), today: today, language: page.template.language)
    }

    private func letter(to client: Client, _ name: PersonName, _ page: Page, _ record: FieldRecord) -> Letter {
        let label = PostalLabel(for: client, named: name, from: house.country, in: house.language)
        return page.template.merge(
            record, client: client.number, addressLines: label.lines,
            placeAndDate: LetterFormats(page.template.language).placeAndDate(house.town, today), pieceCode: "AAA-1A")
    }

    private static func isMadeUp(_ field: String) -> Bool {
        ["request", "stay", "invoice"].contains { field == $0 || field.hasPrefix($0 + ".") }
    }
}

extension LetterRehearsal.Page {
    fileprivate init(_ template: Template) {
        self.template = template
        greets = template.fieldNames.contains("salutation")
        company = CompanyReader(for: template)
    }
}

extension LetterFields.Invoice {
    /// An invoice of two items, for a rehearsal.
    fileprivate static func madeUp(on date: CivilDate) -> LetterFields.Invoice {
        let items = [("1", 2.0, Int64(500)), ("2", 7.0, Int64(1_200))].map { name, quantity, cents in
            Item(
                product: name, quantity: quantity, unitPrice: Money(cents: cents), vatRate: 20,
                amount: Money(cents: cents * Int64(quantity)))
        }
        return LetterFields.Invoice(
            number: "1", date: date, items: items, total: Money(cents: 9_400), vat: Money(cents: 1_567),
            due: date.adding(days: 30))
    }
}
