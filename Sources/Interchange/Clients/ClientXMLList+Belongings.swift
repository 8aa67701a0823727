import Correspondence
import XML

extension ClientXMLList {
    /// Takes an element that is no field of the main page, to its end.
    func takeBelonging(_ name: String, into record: inout ClientRecord) throws(Problem) {
        switch name {
        case "merged": takeMerged(into: &record)
        case "companion", "vehicle", "paper", "animal", "bank": takeTabLine(name, into: &record)
        case "request": if let request = request() { record.requests.append(request) }
        case "stay": if let stay = stay() { record.stays.append(stay) }
        case "invoice": return try takeInvoice(into: &record)
        case "letter": return try takeLetter(into: &record)
        case "returned_mail": takeReturnedMail(into: &record)
        case "objection": record.objectedOn = requiredDate("objected_on", of: name)
        default: break
        }
        try skip()
    }

    private func takeMerged(into record: inout ClientRecord) {
        guard let number = required("number", of: "merged", { Int64($0) }) else { return }
        record.merged.append(ClientRecord.MergedRecord(number: number, reference: value("reference")))
    }

    private func takeTabLine(_ name: String, into record: inout ClientRecord) {
        switch name {
        case "companion":
            record.companions.append(
                Companion(
                    givenName: value("given_name"), familyName: value("family_name"),
                    birthDate: date("birth_date", of: name)))
        case "vehicle":
            record.vehicles.append(Vehicle(plate: value("plate"), country: value("country"), kind: value("kind")))
        case "paper":
            record.papers.append(
                IdentityPaper(
                    kind: value("kind"), country: value("country"), validUntil: date("valid_until", of: name)))
        case "animal":
            record.animals.append(
                Animal(
                    name: value("name"), species: value("species"), breed: value("breed"),
                    vaccinatedOn: date("vaccinated_on", of: name)))
        default:
            guard let iban = required("iban", of: name, { $0 }) else { return }
            record.accounts.append(BankAccount(iban: iban, holder: value("holder")))
        }
    }

    private func request() -> Request? {
        guard let kind = required("kind", of: "request", StayWords.kind) else { return nil }
        return Request(
            client: 0, kind: kind, document: value("document"), receivedOn: date("received_on", of: "request"),
            answeredOn: date("answered_on", of: "request"))
    }

    private func stay() -> Stay? {
        guard let arrival = requiredDate("arrival", of: "stay"), let departure = requiredDate("departure", of: "stay")
        else { return nil }
        return Stay(
            client: 0, arrival: arrival, departure: departure, pitch: value("pitch"),
            adults: value("adults", of: "stay") { Int($0) } ?? 1,
            children: value("children", of: "stay") { Int($0) } ?? 0,
            state: value("state", of: "stay", StayWords.state) ?? .booked,
            amount: value("amount", of: "stay", Self.hundredths))
    }

    private func takeReturnedMail(into record: inout ClientRecord) {
        guard let day = requiredDate("noted_on", of: "returned_mail") else { return }
        record.returns.append(
            ClientRecord.ReturnedMail(
                reason: value("reason") ?? "", notedOn: day, settledOn: date("settled_on", of: "returned_mail")))
    }

    private func takeInvoice(into record: inout ClientRecord) throws(Problem) {
        var invoice = ClientRecord.Invoice(
            serial: value("serial", of: "invoice") { Int64($0) }, issuedOn: date("issued_on", of: "invoice"))
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
        let quantity = required("quantity", of: "item", Self.thousandths)
        let price = required("price", of: "item", Self.hundredths)
        let rate = required("vat_rate", of: "item", Self.hundredths)
        let description = try text()
        guard let quantity, let price, let rate else { return nil }
        return ClientRecord.Invoice.Item(
            product: product, description: description, quantity: quantity, price: price, vatRate: rate.cents)
    }

    private func takeLetter(into record: inout ClientRecord) throws(Problem) {
        let document = required("document", of: "letter") { $0 }
        let language = required("language", of: "letter") { $0 }
        let day = requiredDate("sent_on", of: "letter")
        let (code, run) = (value("piece_code"), value("run"))
        let words = try text()
        guard let document, let language, let day else { return }
        record.letters.append(
            ClientRecord.SentLetter(
                document: document, language: Language(rawValue: language), sentOn: day, pieceCode: code, run: run,
                text: words.isEmpty ? nil : words))
    }

    /// `-12.05` as hundredths.
    private static func hundredths(_ text: String) -> Money? {
        guard text.hasPrefix("-") else { return StayWords.money(text) }
        return StayWords.money(String(text.dropFirst())).map { Money(cents: -$0.cents) }
    }

    /// `-1.5` as thousandths: up to three decimals.
    private static func thousandths(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && (1...3).contains(parts[1].count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), (1...10).contains(parts[0].count)
        else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        let value = Int64(parts[0] + decimals + String(repeating: "0", count: 3 - decimals.count))
        return value.map { isNegative ? -$0 : $0 }
    }
}
