import ArgumentParser
import Mailing

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the XML schema of a file that publipost writes.")

    /// The vocabularies there is a schema of.
    enum Vocabulary: String, CaseIterable, ExpressibleByArgument {
        case mailing, duplicates
    }

    @Argument(help: "Which one: mailing or duplicates.")
    var vocabulary: Vocabulary

    @OptionGroup var shared: SharedOptions

    func run() throws {
        if shared.json { return try JSONOutput.print(text) }
        print(text, terminator: "")
    }

    private var text: String {
        switch vocabulary {
        case .mailing: MailingRun.exportSchema
        case .duplicates: DuplicateSchema.text
        }
    }
}
