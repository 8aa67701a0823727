import ArgumentParser

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Lists the document types, prints and personalises letters, rehearses them.",
        subcommands: [
            LetterListCommand.self, LetterPrintCommand.self, LetterEditCommand.self, LetterCheckCommand.self,
            LetterTestSheetCommand.self,
        ])
}
