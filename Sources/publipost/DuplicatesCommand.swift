import ArgumentParser

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Finds records that are the same client, and cleans them up.",
        subcommands: [
            DuplicatesReportCommand.self, DuplicatesMergeCommand.self, DuplicatesApartCommand.self,
            DuplicatesUndoCommand.self, DuplicatesExplainCommand.self, DuplicatesReviewCommand.self,
            DuplicatesFindCommand.self,
        ])
}
