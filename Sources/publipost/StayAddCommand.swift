import ArgumentParser
import Correspondence
import Mailing

struct StayAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Notes a stay: arrival=… departure=… pitch=… adults=… children=… state=… amount=…",
        discussion: "State: option, booked (by default), arrived, left, cancelled. The amount is in euros.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Argument(help: ArgumentHelp("What is known of the stay.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: ReceptionDesk.stayFields)
        let desk = try ReceptionDesk(shared.workplace)
        let stay = try desk.addStay(of: client, words)
        if shared.json {
            let line = try desk.position(of: stay).map { JSONValue.number(Int64($0)) }
            return try JSONOutput.print(JSONValue(stay).with(["client": .number(stay.client), "line": line]))
        }
        shared.voice.say(.noted(stay))
    }
}

extension Wording {
    fileprivate static func noted(_ stay: Stay) -> Wording {
        let (english, french) = (DeskFormats(.english).days(of: stay), DeskFormats(.french).days(of: stay))
        return Wording(
            en: "Client \(stay.client): stay \(english) noted, \(stay.state.words.english).",
            fr: "Client \(stay.client)\u{A0}: séjour \(french) noté, \(stay.state.words.french).")
    }
}
