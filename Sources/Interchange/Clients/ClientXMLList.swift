package import Correspondence
package import XML

/// Reads clients from XML, the vocabulary of ``ClientSchema``, client by client, in constant memory.
///
/// Elements and attributes that are not known are passed over. What is doubtful is kept as written and flagged, as in a CSV
/// list. A document that is not well formed stops the reading with a `Problem`.
package final class ClientXMLList {
    package enum Outcome: Hashable, Sendable {
        case record(ClientRecord)
        case rejected(ImportRejection)
    }

    private let reader: XMLReader
    private var draft: ClientDraft
    /// The line on which the client begins that was read last, from 1.
    package private(set) var lineNumber = 1

    package convenience init(path: String, homeCountry: String = "FR") throws(Problem) {
        try self.init(reader: XMLReader(path: path), homeCountry: homeCountry)
    }

    /// - Throws: A `Problem` if the document's first element is not `clients`.
    package init(reader: XMLReader, homeCountry: String = "FR") throws(Problem) {
        self.reader = reader
        draft = ClientDraft(homeCountry: homeCountry)
        guard case .open(let root) = try reader.next() else { throw .noClients(reader.here) }
        guard root == "clients" else { throw .noClients(reader.here) }
    }

    /// What was doubtful in the client that was read last.
    package var remarks: [ImportRemark] { draft.remarks }

    /// Returns the next client, read or rejected. Nil: there is none.
    package func next() throws(Problem) -> Outcome? {
        while let node = try reader.next() {
            guard case .open(let name) = node else { continue }
            if name == "client" { return try client() }
            try skip()
        }
        return nil
    }

    private func client() throws(Problem) -> Outcome {
        lineNumber = reader.line
        draft.begin(line: lineNumber)
        var record = ClientRecord(client: Client())
        let number = reader.attribute("number").flatMap { Int64($0) }
        let reference = reader.attribute("reference")
        if let reference { draft.take(reference, as: .reference) }
        while let node = try reader.next() {
            if case .close = node { break }
            if case .open(let name) = node { try take(name, into: &record) }
        }
        guard var client = draft.finished() else {
            return .rejected(
                ImportRejection(
                    line: lineNumber, code: "no_name", words: .noName, cells: [reference ?? ""], original: []))
        }
        client.number = number
        record.client = client
        return .record(record)
    }

    /// Takes the element that has just been opened, to its end.
    private func take(_ name: String, into record: inout ClientRecord) throws(Problem) {
        if let field = ClientField(rawValue: name) {
            if let text = cellText(try text()) { draft.take(text, as: field) }
            return
        }
        switch name {
        case "doubt": try takeDoubt()
        case "companion": record.companions.append(companion())
        case "vehicle":
            record.vehicles.append(Vehicle(plate: value("plate"), country: value("country"), kind: value("kind")))
        case "paper":
            record.papers.append(
                IdentityPaper(kind: value("kind"), country: value("country"), validUntil: date("valid_until")))
        case "animal":
            record.animals.append(
                Animal(
                    name: value("name"), species: value("species"), breed: value("breed"),
                    vaccinatedOn: date("vaccinated_on")))
        case "bank":
            if let iban = value("iban") { record.accounts.append(BankAccount(iban: iban, holder: value("holder"))) }
        case "request": if let request = request() { record.requests.append(request) }
        case "stay": if let stay = stay() { record.stays.append(stay) }
        case "invoice": return try takeInvoice(into: &record)
        case "letter": return try takeLetter(into: &record)
        case "returned_mail":
            if let reason = value("reason"), let day = date("noted_on") {
                record.returns.append(
                    ClientRecord.ReturnedMail(reason: reason, notedOn: day, settledOn: date("settled_on")))
            }
        case "objection": record.objectedOn = date("objected_on")
        default: break
        }
        if name != "doubt" { try skip() }
    }

    private func takeDoubt() throws(Problem) {
        let field = value("field").flatMap { ClientField(rawValue: $0) }
        let words = try text()
        if let field { draft.take(Client.Doubt(field: field, written: words)) }
    }

    private func companion() -> Companion {
        Companion(
            givenName: value("given_name"), familyName: value("family_name"), birthDate: date("birth_date"))
    }

    private func request() -> Request? {
        guard let kind = value("kind").flatMap(StayWords.kind) else {
            draft.note("request", .unreadElement("request"))
            return nil
        }
        return Request(
            client: 0, kind: kind, document: value("document"), receivedOn: date("received_on"),
            answeredOn: date("answered_on"))
    }

    private func stay() -> Stay? {
        guard let arrival = date("arrival"), let departure = date("departure"), departure > arrival else {
            draft.note("stay", .unreadElement("stay"))
            return nil
        }
        return Stay(
            client: 0, arrival: arrival, departure: departure, pitch: value("pitch"),
            adults: value("adults").flatMap { Int($0) } ?? 1, children: value("children").flatMap { Int($0) } ?? 0,
            state: value("state").flatMap(StayWords.state) ?? .booked, amount: value("amount").flatMap(hundredths))
    }
}

