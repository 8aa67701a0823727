import ArgumentParser

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Lists the document types.", subcommands: [LetterListCommand.self])
}
