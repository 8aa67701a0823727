import ArgumentParser
import Correspondence
import Mailing

struct InvoiceShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the client's invoices: the open one first, then the latest.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (number, invoices) = try ReceptionDesk(reading: shared.workplace).invoices(of: client)
        if shared.json {
            return try JSONOutput.print(
                JSONValue.object(["client": .number(number), "invoices": .list(invoices.map { JSONValue($0) })]))
        }
        if invoices.isEmpty { return shared.voice.say(.none(number)) }
        for (index, invoice) in invoices.enumerated() {
            if index > 0 { print("") }
            for line in InvoiceTable(invoice, in: shared.language).lines { print(line) }
        }
    }
}

extension Wording {
    fileprivate static func none(_ client: Client.Number) -> Wording {
        Wording(en: "Client \(client) has no invoice.", fr: "Le client \(client) n’a pas de facture.")
    }
}
