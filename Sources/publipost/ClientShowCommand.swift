import ArgumentParser
import Mailing

struct ClientShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Opens a client's record: the main page, every tab, what is computed.",
        discussion: "Bank accounts are masked. A number that was merged leads to the record it was merged into.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let page = try ReceptionDesk(reading: shared.workplace).page(of: client)
        if shared.json { return try JSONOutput.print(JSONValue(page)) }
        for line in ClientSheet(page, in: shared.language).lines { print(line) }
    }
}
