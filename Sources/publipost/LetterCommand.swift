import ArgumentParser

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Lists the document types, prints and personalises single letters.",
        subcommands: [LetterListCommand.self, LetterPrintCommand.self, LetterEditCommand.self])
}
