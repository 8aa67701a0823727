import ArgumentParser
import Correspondence
import Mailing

struct TabAddCommand<Choice: TabChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "Adds a line to the tab.",
            discussion: "Fields: \(Choice.tab.fields.joined(separator: ", ")).")
    }

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: ArgumentHelp("What the line says.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: Choice.tab.fields)
        let deed = try ReceptionDesk(shared.workplace).addLine(to: Choice.tab, of: client, words)
        try deed.tell(.added(Choice.tab, deed), with: shared)
    }
}

extension Wording {
    fileprivate static func added(_ tab: ClientTab, _ deed: ReceptionDesk.TabDeed) -> Wording {
        Wording(
            en: "Client \(deed.number): \(tab.noun.english) \(deed.line) noted.",
            fr: "Client \(deed.number)\u{A0}: \(tab.noun.french) \(deed.line) noté.")
    }
}
