import ArgumentParser

struct StayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stay", abstract: "Notes stays and changes them.",
        subcommands: [StayAddCommand.self, StayEditCommand.self])
}
