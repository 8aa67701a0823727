import ArgumentParser
import Mailing

struct LetterPrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Prints one letter at once and books it.",
        discussion: """
            It answers the client's pending requests of that document, so that the night does not send it again. Its words are \
            kept in the history: --again prints the last one as it was.
            """)

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The document type; see: publipost letter list.")
    var document: String

    @OptionGroup var outlet: LetterOutletOptions

    @Flag(help: "Prints the last letter of this document again, as it was.")
    var again = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let letter = SingleLetter(document, from: try ReceptionDesk(shared.workplace))
        let receipt =
            if again {
                try letter.printAgain(
                    to: client, outlet: outlet.outlet, as: outlet.format, wishes: outlet.printing.wishes)
            } else {
                try letter.print(
                    letter.draft(for: client), to: outlet.outlet, as: outlet.format, wishes: outlet.printing.wishes)
            }
        try outlet.tell(receipt, again: again, with: shared)
    }
}
