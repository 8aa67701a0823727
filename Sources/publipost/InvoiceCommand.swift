import ArgumentParser

struct InvoiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice", abstract: "Shows a client's invoices, and issues the open one.",
        subcommands: [InvoiceShowCommand.self, InvoiceIssueCommand.self])
}
