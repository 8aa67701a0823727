package import Correspondence
import GRDB

extension ImportSession {
    /// Returns why nothing of a record can be stored. Nil: all of it can.
    func refusal(of record: ClientRecord) throws -> Wording? {
        for stay in record.stays {
            if let words = Self.refusal(of: stay) { return words }
        }
        if record.companions.contains(where: { ($0.givenName ?? $0.familyName) == nil }) {
            return .emptyLine("companion")
        }
        if record.vehicles.contains(where: { ($0.plate ?? $0.kind) == nil }) { return .emptyLine("vehicle") }
        if record.accounts.contains(where: { $0.checked() == nil }) { return .wrongKey }
        var serials: Set<Int64> = []
        for invoice in record.invoices {
            if let words = try refusal(of: invoice) { return words }
            if let serial = invoice.serial, !serials.insert(serial).inserted { return .taken(serial) }
        }
        return nil
    }

    static func refusal(of stay: Stay) -> Wording? {
        if stay.departure <= stay.arrival { return departureBeforeArrival }
        if stay.adults < 0 || stay.children < 0 { return people }
        if let amount = stay.amount, !ClientFile.stayAmounts.contains(amount.cents) { return Self.amount }
        return nil
    }

    private func refusal(of invoice: ClientRecord.Invoice) throws -> Wording? {
        for item in invoice.items {
            guard ClientFile.isUsual(item.price), abs(item.quantity) <= 1_000_000_000 else { return .beyondBelief }
            guard (0...10_000).contains(item.vatRate) else { return .beyondBelief }
        }
        guard let serial = invoice.serial else { return nil }
        guard serial > 0, invoice.issuedOn != nil, invoice.addressee != nil else { return .notIssued(serial) }
        guard let known = try issued(serial) else { return nil }
        return ClientRecord.Invoice(known) == invoice ? nil : .taken(serial)
    }

    /// The issued invoice with a number, if the file has it.
    func issued(_ serial: Int64) throws -> Filing.Invoice? {
        let number = try Int64.fetchOne(db, sql: "SELECT number FROM invoice WHERE serial = ?", arguments: [serial])
        return try number.map { try ClientFile.invoice($0, in: db) }
    }
}

extension ClientRecord.Invoice {
    package init(_ invoice: Filing.Invoice) {
        self.init(
            serial: invoice.serial, issuedOn: invoice.issuedOn, addressee: invoice.addressee,
            items: invoice.items.map {
                Item(
                    product: $0.product, description: $0.description, quantity: $0.quantity, price: $0.price,
                    vatRate: Int64($0.vatRate))
            })
    }
}

extension Wording {
    fileprivate static func emptyLine(_ tab: String) -> Wording {
        Wording(en: "a line of the tab \(tab) says nothing", fr: "une ligne de l'onglet \(tab) ne dit rien")
    }
    fileprivate static let wrongKey = Wording(
        en: "the check digits of an account number are wrong", fr: "la clé d'un numéro de compte est fausse")
    fileprivate static let beyondBelief = Wording(
        en: "the price, quantity or VAT rate of an invoice's item is beyond belief",
        fr: "le prix, la quantité ou le taux de TVA d'une ligne de facture est invraisemblable")

    fileprivate static func notIssued(_ serial: Int64) -> Wording {
        Wording(
            en: "invoice \(serial) lacks the day it was issued or the addressee",
            fr: "il manque à la facture \(serial) le jour de son émission ou le destinataire")
    }

    fileprivate static func taken(_ serial: Int64) -> Wording {
        Wording(
            en: "the file has another invoice \(serial), and an issued invoice is never altered",
            fr: "le fichier a une autre facture \(serial), et une facture émise n'est jamais modifiée")
    }
}
