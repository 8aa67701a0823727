import ArgumentParser
import Correspondence
import Mailing

struct TabRemoveCommand<Choice: TabChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "remove", abstract: "Removes a line from the tab.")
    }

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The line's number in the tab.")
    var line: Int

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let deed = try ReceptionDesk(shared.workplace).removeLine(line, from: Choice.tab, of: client)
        try deed.tell(.removed(Choice.tab, deed), with: shared)
    }
}

extension Wording {
    fileprivate static func removed(_ tab: ClientTab, _ deed: ReceptionDesk.TabDeed) -> Wording {
        Wording(
            en: "Client \(deed.number): \(tab.noun.english) \(deed.line) removed.",
            fr: "Client \(deed.number)\u{A0}: \(tab.noun.french) \(deed.line) supprimé.")
    }
}
