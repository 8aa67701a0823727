import ArgumentParser
import Correspondence
import Mailing

struct ProductImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings a catalogue in from a CSV list.",
        discussion: "Columns: code, name (nom), price (prix), vat_rate (tva). All of the list or nothing is taken.")

    @Argument(help: "The list.")
    var list: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let count = try ReceptionDesk(shared.workplace).importProducts(from: list)
        if shared.json { return try JSONOutput.print(["products": count]) }
        shared.voice.say(.taken(count))
    }
}

extension Wording {
    fileprivate static func taken(_ count: Int) -> Wording {
        Wording(en: "\(count) products are in the catalogue.", fr: "\(count) produits au catalogue.")
    }
}
