import ArgumentParser
import Correspondence
import Mailing

extension Request.Kind: ExpressibleByArgument {}

struct RequestAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Notes that a client asks for documentation or a reservation.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @Option(help: "documentation or reservation.")
    var kind: Request.Kind

    @Option(help: ArgumentHelp("The document type, where it is not the kind's own.", valueName: "document"))
    var document: String?

    @Option(help: ArgumentHelp("The day it came, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let request = try ReceptionDesk(shared.workplace).addRequest(
            of: client, kind: kind, document: document, on: date)
        if shared.json { return try JSONOutput.print(JSONValue(request)) }
        shared.voice.say(.noted(request))
    }
}

extension Wording {
    fileprivate static func noted(_ request: Request) -> Wording {
        Wording(
            en: "Client \(request.client): request for \(request.document ?? request.kind.rawValue) noted.",
            fr: "Client \(request.client)\u{A0}: demande de \(request.document ?? request.kind.words.french) notée.")
    }
}
