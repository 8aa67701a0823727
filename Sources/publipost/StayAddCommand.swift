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
        let stay = try ReceptionDesk(shared.workplace).addStay(of: client, words)
        if shared.json { return try JSONOutput.print(JSONValue(stay).with(["client": .number(stay.client)])) }
        shared.voice.say(.noted(stay))
    }
}

extension Wording {
    fileprivate static func noted(_ stay: Stay) -> Wording {
        let days = "\(stay.arrival.iso) – \(stay.departure.iso)"
        return Wording(
            en: "Client \(stay.client): stay \(days) noted, \(stay.state.words.english).",
            fr: "Client \(stay.client)\u{A0}: séjour \(days) noté, \(stay.state.words.french).")
    }
}
