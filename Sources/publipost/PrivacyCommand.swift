import ArgumentParser

struct PrivacyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "privacy", abstract: "A person's rights, and what has been kept too long.",
        subcommands: [
            PrivacyExportCommand.self, PrivacyEraseCommand.self, PrivacyObjectCommand.self, PrivacyDueCommand.self,
        ])
}
