import ArgumentParser

struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Finds, shows, creates and changes clients.",
        subcommands: [
            ClientFindCommand.self, ClientShowCommand.self, ClientAddCommand.self, ClientEditCommand.self,
            ClientTabCommand<CompanionTab>.self, ClientTabCommand<VehicleTab>.self, ClientTabCommand<PaperTab>.self,
            ClientTabCommand<AnimalTab>.self, ClientTabCommand<BankTab>.self,
        ])
}
