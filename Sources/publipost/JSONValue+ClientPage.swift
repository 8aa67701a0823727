import Correspondence
import Mailing

extension JSONValue {
    /// A whole record: the fields, the tabs, the dealings, the figures, the history.
    init(_ page: ClientPage) {
        let record = page.record
        self = JSONValue(record.client).with([
            "companions": .list(record.companions.map(JSONValue.init)),
            "vehicles": .list(record.vehicles.map(JSONValue.init)),
            "papers": .list(record.papers.map(JSONValue.init)), "animals": .list(record.animals.map(JSONValue.init)),
            "bank_accounts": .list(record.accounts.map(JSONValue.init)),
            "requests": .list(record.requests.map(JSONValue.init)), "stays": .list(record.stays.map(JSONValue.init)),
            "invoices": .list(record.invoices.map(JSONValue.init)),
            "letters": .list(record.letters.map(JSONValue.init)), "statistics": JSONValue(page.figures),
            "history": .list(page.history.map(JSONValue.init)), "objects_to_mailings": .flag(page.hasObjected),
            "mail_returned_on": JSONValue(page.mailReturnedOn),
            "merged_number": page.askedFor.map(JSONValue.number),
        ])
    }

    private init(_ companion: Companion) {
        self = .object(some: [
            "given_name": JSONValue(companion.givenName), "family_name": JSONValue(companion.familyName),
            "birth_date": JSONValue(companion.birthDate),
        ])
    }

    private init(_ vehicle: Vehicle) {
        self = .object(some: [
            "plate": JSONValue(vehicle.plate), "country": JSONValue(vehicle.country), "kind": JSONValue(vehicle.kind),
        ])
    }

    private init(_ paper: IdentityPaper) {
        self = .object(some: [
            "kind": JSONValue(paper.kind), "country": JSONValue(paper.country),
            "valid_until": JSONValue(paper.validUntil),
        ])
    }

    private init(_ animal: Animal) {
        self = .object(some: [
            "name": JSONValue(animal.name), "species": JSONValue(animal.species), "breed": JSONValue(animal.breed),
            "vaccinated_on": JSONValue(animal.vaccinatedOn),
        ])
    }

    /// Masked already.
    private init(_ account: BankAccount) {
        self = .object(some: ["iban": .text(account.iban), "holder": JSONValue(account.holder)])
    }

    init(_ request: Request) {
        self = .object(some: [
            "request": request.number.map(JSONValue.number), "client": .number(request.client),
            "kind": .text(request.kind.rawValue), "document": .text(request.document ?? request.kind.rawValue),
            "received_on": JSONValue(request.receivedOn), "answered_on": JSONValue(request.answeredOn),
        ])
    }

    init(_ stay: Stay) {
        self = .object(some: [
            "arrival": JSONValue(stay.arrival), "departure": JSONValue(stay.departure), "pitch": JSONValue(stay.pitch),
            "adults": .number(Int64(stay.adults)), "children": .number(Int64(stay.children)),
            "state": .text(stay.state.rawValue), "amount": JSONValue(stay.amount),
        ])
    }

    init(_ invoice: ClientRecord.Invoice) {
        let sums = InvoiceSums(invoice)
        self = .object(some: [
            "invoice": invoice.serial.map(JSONValue.number), "issued_on": JSONValue(invoice.issuedOn),
            "items": .list(invoice.items.map(JSONValue.init)), "total": JSONValue(sums.total),
            "vat": JSONValue(sums.vat),
        ])
    }

    private init(_ item: ClientRecord.Invoice.Item) {
        self = .object(some: [
            "product": JSONValue(item.product), "description": .text(item.description),
            "quantity": .real(Double(item.quantity) / 1000), "price": JSONValue(item.price),
            "vat_rate": .real(Double(item.vatRate) / 100), "amount": JSONValue(item.amount),
        ])
    }

    private init(_ letter: ClientRecord.SentLetter) {
        self = .object(some: [
            "document": .text(letter.document), "language": .text(letter.language.rawValue),
            "sent_on": JSONValue(letter.sentOn), "piece_code": JSONValue(letter.pieceCode),
            "run": JSONValue(letter.run),
            "text": JSONValue(letter.text),
        ])
    }

    private init(_ figures: ClientPage.Figures) {
        self = .object(some: [
            "first_stay": JSONValue(figures.firstStay), "last_stay": JSONValue(figures.lastStay),
            "stays": .number(Int64(figures.stays)), "nights": .number(Int64(figures.nights)),
            "turnover": JSONValue(figures.turnover), "letters": .number(Int64(figures.lettersSent)),
        ])
    }

    private init(_ line: ClientPage.HistoryLine) {
        self = .object(some: [
            "made_at": .number(line.madeAt), "who": .text(line.who), "what": .text(line.what),
            "before": JSONValue(line.before), "after": JSONValue(line.after),
        ])
    }
}
