import ArgumentParser

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Lists the document types, rehearses them, tries envelopes.",
        subcommands: [LetterListCommand.self, LetterCheckCommand.self, LetterTestSheetCommand.self])
}
