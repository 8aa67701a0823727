import ArgumentParser
import Correspondence
import Mailing

struct ClientFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Lists the clients whose name begins with a text.",
        discussion: """
            Also by given name, company, e-mail, phone in any format, town, plate or a companion's name. Accents, capitals, \
            hyphens and particles do not matter.
            """)

    @Argument(help: "The beginning of the name.")
    var text: [String]

    @Option(help: ArgumentHelp("At most so many clients.", valueName: "number"))
    var limit = 50

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
    }

    func run() throws {
        let found = try ReceptionDesk(shared.workplace).find(text.joined(separator: " "), limit: limit)
        if shared.json { return try JSONOutput.print(found.map(JSONValue.init)) }
        if found.isEmpty { return shared.voice.say(.nobody) }
        for row in ClientTable(found, language: shared.language).rows { print(row) }
    }
}

extension Wording {
    fileprivate static let nobody = Wording(en: "No client begins so.", fr: "Aucun client ne commence ainsi.")
}
