import ArgumentParser
import Correspondence
import FrontDesk
import Mailing

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Opens the front desk in a browser on this machine.")

    @Option(help: ArgumentHelp("The port on the loopback address.", valueName: "number"))
    var port = 8080

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let desk = try ReceptionDesk(shared.workplace)
        shared.voice.say(.address(port))
        try await FrontDeskSite(desk: desk, port: port, language: shared.language).serve()
    }
}

extension Wording {
    fileprivate static func address(_ port: Int) -> Wording {
        Wording(
            en: "The front desk is at http://127.0.0.1:\(port)/ until you press control-C.",
            fr: "L’accueil est à l’adresse http://127.0.0.1:\(port)/ jusqu’à contrôle-C.")
    }
}
