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

    func run() {
        switch vocabulary {
        case .mailing: print(MailingRun.exportSchema, terminator: "")
        case .duplicates: print(DuplicateSchema.text, terminator: "")
        }
    }
}
