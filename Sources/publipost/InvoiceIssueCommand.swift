import ArgumentParser
import Correspondence
import Mailing

struct InvoiceIssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Issues the client's open invoice: it gets its number and is never altered.",
        discussion: "Then print it with: publipost letter print CLIENT invoice")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Option(help: ArgumentHelp("The day of issue, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (number, invoice) = try ReceptionDesk(shared.workplace).issueInvoice(of: client, on: date)
        if shared.json { return try JSONOutput.print(JSONValue(invoice).with(["client": .number(number)])) }
        shared.voice.say(.issued(number, invoice, DeskFormats(shared.language)))
    }
}

extension Wording {
    fileprivate static func issued(
        _ client: Client.Number, _ invoice: ClientRecord.Invoice, _ formats: DeskFormats
    ) -> Wording {
        let serial = invoice.serial ?? 0
        let total = formats.money(InvoiceSums(invoice).total)
        return Wording(
            en: "Client \(client): invoice \(serial) issued, \(total).",
            fr: "Client \(client)\u{A0}: facture n° \(serial) émise, \(total).")
    }
}
