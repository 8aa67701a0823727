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
        let desk = try ReceptionDesk(shared.workplace)
        let changed = try desk.editStay(stay, of: client, words)
        if shared.json {
            let line = try desk.position(of: changed).map { JSONValue.number(Int64($0)) }
            return try JSONOutput.print(JSONValue(changed).with(["client": .number(changed.client), "line": line]))
        }
        shared.voice.say(.changed(changed, stay))
    }
}

extension Wording {
    fileprivate static func changed(_ stay: Stay, _ position: Int) -> Wording {
        let (english, french) = (DeskFormats(.english).days(of: stay), DeskFormats(.french).days(of: stay))
        return Wording(
            en: "Client \(stay.client): stay \(position) is now \(english), \(stay.state.words.english).",
            fr: "Client \(stay.client)\u{A0}: séjour \(position) désormais \(french), \(stay.state.words.french).")
    }
}
