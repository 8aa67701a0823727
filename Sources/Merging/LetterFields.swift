package import Correspondence

/// Fills the standard catalogue for one letter after another.
package struct LetterFields: Sendable {
    package let catalogue: FieldCatalogue
    let house: FieldValue

    package init(house: House) {
        catalogue = .standard(for: house)
        self.house = .record(Self.record(of: house))
    }

    /// What is the same in every letter of the house, and on one day, today.
    package func constants(today: CivilDate? = nil) -> FieldConstants {
        var values: [Int: FieldValue] = [:]
        if let slot = catalogue.slot(of: "house") { values[slot] = house }
        if let today, let slot = catalogue.slot(of: "today") { values[slot] = .date(today) }
        return FieldConstants(values: values)
    }

    /// What an invoice letter prints. Amounts are with VAT where the house's prices are.
    package struct Invoice: Hashable, Sendable {
        package struct Item: Hashable, Sendable {
            package var product: String
            package var quantity: Double
            package var unitPrice: Money
            /// In percent: 20, 5.5.
            package var vatRate: Double
            package var amount: Money

            package init(product: String, quantity: Double, unitPrice: Money, vatRate: Double, amount: Money) {
                self.product = product
                self.quantity = quantity
                self.unitPrice = unitPrice
                self.vatRate = vatRate
                self.amount = amount
            }
        }

        /// What is due at one VAT rate.
        package struct Rate: Hashable, Sendable {
            /// In percent: 20, 5.5.
            package var rate: Double
            package var net: Money
            package var vat: Money
            package var gross: Money

            package init(rate: Double, net: Money, vat: Money, gross: Money) {
                self.rate = rate
                self.net = net
                self.vat = vat
                self.gross = gross
            }
        }

        package var number: String
        package var date: CivilDate
        package var items: [Item]
        package var total: Money
        package var vat: Money
        package var due: CivilDate?
        /// By rate, ascending.
        package var rates: [Rate]

        package init(
            number: String, date: CivilDate, items: [Item], total: Money, vat: Money, due: CivilDate? = nil,
            rates: [Rate] = []
        ) {
            self.rates = rates
            self.number = number
            self.date = date
            self.items = items
            self.total = total
            self.vat = vat
            self.due = due
        }
    }

    /// A client's lists: who and what comes along.
    package struct Company: Hashable, Sendable {
        package var companions: [Companion]
        package var vehicles: [Vehicle]
        package var animals: [Animal]

        package init(companions: [Companion] = [], vehicles: [Vehicle] = [], animals: [Animal] = []) {
            self.companions = companions
            self.vehicles = vehicles
            self.animals = animals
        }
    }

    /// Returns the values for one letter, in the slots of ``catalogue``.
    ///
    /// - Parameter language: The template's: the salutation follows it.
    package func record(
        client: Client, with company: Company = Company(), request: Request? = nil, stay: Stay? = nil,
        invoice: Invoice? = nil, today: CivilDate, language: Language
    ) -> FieldRecord {
        let name = PersonName(of: client)
        return FieldRecord([
            .record(Self.record(of: client, name, company)),
            house,
            .text(Salutation.text(for: name, in: language)),
            .date(today),
            request.map { .record(Self.record(of: $0)) } ?? .empty,
            stay.map { .record(Self.record(of: $0)) } ?? .empty,
            invoice.map { .record(Self.record(of: $0)) } ?? .empty,
        ])
    }
}

extension LetterFields {
    /// Returns the values of a list's row, in the slots of ``FieldCatalogue/columns(_:)``.
    ///
    /// - Parameters:
    ///   - cells: As many as there are columns.
    ///   - client: What the known columns say.
    package static func record(
        cells: [String], client: Client, today: CivilDate, language: Language
    ) -> FieldRecord {
        let name = PersonName(of: client)
        var values = cells.map { FieldValue($0) }
        values.append(.record(record(of: client, name, Company())))
        values.append(.text(Salutation.text(for: name, in: language)))
        values.append(.date(today))
        return FieldRecord(values)
    }

    /// Why no letter can be made for a client: without a name or company, or without a town. Nil: it can.
    ///
    /// - Parameter name: The client's, where it is known already.
    package static func leftOut(_ client: Client, named name: PersonName? = nil) -> LeftOut? {
        let number = client.number ?? 0
        if (name ?? PersonName(of: client)).isEmpty {
            return LeftOut(client: number, code: "no_name", words: .noName, isFault: true)
        }
        if client.address.town?.isBlank ?? true {
            return LeftOut(client: number, code: "no_town", words: .noTown, isFault: true)
        }
        return nil
    }

