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
        let found = try ReceptionDesk(reading: shared.workplace).find(text.joined(separator: " "), limit: limit + 1)
        let shown = Array(found.prefix(limit))
        if shared.json { return try JSONOutput.print(shown.map(JSONValue.init)) }
        if found.isEmpty { return shared.voice.say(.nobody) }
        for row in ClientTable(shown, language: shared.language).rows { print(row) }
        if found.count > limit { shared.voice.note(Problem(nil, .more, remedy: .typeMore)) }
    }
}

extension Wording {
    fileprivate static let nobody = Wording(en: "No client begins so.", fr: "Aucun client ne commence ainsi.")
    fileprivate static let typeMore = Wording(
        en: "Type more of the name, or see more with: --limit 200",
        fr: "Tapez la suite du nom, ou affichez-en plus avec\u{A0}: --limit 200")
    fileprivate static let more = Wording(
        en: "more clients were found than stand here.", fr: "d’autres clients ont été trouvés.")
}
