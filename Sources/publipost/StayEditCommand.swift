import ArgumentParser
import Correspondence
import Mailing

struct StayEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Changes a stay: the guest arrives, leaves, cancels, takes another pitch.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: "The stay's number in the client's record.")
    var stay: Int

    @Argument(help: ArgumentHelp("What is to stand there.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: ReceptionDesk.stayFields)
        let changed = try ReceptionDesk(shared.workplace).editStay(stay, of: client, words)
        if shared.json { return try JSONOutput.print(JSONValue(changed).with(["client": .number(changed.client)])) }
        shared.voice.say(.changed(changed, stay))
    }
}

extension Wording {
    fileprivate static func changed(_ stay: Stay, _ position: Int) -> Wording {
        let days = "\(stay.arrival.iso) – \(stay.departure.iso)"
        return Wording(
            en: "Client \(stay.client): stay \(position) is now \(days), \(stay.state.words.english).",
            fr: "Client \(stay.client)\u{A0}: séjour \(position) désormais \(days), \(stay.state.words.french).")
    }
}
