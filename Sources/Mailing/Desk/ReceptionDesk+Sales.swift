package import Correspondence
import Filing
import Interchange

/// An article of the ancillary sales, as the catalogue has it.
package struct CatalogueProduct: Hashable, Sendable {
    /// Short, unique: what the desk types.
    package var code: String
    package var name: String
    /// With VAT, for one.
    package var price: Money
    /// In hundredths of a percent.
    package var vatRate: Int

    package static let fields = ["code", "name", "price", "vat_rate"]
}

extension ReceptionDesk {
    /// Adds a product to the catalogue, or brings the one with its code up to date.
    package func addProduct(_ words: [FieldWord]) throws(Problem) -> CatalogueProduct {
        let product = try CatalogueProduct(FieldWords(words), place: nil)
        try file.put([product.filed])
        return product
    }

    /// The catalogue, by code.
    package func products() throws(Problem) -> [CatalogueProduct] {
        try file.products().map(CatalogueProduct.init)
    }

    /// Brings a catalogue in from a CSV list: all of it or nothing.
    ///
    /// - Returns: How many products the list had.
    package func importProducts(from path: String) throws(Problem) -> Int {
        let products = try ProductList(path: path).products()
        try file.put(products.map(\.filed))
        return products.count
    }

    /// Sells a product to a client: an item on the open invoice.
    ///
    /// - Parameter quantity: In thousandths.
    package func sell(
        _ code: String, to key: ClientKey, quantity: Int64 = 1000
    ) throws(Problem) -> (client: Client.Number, invoice: ClientRecord.Invoice) {
        let number = try number(of: key)
        let invoice = try file.sell(code, to: number, quantity: quantity, by: clerk.name, at: clerk.moment)
        return (number, ClientRecord.Invoice(invoice))
    }

    /// The client's invoices, an open one first, then the latest.
    package func invoices(
        of key: ClientKey
    ) throws(Problem) -> (client: Client.Number, invoices: [ClientRecord.Invoice]) {
        let number = try number(of: key)
        return (number, try file.invoices(of: number).map(ClientRecord.Invoice.init))
    }

    /// Issues the client's open invoice: it gets the next number and is never altered from then on.
    package func issueInvoice(
        of key: ClientKey, on day: CivilDate? = nil
    ) throws(Problem) -> (client: Client.Number, invoice: ClientRecord.Invoice) {
        let number = try number(of: key)
        let client = try file.client(number).client
        let house = try TemplateDrawer(workplace.templates).house()
        let label = PostalLabel(for: client, from: house.country, in: house.language)
        let invoice = try file.issueInvoice(
            of: number, on: day ?? clerk.day, addressee: label.lines.joined(separator: "\n"), by: clerk.name,
            at: clerk.moment)
        return (number, ClientRecord.Invoice(invoice))
    }
}

extension CatalogueProduct {
    fileprivate init(_ product: Product) {
        self.init(code: product.code, name: product.name, price: product.price, vatRate: product.vatRate)
    }

    fileprivate var filed: Product { Product(code: code, name: name, price: price, vatRate: vatRate) }

    /// - Parameter place: The row of a list. Nil: the fields of a command line.
    init(_ fields: FieldWords, place: Place?) throws(Problem) {
        func missing(_ field: String) -> Problem {
            Problem(
                place ?? .option(field), .needed(field), remedy: .productFields,
                weight: place == nil ? .usage : .stopped)
        }
        guard let code = fields["code"] else { throw missing("code") }
        guard let name = fields["name"] else { throw missing("name") }
        guard let price = fields["price"].flatMap(WrittenValue.money) else { throw missing("price") }
        guard let rate = fields["vat_rate"].flatMap(Self.rate) else { throw missing("vat_rate") }
        self.init(code: code, name: name, price: price, vatRate: rate)
    }

    /// `20`, `5,5` or `5.5 %` in hundredths of a percent.
    private static func rate(_ written: String) -> Int? {
        let digits = written.filter { $0 != "%" && !$0.isWhitespace }
        guard let money = WrittenValue.money(digits), (0...10_000).contains(money.cents) else { return nil }
        return Int(money.cents)
    }
}

/// A catalogue as a CSV list: code, name, price, VAT rate, by their English or French names.
private struct ProductList {
    let path: String

    private static let names: [String: String] = [
        "code": "code", "référence": "code", "name": "name", "nom": "name", "désignation": "name", "libellé": "name",
        "price": "price", "prix": "price", "prix ttc": "price", "vat_rate": "vat_rate", "vat": "vat_rate",
        "tva": "vat_rate", "taux de tva": "vat_rate",
    ]

    func products() throws(Problem) -> [CatalogueProduct] {
        let reader = try CSVReader(path: path)
        let columns = reader.header.map { Self.names[$0.lowercased().trimmed] }
        for field in CatalogueProduct.fields where !columns.contains(field) {
            throw Problem(.file(path, line: 1), .noColumn(field), remedy: .productColumns)
        }
        var products: [CatalogueProduct] = []
        while try reader.next() {
            let place = Place.file(path, line: reader.lineNumber)
            if let fault = reader.fault { throw Problem(place, fault.words.withFullStop, remedy: .mendRow) }
            let words = zip(columns, reader.strings()).compactMap { name, cell in
                name.map { FieldWord(name: $0, value: cell) }
            }
            products.append(try CatalogueProduct(FieldWords(words), place: place))
        }
        return products
    }
}

extension String {
    fileprivate var trimmed: String { WrittenValue.text(self) ?? "" }
}

extension Wording {
    fileprivate static func needed(_ field: String) -> Wording {
        Wording(
            en: "the product has no \(field) that can be read, so nothing was written.",
            fr: "le produit n’a pas de \(field) lisible\u{A0}; rien n’a été écrit.")
    }

    fileprivate static let productFields = Wording(
        en: "Give code=JETON \"name=Jeton de lavage\" price=4.50 vat_rate=20",
        fr: "Indiquez code=JETON \"name=Jeton de lavage\" price=4,50 vat_rate=20")

    fileprivate static func noColumn(_ field: String) -> Wording {
        Wording(en: "the list has no column \(field).", fr: "la liste n’a pas de colonne \(field).")
    }

    fileprivate static let productColumns = Wording(
        en: "Name the columns code, name, price and vat_rate.", fr: "Nommez les colonnes code, nom, prix et tva.")
    fileprivate static let mendRow = Wording(
        en: "Mend the row, then import again. Nothing was written.",
        fr: "Corrigez la ligne, puis recommencez. Rien n’a été écrit.")
}
