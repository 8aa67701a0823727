import Correspondence
import Filing
import Merging

/// Everything that a single letter is merged from, and the letter.
struct LetterPapers {
    let letter: Letter
    /// The client's pending requests of this document: the letter answers them all.
    let answers: [Request]

    init(
        _ document: String, for client: Client, desk: ReceptionDesk, drawer: TemplateDrawer
    ) throws(Problem) {
        let number = client.number ?? 0
        let house = try drawer.house()
        let fields = LetterFields(house: house)
        let template = try Self.template(document, for: client, house: house, fields: fields, drawer)
        answers = try desk.file.requests(of: number).filter {
            $0.answeredOn == nil && ($0.document ?? $0.kind.rawValue) == document
        }
        let stay = try Self.stay(of: number, desk)
        let invoice = try Self.invoice(of: number, desk)
        let company = CompanyReader(for: template)
        try Self.require(template, stay, invoice, number, desk.workplace.clientFile, company)
        let record = fields.record(
            client: client, with: try company.company(of: client, in: desk.file), request: answers.last, stay: stay,
            invoice: invoice.flatMap(LetterFields.Invoice.init), today: desk.clerk.day, language: template.language)
        let formats = LetterFormats(template.language)
        let address =
            company.speaksOfInvoice ? invoice?.addressee.map { $0.split(separator: "\n").map(String.init) } : nil
        letter = template.merge(
            record, client: number,
            addressLines: address ?? PostalLabel(for: client, from: house.country, in: house.language).lines,
            placeAndDate: formats.placeAndDate(house.town, desk.clerk.day),
            referenceLine: formats.referenceLine(String(number)))
    }

    /// Reads the document in the client's language, or in the house's where there is none: one file, not all.
    private static func template(
        _ document: String, for client: Client, house: House, fields: LetterFields, _ drawer: TemplateDrawer
    ) throws(Problem) -> Template {
        let type = try drawer.documentType(named: document)
        let known = client.language.flatMap { type.languages.contains($0) ? $0 : nil }
        guard let language = known ?? (type.languages.contains(house.language) ? house.language : nil) else {
            throw Problem(
                .file(drawer.folder), .noLanguage(document, house.language), remedy: .writeIt(document, house.language))
        }
        let file = "\(document).\(language.rawValue).xhtml"
        return try Template(
            parsing: try drawer.read(file), file: "\(drawer.folder)/\(file)", form: Letter.FormID(number: 1),
            fields: fields.catalogue, shelf: drawer.shelf, language: language)
    }

    /// The stay that the letter is about: the next one, or else the last.
    private static func stay(of number: Client.Number, _ desk: ReceptionDesk) throws(Problem) -> Stay? {
        try desk.file.stays(of: number).theOne(on: desk.clerk.day)
    }

    /// The invoice that the letter is: the last one that was issued.
    private static func invoice(
        of number: Client.Number, _ desk: ReceptionDesk
    ) throws(Problem) -> ClientRecord.Invoice? {
        try desk.file.invoices(of: number).first { $0.serial != nil }.map(ClientRecord.Invoice.init)
    }

    /// A letter about a stay needs one, an invoice letter an issued invoice.
    private static func require(
        _ template: Template, _ stay: Stay?, _ invoice: ClientRecord.Invoice?, _ number: Client.Number, _ file: String,
        _ company: CompanyReader
    ) throws(Problem) {
        if stay == nil, company.speaksOfStay {
            throw Problem(.client(number, file: file), .noStay, remedy: .addStay(number))
        }
        if invoice == nil, company.speaksOfInvoice {
            throw Problem(.client(number, file: file), .noInvoice, remedy: .issue(number))
        }
    }
}

extension LetterFields.Invoice {
    /// Nil where it was not issued.
    init?(_ invoice: ClientRecord.Invoice) {
        guard let serial = invoice.serial, let day = invoice.issuedOn else { return nil }
        let sums = InvoiceSums(invoice)
        self.init(
            number: String(serial), date: day,
            items: invoice.items.map {
                Item(
                    product: $0.description, quantity: Double($0.quantity) / 1000, unitPrice: $0.price,
                    vatRate: Double($0.vatRate) / 100, amount: $0.amount)
            },
            total: sums.total, vat: sums.vat,
            rates: sums.rates.map { Rate(rate: Double($0.rate) / 100, net: $0.net, vat: $0.vat, gross: $0.gross) })
    }
}

extension Wording {
    fileprivate static let noStay = Wording(
        en: "there is no stay that this letter could be about.",
        fr: "il n’y a pas de séjour dont cette lettre pourrait parler.")
    fileprivate static let noInvoice = Wording(
        en: "no invoice was issued, so there is none to print.",
        fr: "aucune facture n’a été émise\u{A0}; il n’y a rien à imprimer.")

    fileprivate static func addStay(_ client: Client.Number) -> Wording {
        Wording(
            en: "Note it with: publipost stay add \(client) arrival=… departure=…",
            fr: "Notez-le avec\u{A0}: publipost stay add \(client) arrival=… departure=…")
    }

    fileprivate static func issue(_ client: Client.Number) -> Wording {
        Wording(
            en: "Issue the open one with: publipost invoice issue \(client)",
            fr: "Émettez celle qui est ouverte\u{A0}: publipost invoice issue \(client)")
    }

    fileprivate static func noLanguage(_ name: String, _ language: Language) -> Wording {
        Wording(
            en: "the document \"\(name)\" is there neither in the client's language nor in the house's.",
            fr: "le document «\u{A0}\(name)\u{A0}» n’existe ni dans la langue du client ni dans celle de la maison.")
    }

    fileprivate static func writeIt(_ name: String, _ language: Language) -> Wording {
        Wording(
            en: "Write \(name).\(language.rawValue).xhtml there.", fr: "Écrivez-y \(name).\(language.rawValue).xhtml.")
    }
}
