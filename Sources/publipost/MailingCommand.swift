import ArgumentParser

struct MailingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailing", abstract: "Runs a mailing: selection, letters, export, morning sheet.",
        subcommands: [MailingListCommand.self, MailingPlanCommand.self, MailingRunCommand.self])
}
