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
        if shared.json { return try JSONOutput.print(found.map(ClientOutput.init)) }
        if found.isEmpty { return shared.voice.say(.nobody) }
        for row in ClientTable(found, language: shared.language).rows { print(row) }
    }
}

/// A client as `--json` prints it: the number and every field that is filled.
struct ClientOutput: Encodable {
    private let line: ClientLine

    init(_ line: ClientLine) {
        self.line = line
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(line.number, forKey: Key(stringValue: "number"))
        for field in ClientField.allCases {
            let text = line.client.text(of: field)
            if !text.isEmpty { try fields.encode(text, forKey: Key(stringValue: field.name)) }
        }
        try fields.encodeIfPresent(line.lastStay?.iso, forKey: Key(stringValue: "last_stay"))
        try fields.encodeIfPresent(line.plate, forKey: Key(stringValue: "plate"))
    }
}

extension Wording {
    fileprivate static let nobody = Wording(en: "No client begins so.", fr: "Aucun client ne commence ainsi.")
}