    static func record(of client: Client, _ name: PersonName, _ company: Company) -> FieldRecord {
        var values: [FieldValue] = [.init(client.number.map(String.init))]
        values.reserveCapacity(FieldCatalogue.client.fields.count)
        for field in ClientField.allCases { values.append(value(of: field, in: client)) }
        values.append(
            .init(
                name.family.isEmpty ? name.company : name.given.isEmpty ? name.family : name.given + " " + name.family))
        values.append(.list(client.types.map { .text($0) }))
        values.append(.list(company.companions.map { .record(record(of: $0)) }))
        values.append(.list(company.vehicles.map { .record(record(of: $0)) }))
        values.append(.list(company.animals.map { .record(record(of: $0)) }))
        return FieldRecord(values)
    }

    private static func value(of field: ClientField, in client: Client) -> FieldValue {
        switch field {
        case .reference: .init(client.reference)
        case .title: .init(client.title)
        case .familyName: .init(client.familyName)
        case .givenName: .init(client.givenName)
        case .company: .init(client.company)
        case .addressComplement: .init(client.address.complement)
        case .building: .init(client.address.building)
        case .street: .init(client.address.street)
        case .locality: .init(client.address.locality)
        case .postcode: .init(client.address.postcode)
        case .town: .init(client.address.town)
        case .country: .init(client.address.country)
        case .phone: .init(client.phone)
        case .mobile: .init(client.mobile)
        case .email: .init(client.email)
        case .birthDate: .init(client.birthDate)
        case .language: .init(client.language?.rawValue)
        case .type: .init(client.types.first)
        case .origin: .init(client.origin)
        case .createdOn: .init(client.createdOn)
        }
    }

    private static func record(of companion: Companion) -> FieldRecord {
        FieldRecord([.init(companion.givenName), .init(companion.familyName), .init(companion.birthDate)])
    }

    private static func record(of vehicle: Vehicle) -> FieldRecord {
        FieldRecord([.init(vehicle.plate), .init(vehicle.country), .init(vehicle.kind)])
    }

    private static func record(of animal: Animal) -> FieldRecord {
        FieldRecord([
            .init(animal.name), .init(animal.species), .init(animal.breed), .init(animal.vaccinatedOn),
        ])
    }

    static func record(of request: Request) -> FieldRecord {
        FieldRecord([
            .text(request.kind.rawValue), .text(request.document ?? request.kind.rawValue), .init(request.receivedOn),
        ])
    }

    static func record(of stay: Stay) -> FieldRecord {
        FieldRecord([
            .date(stay.arrival), .date(stay.departure), .number(Double(stay.nights)), .init(stay.pitch),
            .number(Double(stay.adults)), .number(Double(stay.children)), .init(stay.amount),
            .text(stay.state.rawValue),
        ])
    }

    private static func record(of invoice: Invoice) -> FieldRecord {
        FieldRecord([
            .init(invoice.number), .date(invoice.date), .list(invoice.items.map { .record(record(of: $0)) }),
            .money(invoice.total), .money(invoice.vat), .init(invoice.due),
            .list(
                invoice.rates.map {
                    .record(FieldRecord([.number($0.rate), .money($0.net), .money($0.vat), .money($0.gross)]))
                }),
        ])
    }

    private static func record(of item: Invoice.Item) -> FieldRecord {
        FieldRecord([
            .init(item.product), .number(item.quantity), .money(item.unitPrice), .number(item.vatRate),
            .money(item.amount),
        ])
    }

    private static func record(of house: House) -> FieldRecord {
        let own = [
            "name": house.name, "town": house.town, "country": house.country, "language": house.language.rawValue,
        ]
        return FieldRecord(
            FieldCatalogue.house(house).fields.map { field in
                switch house.values[field.name] {
                case .text(let text): .init(text)
                case .number(let number): .number(number)
                case .flag(let flag): .flag(flag)
                case .date(let date): .date(date)
                case nil: .init(own[field.name])
                }
            })
    }
}

extension Wording {
    fileprivate static var noName: Wording {
        Wording(
            en: "no name and no company, so no letter was made.",
            fr: "ni nom ni société\u{A0}: aucune lettre n’a été faite.")
    }
    fileprivate static var noTown: Wording {
        Wording(en: "no town, so no letter was made.", fr: "pas de ville\u{A0}: aucune lettre n’a été faite.")
    }
}