extension ClientXMLList {
    private func takeInvoice(into record: inout ClientRecord) throws(Problem) {
        var invoice = ClientRecord.Invoice(
            serial: value("serial").flatMap { Int64($0) }, issuedOn: date("issued_on"))
        while let node = try reader.next() {
            if case .close = node { break }
            guard case .open(let name) = node else { continue }
            switch name {
            case "addressee": invoice.addressee = try text()
            case "item": if let item = try item() { invoice.items.append(item) }
            default: try skip()
            }
        }
        record.invoices.append(invoice)
    }

    private func item() throws(Problem) -> ClientRecord.Invoice.Item? {
        let product = value("product")
        let quantity = value("quantity").flatMap { Int64($0) } ?? 1
        let price = value("price").flatMap(hundredths)
        let rate = value("vat_rate").flatMap(hundredths)
        let description = try text()
        guard let price, let rate else {
            draft.note("invoice", .unreadElement("item"))
            return nil
        }
        return ClientRecord.Invoice.Item(
            product: product, description: description, quantity: quantity, price: price, vatRate: rate.cents)
    }

    private func takeLetter(into record: inout ClientRecord) throws(Problem) {
        let (document, language, day) = (value("document"), value("language"), date("sent_on"))
        let (code, run) = (value("piece_code"), value("run"))
        let words = try text()
        guard let document, let language, let day else { return draft.note("letter", .unreadElement("letter")) }
        record.letters.append(
            ClientRecord.SentLetter(
                document: document, language: Language(rawValue: language), sentOn: day, pieceCode: code, run: run,
                text: words.isEmpty ? nil : words))
    }

    /// An attribute of the element that was opened last. Nil: it is missing or empty.
    private func value(_ name: String) -> String? {
        guard let value = reader.attribute(name), !value.isEmpty else { return nil }
        return value
    }

    private func date(_ name: String) -> CivilDate? { value(name).flatMap { CivilDate(iso: $0) } }

    /// `-12.05` as hundredths.
    private func hundredths(_ text: String) -> Money? {
        guard text.hasPrefix("-") else { return StayWords.money(text) }
        return StayWords.money(String(text.dropFirst())).map { Money(cents: -$0.cents) }
    }

    /// The text of the element that has just been opened, to its end; further elements in it are passed over.
    private func text() throws(Problem) -> String {
        var text = ""
        while let node = try reader.next() {
            switch node {
            case .text(let piece): text += piece
            case .open: try skip()
            case .close: return text
            }
        }
        return text
    }

    /// Passes over the element that has just been opened.
    private func skip() throws(Problem) {
        var depth = 1
        while depth > 0, let node = try reader.next() {
            if case .open = node { depth += 1 }
            if case .close = node { depth -= 1 }
        }
    }
}

extension ClientRecord {
    /// The record as the rows of an import: one row for each request and each stay, all with the client.
    ///
    /// - Parameter line: The line on which the client begins.
    package func rows(line: Int) -> [ImportedRow] {
        var client = client
        client.number = nil
        let count = max(1, requests.count, stays.count)
        return (0..<count).map { index in
            ImportedRow(
                client: client, request: index < requests.count ? requests[index] : nil,
                stay: index < stays.count ? stays[index] : nil, line: line)
        }
    }
}

extension Wording {
    fileprivate static let noName = Wording(
        en: "the client has neither a family name nor a company", fr: "le client n'a ni nom ni société")

    fileprivate static func unreadElement(_ name: String) -> Wording {
        Wording(
            en: "<\(name)> lacks what it needs and was left out",
            fr: "il manque à <\(name)> l'essentiel, l'élément a été laissé de côté")
    }
}

extension Problem {
    fileprivate static func noClients(_ place: Place?) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document's first element is not <clients>.",
                fr: "le premier élément du document n’est pas <clients>."),
            remedy: Wording(
                en: "Import a file that publipost export has written, or a CSV list.",
                fr: "Importez un fichier écrit par publipost export, ou une liste CSV."))
    }
}
