import ArgumentParser
import Correspondence
import Mailing

struct MailingListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the mailings there are.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let names = try TemplateDrawer(shared.workplace.templates).mailingNames()
        if shared.json { return try JSONOutput.print(names) }
        for name in names { print(name) }
    }
}
