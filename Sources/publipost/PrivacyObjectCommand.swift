import ArgumentParser
import Correspondence
import Mailing

struct PrivacyObjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object", abstract: "Notes that a person must not get mailings any more.",
        discussion:
            "Kept as keyed fingerprints too: it survives erasing, and counts when an import brings the person back.")

    @Argument(help: ArgumentHelp("The client's number, or ref:REFERENCE.", valueName: "client"))
    var client: ClientKey

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let number = try ReceptionDesk(shared.workplace).object(client)
        if shared.json { return try JSONOutput.print(["objects": number]) }
        shared.voice.say(.objects(number))
    }
}

extension Wording {
    fileprivate static func objects(_ number: Client.Number) -> Wording {
        Wording(
            en: "Client \(number) gets no more mailings.", fr: "Le client \(number) ne recevra plus de publipostage.")
    }
}
