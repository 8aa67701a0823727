package import Correspondence
import XML

/// Writes `publipost export`: the client file as XML, client by client, in constant memory.
///
/// The vocabulary is that of ``ClientSchema``. The same records give the same bytes. Bank accounts are left out unless they
/// are asked for.
package final class ClientExport {
    private let writer: XMLWriter
    private let includesBank: Bool
    /// How many clients were written.
    package private(set) var count = 0

    package init(to sink: any ByteSink, includingBank includesBank: Bool = false) throws(Problem) {
        writer = try XMLWriter(to: sink)
        self.includesBank = includesBank
        try writer.open("clients", ["xmlns": ClientSchema.namespace, "version": "1"])
    }

    /// Writes one client, or what is left of an erased one. The order of clients is the caller's.
    package func put(_ record: ClientRecord) throws(Problem) {
        let client = record.client
        let number = client.number.map { String($0) }
        if let day = record.erasedOn {
            try writer.open("erased", ["number": number, "erased_on": day.iso])
            try putBelongings(of: record)
            return try writer.close()
        }
        count += 1
        try writer.open(
            "client",
            [
                "number": number, "reference": client.reference, "confirmed_on": record.confirmedOn?.iso,
                "mail_returned_on": record.mailReturnedOn?.iso,
            ])
        for merged in record.merged {
            try writer.element("merged", ["number": String(merged.number), "reference": merged.reference], "")
        }
        try putFields(of: client)
        try putTabs(of: record)
        try putBelongings(of: record)
        if let day = record.objectedOn { try writer.element("objection", ["objected_on": day.iso], "") }
        try writer.close()
    }

    private func putBelongings(of record: ClientRecord) throws(Problem) {
        for request in record.requests { try put(request) }
        for stay in record.stays { try put(stay) }
        for invoice in record.invoices { try put(invoice) }
        for letter in record.letters { try put(letter) }
        for mail in record.returns {
            try writer.element(
                "returned_mail",
                ["reason": mail.reason, "noted_on": mail.notedOn.iso, "settled_on": mail.settledOn?.iso], "")
        }
    }

    /// Writes the end. To be called once.
    package func finish() throws(Problem) { try writer.finish() }

    private func putFields(of client: Client) throws(Problem) {
        for field in ClientField.allCases where field != .reference {
            for value in client.written(field) { try writer.element(field.name, value) }
        }
        for doubt in client.doubts { try writer.element("doubt", ["field": doubt.field.name], doubt.written) }
    }

    private func putTabs(of record: ClientRecord) throws(Problem) {
        for person in record.companions {
            try writer.element(
                "companion",
                [
                    "given_name": person.givenName, "family_name": person.familyName,
                    "birth_date": person.birthDate?.iso,
                ], "")
        }
        for car in record.vehicles {
            try writer.element("vehicle", ["plate": car.plate, "country": car.country, "kind": car.kind], "")
        }
        for paper in record.papers {
            try writer.element(
                "paper",
                ["kind": paper.kind, "country": paper.country, "valid_until": paper.validUntil?.iso], "")
        }
        for animal in record.animals {
            try writer.element(
                "animal",
                [
                    "name": animal.name, "species": animal.species, "breed": animal.breed,
                    "vaccinated_on": animal.vaccinatedOn?.iso,
                ], "")
        }
        for account in includesBank ? record.accounts : [] {
            try writer.element("bank", ["iban": account.iban, "holder": account.holder], "")
        }
    }

    private func put(_ request: Request) throws(Problem) {
        try writer.element(
            "request",
            [
                "kind": request.kind.rawValue, "document": request.document, "received_on": request.receivedOn?.iso,
                "answered_on": request.answeredOn?.iso,
            ], "")
    }

    private func put(_ stay: Stay) throws(Problem) {
        try writer.element(
            "stay",
            [
                "arrival": stay.arrival.iso, "departure": stay.departure.iso, "pitch": stay.pitch,
                "adults": String(stay.adults), "children": String(stay.children), "state": stay.state.rawValue,
                "amount": stay.amount.map(decimal),
            ], "")
    }

    private func put(_ invoice: ClientRecord.Invoice) throws(Problem) {
        try writer.open(
            "invoice", ["serial": invoice.serial.map { String($0) }, "issued_on": invoice.issuedOn?.iso])
        try writer.element("addressee", invoice.addressee)
        for item in invoice.items {
            try writer.element(
                "item",
                [
                    "product": item.product, "quantity": quantity(item.quantity), "price": decimal(item.price),
                    "vat_rate": decimal(Money(cents: item.vatRate)),
                ], item.description)
        }
        try writer.close()
    }

    private func put(_ letter: ClientRecord.SentLetter) throws(Problem) {
        try writer.element(
            "letter",
            [
                "document": letter.document, "language": letter.language.rawValue, "sent_on": letter.sentOn.iso,
                "piece_code": letter.pieceCode, "run": letter.run,
            ], letter.text ?? "")
    }

    /// Thousandths as a decimal number without idle zeros: `2`, `-1.5`.
    private func quantity(_ thousandths: Int64) -> String {
        let (whole, part) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        var digits = part == 0 ? "" : String(1000 + part).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths < 0 ? "-" : "")\(whole)\(digits.isEmpty ? "" : ".")\(digits)"
    }

    /// Hundredths as a decimal number: `-12.05`.
    private func decimal(_ money: Money) -> String {
        let cents = money.cents.magnitude
        let fraction = cents % 100
        return "\(money.cents < 0 ? "-" : "")\(cents / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

extension Client {
    /// What stands in a field, as it is written outside: none, one, or several types.
    fileprivate func written(_ field: ClientField) -> [String] {
        switch field {
        case .type: types
        default: [value(of: field)].compactMap(\.self)
        }
    }
}
