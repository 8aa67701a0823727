import ArgumentParser
import Correspondence
import Mailing

struct SaleAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Sells a product of the catalogue: an item on the client's open invoice.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The product's code; see: publipost product list.")
    var product: String

    // Unconditional, because a negative number looks like an option.
    @Option(
        parsing: .unconditional, help: ArgumentHelp("How many; a negative number takes back.", valueName: "number"))
    var quantity = Quantity(thousandths: 1000)

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (number, invoice) = try ReceptionDesk(shared.workplace).sell(
            product, to: client, quantity: quantity.thousandths)
        if shared.json { return try JSONOutput.print(JSONValue(invoice).with(["client": .number(number)])) }
        let formats = DeskFormats(shared.language)
        shared.voice.say(.sold(number, invoice, formats))
    }
}

/// How many, in thousandths: `2`, `1.5`, `0,25`. Never 0.
struct Quantity: ExpressibleByArgument {
    var thousandths: Int64

    init(thousandths: Int64) {
        self.thousandths = thousandths
    }

    init?(argument: String) {
        let isNegative = argument.hasPrefix("-")
        let parts = argument.drop { $0 == "-" }.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), (0..<100_000).contains(whole) else {
            return nil
        }
        let decimals = parts.count == 2 ? String(parts[1]) : "0"
        guard (1...3).contains(decimals.count), let fraction = Int64(decimals.padded), fraction >= 0 else { return nil }
        thousandths = (whole * 1000 + fraction) * (isNegative ? -1 : 1)
        if thousandths == 0 { return nil }
    }

    var defaultValueDescription: String { "1" }
}

extension String {
    /// Decimals as thousandths: "5" is "500".
    fileprivate var padded: String { self + String(repeating: "0", count: 3 - count) }
}

extension Wording {
    fileprivate static func sold(
        _ client: Client.Number, _ invoice: ClientRecord.Invoice, _ formats: DeskFormats
    ) -> Wording {
        let item = invoice.items.last
        let what = item.map { "\(formats.quantity($0.quantity)) × \($0.description)" } ?? ""
        let total = formats.money(InvoiceSums(invoice).total)
        return Wording(
            en: "Client \(client): \(what) noted; the open invoice is at \(total).",
            fr: "Client \(client)\u{A0}: \(what) noté\u{A0}; la facture ouverte est à \(total).")
    }
}
