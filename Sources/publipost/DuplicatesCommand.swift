import ArgumentParser

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Finds records that are the same client.",
        subcommands: [DuplicatesFindCommand.self])
}
