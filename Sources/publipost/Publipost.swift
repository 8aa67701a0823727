import ArgumentParser

/// The program: one command of the office each.
@main
struct Publipost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publipost",
        abstract: "Keeps a campsite's client file clean and writes its letters.",
        discussion: """
            Exit codes: 0 all done, also when there was nothing to do; 1 stopped, nothing done; 3 done, but a fault left \
            records out, and they are named; 4 look-alikes found, nothing added; 64 the command line does not parse; \
            75 busy, try again.
            """,
        version: "0.1.0",
        subcommands: [
            ImportCommand.self, ClientCommand.self, RequestCommand.self, StayCommand.self, ProductCommand.self,
            SaleCommand.self, InvoiceCommand.self, MailingCommand.self, LetterCommand.self, MergeCommand.self,
            DuplicatesCommand.self, PrivacyCommand.self, BackupCommand.self, RestoreCommand.self, CheckCommand.self,
            ExportCommand.self, SchemaCommand.self, ServeCommand.self,
        ])

    static func main() async {
        await CommandLineRun(arguments: Array(CommandLine.arguments.dropFirst())).end()
    }
}
