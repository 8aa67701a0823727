import ArgumentParser
import Correspondence
import Mailing

struct PrivacyDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Lists what has been kept too long.")

    @Option(help: ArgumentHelp("The day to reckon on, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let due = try ReceptionDesk(reading: shared.workplace).due(on: date ?? .today)
        if shared.json {
            return try JSONOutput.print(
                due.map {
                    JSONValue.object([
                        "client": .number($0.client), "reason": .text($0.code), "since": .text($0.since.iso),
                    ])
                })
        }
        if due.isEmpty { return shared.voice.say(.none) }
        let formats = DeskFormats(shared.language)
        let heads = [
            Wording(en: "Client", fr: "Client"), Wording(en: "Since", fr: "Depuis"), Wording(en: "Why", fr: "Motif"),
        ]
        let table = PlainTable(
            heads: heads.map { $0.text(in: shared.language) },
            rows: due.map { [String($0.client), formats.day($0.since), $0.words.text(in: shared.language)] })
        for line in table.lines { print(line) }
    }
}

extension Wording {
    fileprivate static let none = Wording(
        en: "Nothing has been kept too long.", fr: "Rien n’est gardé depuis trop longtemps.")
}
