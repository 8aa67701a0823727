import ArgumentParser
import Correspondence
import Mailing

struct ProductAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a product, or brings the one with its code up to date.",
        discussion: "Fields: code, name, price (in euros, with VAT), vat_rate (in percent).")

    @Argument(help: ArgumentHelp("What the catalogue says.", valueName: "field=value"))
    var fields: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let words = try FieldWord.read(fields, among: CatalogueProduct.fields)
        let product = try ReceptionDesk(shared.workplace).addProduct(words)
        if shared.json { return try JSONOutput.print(JSONValue(product)) }
        shared.voice.say(.added(product))
    }
}

extension JSONValue {
    init(_ product: CatalogueProduct) {
        self = .object(some: [
            "code": .text(product.code), "name": .text(product.name), "price": JSONValue(product.price),
            "vat_rate": .real(Double(product.vatRate) / 100),
        ])
    }
}

extension Wording {
    fileprivate static func added(_ product: CatalogueProduct) -> Wording {
        Wording(en: "Product \(product.code) is in the catalogue.", fr: "Produit \(product.code) au catalogue.")
    }
}
