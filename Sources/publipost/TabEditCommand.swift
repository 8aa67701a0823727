import ArgumentParser
import Correspondence
import Mailing

struct TabEditCommand<Choice: TabChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit", abstract: "Changes a line of the tab; an empty value clears a field.",
            discussion: "Fields: \(Choice.tab.fields.joined(separator: ", ")).")
    }

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The line's number in the tab.")
    var line: Int

    @Argument(help: ArgumentHelp("What is to stand there.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: Choice.tab.fields)
        let deed = try ReceptionDesk(shared.workplace).editLine(line, in: Choice.tab, of: client, words)
        try deed.tell(.changed(Choice.tab, deed), with: shared)
    }
}

extension Wording {
    fileprivate static func changed(_ tab: ClientTab, _ deed: ReceptionDesk.TabDeed) -> Wording {
        Wording(
            en: "Client \(deed.number): \(tab.noun.english) \(deed.line) changed.",
            fr: "Client \(deed.number)\u{A0}: \(tab.noun.french) \(deed.line) modifié.")
    }
}
