import ArgumentParser
import Mailing

struct LetterEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Opens the merged letter in your editor, then prints exactly what was saved.",
        discussion: """
            The editor is $VISUAL, $EDITOR or vi. The letter is a small HTML page: change its words, save, leave. An emptied \
            page is not printed.
            """)

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The document type; see: publipost letter list.")
    var document: String

    @Option(help: ArgumentHelp("Goes on with a page that was kept.", valueName: "file"))
    var from: String?

    @OptionGroup var outlet: LetterOutletOptions

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let letter = SingleLetter(document, from: try ReceptionDesk(shared.workplace))
        let receipt = try letter.edit(
            client, from: from, to: outlet.outlet, as: outlet.format, wishes: outlet.printing.wishes)
        try outlet.tell(receipt, with: shared)
    }
}
