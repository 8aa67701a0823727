import ArgumentParser

struct ProductCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "product", abstract: "Keeps the catalogue of ancillary sales.",
        subcommands: [ProductAddCommand.self, ProductListCommand.self, ProductImportCommand.self])
}
