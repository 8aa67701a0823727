import Correspondence
import Mailing

/// An invoice as a table: its items, the VAT by rate, the total.
struct InvoiceTable {
    private let invoice: ClientRecord.Invoice
    private let language: MessageLanguage
    private let formats: DeskFormats

    init(_ invoice: ClientRecord.Invoice, in language: MessageLanguage) {
        self.invoice = invoice
        self.language = language
        formats = DeskFormats(language)
    }

    private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }

    var lines: [String] {
        let sums = InvoiceSums(invoice)
        let heads = [
            say("Quantity", "Quantité"), say("Item", "Désignation"), say("Price", "Prix"), say("VAT", "TVA"),
            say("Amount", "Montant"),
        ]
        let table = PlainTable(
            heads: heads,
            rows: invoice.items.map {
                [
                    formats.quantity($0.quantity), $0.description, formats.money($0.price), formats.rate($0.vatRate),
                    formats.money($0.amount),
                ]
            }, figures: [0, 2, 3, 4], elastic: [1])
        return [title] + table.lines + sums.rates.map(vat)
            + [say("Total \(formats.money(sums.total))", "Total \(formats.money(sums.total))")]
    }

    private var title: String {
        guard let serial = invoice.serial, let day = invoice.issuedOn else {
            return say("Open invoice", "Facture ouverte")
        }
        return say("Invoice \(serial), \(formats.day(day))", "Facture n° \(serial) du \(formats.day(day))")
    }

    private func vat(_ rate: InvoiceSums.Rate) -> String {
        let (percent, vat, net) = (formats.rate(rate.rate), formats.money(rate.vat), formats.money(rate.net))
        return say("of which VAT \(percent): \(vat) on \(net)", "dont TVA \(percent)\u{A0}: \(vat) sur \(net) HT")
    }
}
