import ArgumentParser
import Correspondence
import Mailing

/// Which tab a command works in.
protocol TabChoice: Sendable {
    static var tab: ClientTab { get }
}

enum CompanionTab: TabChoice { static let tab = ClientTab.companion }
enum VehicleTab: TabChoice { static let tab = ClientTab.vehicle }
enum PaperTab: TabChoice { static let tab = ClientTab.paper }
enum AnimalTab: TabChoice { static let tab = ClientTab.animal }
enum BankTab: TabChoice { static let tab = ClientTab.bank }

struct ClientTabCommand<Choice: TabChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Choice.tab.rawValue,
            abstract: "Adds, changes and removes lines of the tab \"\(Choice.tab.rawValue)\".",
            subcommands: [
                TabAddCommand<Choice>.self, TabEditCommand<Choice>.self, TabRemoveCommand<Choice>.self,
            ])
    }
}

extension ReceptionDesk.TabDeed {
    /// Says what was done in a tab.
    func tell(_ wording: Wording, with shared: SharedOptions) throws {
        for note in notes { shared.voice.note(note) }
        if shared.json {
            return try JSONOutput.print(JSONValue.object(["client": .number(number), "line": .number(Int64(line))]))
        }
        shared.voice.say(wording)
    }
}
