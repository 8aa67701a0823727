import ArgumentParser
import Mailing

struct PrivacyExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Prints everything that is kept about a person.",
        discussion: "A page to hand over; with --json the same for another program. Bank accounts are masked.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let page = try ReceptionDesk(reading: shared.workplace).personalPage(of: client)
        if shared.json { return try JSONOutput.print(JSONValue(page)) }
        for line in ClientSheet(page, in: shared.language, wholeHistory: true).lines { print(line) }
    }
}
