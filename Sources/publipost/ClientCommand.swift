import ArgumentParser

struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Looks clients up.", subcommands: [ClientFindCommand.self])
}
