import Correspondence
import Merging
import Testing

@Suite struct FieldCatalogueTests {
    @Test func `every field of a letter is listed with its kind`() {
        let house = House(
            values: ["lowest_price": .number(245), "opens_on": .date(CivilDate(dayNumber: 0))], name: "C", town: "T")
        let lines = FieldCatalogue.standard(for: house).listing.map { "\($0.name): \($0.kind.words.english)" }
        #expect(
            lines.joined(separator: "\n") == """
                client.number: text
                client.reference: text
                client.title: text
                client.family_name: text
                client.given_name: text
                client.company: text
                client.address_complement: text
                client.building: text
                client.street: text
                client.locality: text
                client.postcode: text
                client.town: text
                client.country: text
                client.phone: text
                client.mobile: text
                client.email: text
                client.birth_date: date
                client.language: text
                client.type: text
                client.origin: text
                client.created_on: date
                client.name: text
                client.types: list of: text
                client.companions: list of: given_name, family_name, birth_date
                client.vehicles: list of: plate, country, kind
                client.animals: list of: name, species, breed, vaccinated_on
                house.lowest_price: number
                house.opens_on: date
                house.name: text
                house.town: text
                house.country: text
                house.language: text
                salutation: text
                today: date
                request.kind: text
                request.document: text
                request.received_on: date
                stay.arrival: date
                stay.departure: date
                stay.nights: number
                stay.pitch: text
                stay.adults: number
                stay.children: number
                stay.amount: amount
                stay.state: text
                invoice.number: text
                invoice.date: date
                invoice.items: list of: product, quantity, unit_price, vat_rate, amount
                invoice.total: amount
                invoice.vat: amount
                invoice.due: date
                invoice.rates: list of: rate, net, vat, gross
                """)
    }

    @Test func `a record fills every slot of its catalogue`() throws {
        let house = House(values: ["fax": .text("555")], name: "Camping", town: "Bath")
        let fields = LetterFields(house: house)
        var client = Client(number: 12)
        client.familyName = "Müller"
        client.types = ["tourist"]
        let day = try #require(CivilDate(year: 2027, month: 7, day: 1))
        let invoice = LetterFields.Invoice(
            number: "F-1", date: day,
            items: [
                .init(
                    product: "Tokens", quantity: 2, unitPrice: Money(cents: 350), vatRate: 5.5,
                    amount: Money(cents: 700))
            ],
            total: Money(cents: 700), vat: Money(cents: 36))
        let body = """
            <p>{{client.number}} {{client.name}} {{house.fax}} {{house.town}} {{#client.types}}{{.}}{{/client.types}}</p>
            <p>{{stay.nights}} nights, {{stay.state}}; {{request.document}}</p>
            <table><tr><th>Product</th><th>Price</th></tr>
            {{#invoice.items}}<tr><td>{{quantity}} {{product}}</td><td class="amount">{{unit_price}} ({{vat_rate}}%) {{amount}}</td></tr>{{/invoice.items}}
            <tr class="total"><td>Total</td><td>{{invoice.total}}</td></tr></table>
            """
        let template = try template(page(body), fields: fields.catalogue)
        let record = fields.record(
            client: client, request: Request(client: 12, kind: .documentation),
            stay: Stay(client: 12, arrival: day, departure: day.adding(days: 7)), invoice: invoice, today: day,
            language: .english)
        #expect(
            template.merge(record).body.flatMap(lines(of:)).joined(separator: "\n") == """
                12 Müller 555 Bath tourist
                7 nights, booked; documentation
                || Product | Price
                | 2 Tokens | .amount €3.50 (5.5%) €7.00
                | .total Total | .total €7.00
                """)
    }

    @Test func `a list's columns are fields as they stand, and the client's by their names`() throws {
        let fields = FieldCatalogue.columns(["Nom du chien", "nom"])
        var client = Client()
        client.familyName = "Durand"
        client.title = "Mme"
        let record = LetterFields.record(
            cells: ["Rex", "Durand"], client: client, today: CivilDate(dayNumber: 0), language: .french)
        let template = try template(
            page("<p>{{salutation}}, {{Nom du chien}}, {{client.family_name}}, {{nom}}</p>", language: "fr"),
            fields: fields)
        #expect(template.merge(record).body.flatMap(lines(of:)) == ["Madame, Rex, Durand, Durand"])
    }
}
