import ArgumentParser
import Correspondence
import Mailing

struct ProductListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the catalogue.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let products = try ReceptionDesk(reading: shared.workplace).products()
        if shared.json { return try JSONOutput.print(products.map { JSONValue($0) }) }
        if products.isEmpty { return shared.voice.say(.none) }
        let formats = DeskFormats(shared.language)
        let heads = [
            Wording(en: "Code", fr: "Code"), Wording(en: "Name", fr: "Désignation"), Wording(en: "Price", fr: "Prix"),
            Wording(en: "VAT", fr: "TVA"),
        ]
        let table = PlainTable(
            heads: heads.map { $0.text(in: shared.language) },
            rows: products.map { [$0.code, $0.name, formats.money($0.price), formats.rate(Int64($0.vatRate))] },
            figures: [2, 3])
        for line in table.lines { print(line) }
    }
}

extension Wording {
    fileprivate static let none = Wording(en: "The catalogue is empty.", fr: "Le catalogue est vide.")
}
