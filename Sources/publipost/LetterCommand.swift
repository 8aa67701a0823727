import ArgumentParser

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Prints single letters; lists and rehearses document types, tries envelopes.",
        subcommands: [
            LetterListCommand.self, LetterPrintCommand.self, LetterEditCommand.self, LetterCheckCommand.self,
            LetterTestSheetCommand.self,
        ])
}
