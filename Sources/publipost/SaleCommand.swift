import ArgumentParser

struct SaleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sale", abstract: "Adds ancillary sales to a client's invoice.", subcommands: [SaleAddCommand.self]
    )
}
