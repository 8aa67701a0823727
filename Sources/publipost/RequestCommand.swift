import ArgumentParser

struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Notes what clients ask for, and lists what waits for an answer.",
        subcommands: [RequestAddCommand.self, RequestListCommand.self])
}
