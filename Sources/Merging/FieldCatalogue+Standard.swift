package import Correspondence

extension FieldCatalogue {
    /// The fields of every letter that is written from a client file.
    ///
    /// - Parameter house: Each of its values is a field `house.KEY`.
    package static func standard(for house: House) -> FieldCatalogue {
        FieldCatalogue([
            Field("client", .record(client)),
            Field("house", .record(self.house(house))),
            Field("salutation", .text),
            Field("today", .date),
            Field("request", .record(request)),
            Field("stay", .record(stay)),
            Field("invoice", .record(invoice)),
        ])
    }

    /// The fields of `publipost merge`: the columns as they stand, and `client.*` for those that a client has.
    ///
    /// - Parameter columns: In the order of the list. A column named `client` hides the client's own fields.
    package static func columns(_ columns: [String]) -> FieldCatalogue {
        FieldCatalogue(
            columns.map { Field($0, .column) } + [
                Field("client", .record(client)), Field("salutation", .text), Field("today", .date),
            ])
    }

    /// Bank accounts and identity papers are no fields: they belong in no letter.
    static let client = FieldCatalogue(
        [Field("number", .text)]
            + ClientField.allCases.map { Field($0.name, $0 == .birthDate || $0 == .createdOn ? .date : .text) }
            + [
                Field("name", .text),
                Field("types", .list(of: .text)),
                Field("companions", .list(of: .record(companion))),
                Field("vehicles", .list(of: .record(vehicle))),
                Field("animals", .list(of: .record(animal))),
            ])

    private static let companion = FieldCatalogue([
        Field("given_name", .text), Field("family_name", .text), Field("birth_date", .date),
    ])

    private static let vehicle = FieldCatalogue([Field("plate", .text), Field("country", .text), Field("kind", .text)])

    private static let animal = FieldCatalogue([
        Field("name", .text), Field("species", .text), Field("breed", .text), Field("vaccinated_on", .date),
    ])

    private static let request = FieldCatalogue([
        Field("kind", .text), Field("document", .text), Field("received_on", .date),
    ])

    private static let stay = FieldCatalogue([
        Field("arrival", .date), Field("departure", .date), Field("nights", .number), Field("pitch", .text),
        Field("adults", .number), Field("children", .number), Field("amount", .money), Field("state", .text),
    ])

    private static let invoice = FieldCatalogue([
        Field("number", .text), Field("date", .date), Field("items", .list(of: .record(item))), Field("total", .money),
        Field("vat", .money), Field("due", .date), Field("rates", .list(of: .record(rate))),
    ])

    /// The VAT of an invoice at one rate.
    private static let rate = FieldCatalogue([
        Field("rate", .number), Field("net", .money), Field("vat", .money), Field("gross", .money),
    ])

    private static let item = FieldCatalogue([
        Field("product", .text), Field("quantity", .number), Field("unit_price", .money), Field("vat_rate", .number),
        Field("amount", .money),
    ])

    static func house(_ house: House) -> FieldCatalogue {
        let given = house.values.sorted { $0.key < $1.key }.map { Field($0.key, kind(of: $0.value)) }
        let always = ["name", "town", "country", "language"].filter { house.values[$0] == nil }
        return FieldCatalogue(given + always.map { Field($0, .text) })
    }

    private static func kind(of value: House.Value) -> Kind {
        switch value {
        case .text: .text
        case .number: .number
        case .flag: .flag
        case .date: .date
        }
    }
}
