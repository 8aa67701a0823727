import ArgumentParser
import Correspondence
import Mailing

struct ClientEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Changes fields of a client; an empty value clears one.",
        discussion: "Fields: \(ClientEntry.names.joined(separator: ", ")).")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: ArgumentHelp("What is to stand there.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: ClientEntry.names)
        let change = try ReceptionDesk(shared.workplace).edit(client, words)
        for note in change.notes { shared.voice.note(note) }
        if shared.json { return try JSONOutput.print(JSONValue(change.client)) }
        shared.voice.say(change.fields.isEmpty ? .asItWas(change.number) : .changed(change.number, change.fields))
    }
}

extension Wording {
    fileprivate static func changed(_ number: Client.Number, _ fields: [String]) -> Wording {
        let french = fields.map { ClientField(rawValue: $0)?.frenchName ?? $0 }
        return Wording(
            en: "Client \(number): \(fields.joined(separator: ", ")) changed.",
            fr: "Client \(number), modifié\u{A0}: \(french.joined(separator: ", ")).")
    }

    fileprivate static func asItWas(_ number: Client.Number) -> Wording {
        Wording(en: "Client \(number) is as it was.", fr: "Client \(number) inchangé.")
    }
}
