import ArgumentParser
import Correspondence
import Glibc
import Mailing

struct ClientAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Creates a client, after a look at who is there already.",
        discussion: """
            Where clients look like this one, they are listed with the reason and nothing is added (exit code 4); \
            --new-anyway creates the homonym. Without fields, on a terminal, it asks field by field. Fields: \
            \(ClientEntry.names.joined(separator: ", ")).
            """)

    @Argument(help: ArgumentHelp("What is known of the client.", valueName: "field=value"))
    var fields: [String] = []

    @Flag(name: .customLong("new-anyway"), help: "It is another person: create the homonym.")
    var isNew = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: ClientEntry.names)
        if words.isEmpty, !shared.json, isatty(STDIN_FILENO) == 1 { return try ask() }
        switch try ReceptionDesk(shared.workplace, creating: true).add(words, isNew: isNew) {
        case .added(let client, let notes):
            for note in notes { shared.voice.note(note) }
            if shared.json { return try JSONOutput.print(JSONValue(client)) }
            shared.voice.say(.added(client.number ?? 0))
        case .lookAlikes(let found):
            if shared.json {
                let list = found.map { JSONValue($0, in: shared.language) }
                try JSONOutput.print(JSONValue.object(["look_alikes": .list(list)]))
            } else {
                for line in LookAlikeTable(found, in: shared.language).lines { print(line) }
                StandardError.print(Problem(nil, .nothingAdded, remedy: .sayWhich).text(in: shared.language))
            }
            throw ExitCode.lookAlikes
        }
    }

    private func ask() throws {
        let desk = try ReceptionDesk(shared.workplace, creating: true)
        let interview = ClientInterview(desk, in: shared.language) { question in
            print(question, terminator: "")
            fflush(nil)
            let answer = readLine()
            // What comes next begins a line of its own.
            if answer == nil { print() }
            return answer
        }
        switch try interview.run(isNew: isNew) {
        case .added(let client): shared.voice.say(.added(client.number ?? 0))
        case .opened(let number):
            let page = try desk.page(of: .number(number))
            for line in ClientSheet(page, in: shared.language).lines { print(line) }
        case .left: shared.voice.say(.leftOff)
        }
    }
}

extension Wording {
    fileprivate static func added(_ number: Client.Number) -> Wording {
        Wording(en: "Client \(number) added.", fr: "Client \(number) créé.")
    }

    fileprivate static let leftOff = Wording(en: "Nothing was added.", fr: "Rien n’a été créé.")
    fileprivate static let nothingAdded = Wording(
        en: "Clients like this one are there already, so nothing was added.",
        fr: "Des clients semblables existent déjà\u{A0}; rien n’a été créé.")
    fileprivate static let sayWhich = Wording(
        en: "Open one with: publipost client show NUMBER, or create the homonym: add --new-anyway to the command.",
        fr:
            "Ouvrez une fiche\u{A0}: publipost client show NUMÉRO, ou créez l’homonyme\u{A0}: ajoutez --new-anyway à la "
            + "commande.")
}
