import ArgumentParser

@main
struct Publipost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publipost", abstract: "Keeps a campsite's client file clean and writes its letters.")
}
