import Correspondence
import Foundation
import Interchange
import Testing
import XML

@Suite struct ClientExportTests {
    /// A client with everything.
    static let record: ClientRecord = {
        var client = Client(number: 12)
        client.reference = "A12"
        client.title = "Mme"
        client.familyName = "Lefèvre & <Fils>"
        client.givenName = "Zoé"
        client.address = PostalAddress(
            complement: "Escalier B", building: "Résidence du Môle", street: "3 rue du Môle", postcode: "1460",
            town: "Saint-Malo", country: "FR")
        client.phone = "02 61 91 00 00"
        client.language = .french
        client.types = ["touriste", "groupe"]
        client.createdOn = day(2014, 1, 19)
        client.doubts = [
            Client.Doubt(field: .birthDate, written: "3 mai 1961"), Client.Doubt(field: .postcode, written: "1460"),
        ]
        var record = ClientRecord(client: client)
        record.companions = [Companion(givenName: "Léo", familyName: "Roux", birthDate: day(2015, 3, 2))]
        record.vehicles = [Vehicle(plate: "AA-001-AA", country: "FR", kind: "caravane \"4 places\"")]
        record.papers = [IdentityPaper(kind: "passeport", country: "FR", validUntil: day(2030, 1, 1))]
        record.animals = [Animal(name: "Rex", species: "chien", vaccinatedOn: day(2026, 1, 1))]
        record.accounts = [BankAccount(iban: "FR1420041010050500013M02606", holder: "Z. Lefèvre")]
        record.requests = [
            Request(client: 0, kind: .documentation, receivedOn: day(2026, 11, 16), answeredOn: day(2026, 11, 18)),
            Request(client: 0, kind: .reservation, document: "reservation"),
        ]
        record.stays = [
            Stay(
                client: 0, arrival: day(2026, 7, 1), departure: day(2026, 7, 15), pitch: "B12", adults: 2, children: 1,
                state: .left, amount: Money(cents: 48_005))
        ]
        record.invoices = [
            ClientRecord.Invoice(
                serial: 7, issuedOn: day(2026, 7, 15), addressee: "Mme Zoé Lefèvre\n35400 Saint-Malo",
                items: [
                    ClientRecord.Invoice.Item(
                        product: "laundry", description: "Jeton de lessive", quantity: 3, price: Money(cents: 450),
                        vatRate: 2000),
                    ClientRecord.Invoice.Item(
                        description: "Remise", quantity: 1, price: Money(cents: -5), vatRate: 550),
                ])
        ]
        record.letters = [
            ClientRecord.SentLetter(
                document: "documentation", language: .french, sentOn: day(2026, 11, 18), pieceCode: "A7F3",
                run: "documentation/2026-11-18", text: "Madame,\n\n  Voici…\n")
        ]
        record.returns = [ClientRecord.ReturnedMail(reason: "unknown", notedOn: day(2026, 11, 20))]
        record.objectedOn = day(2026, 11, 21)
        return record
    }()

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day)!
    }

    @Test func `A client is written whole, without bank accounts`() throws {
        #expect(
            String(decoding: try exported([Self.record]), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <clients xmlns="urn:publipost:clients:1" version="1">
                  <client number="12" reference="A12">
                    <title>Mme</title>
                    <family_name>Lefèvre &amp; &lt;Fils&gt;</family_name>
                    <given_name>Zoé</given_name>
                    <address_complement>Escalier B</address_complement>
                    <building>Résidence du Môle</building>
                    <street>3 rue du Môle</street>
                    <postcode>1460</postcode>
                    <town>Saint-Malo</town>
                    <country>FR</country>
                    <phone>02 61 91 00 00</phone>
                    <language>fr</language>
                    <type>touriste</type>
                    <type>groupe</type>
                    <created_on>2014-01-19</created_on>
                    <doubt field="birth_date">3 mai 1961</doubt>
                    <doubt field="postcode">1460</doubt>
                    <companion given_name="Léo" family_name="Roux" birth_date="2015-03-02"/>
                    <vehicle plate="AA-001-AA" country="FR" kind="caravane &quot;4 places&quot;"/>
                    <paper kind="passeport" country="FR" valid_until="2030-01-01"/>
                    <animal name="Rex" species="chien" vaccinated_on="2026-01-01"/>
                    <request kind="documentation" received_on="2026-11-16" answered_on="2026-11-18"/>
                    <request kind="reservation" document="reservation"/>
                    <stay arrival="2026-07-01" departure="2026-07-15" pitch="B12" adults="2" children="1" state="left" amount="480.05"/>
                    <invoice serial="7" issued_on="2026-07-15">
                      <addressee>Mme Zoé Lefèvre
                35400 Saint-Malo</addressee>
                      <item product="laundry" quantity="3" price="4.50" vat_rate="20.00">Jeton de lessive</item>
                      <item quantity="1" price="-0.05" vat_rate="5.50">Remise</item>
                    </invoice>
                    <letter document="documentation" language="fr" sent_on="2026-11-18" piece_code="A7F3" run="documentation/2026-11-18">Madame,

                  Voici…
                </letter>
                    <returned_mail reason="unknown" noted_on="2026-11-20"/>
                    <objection objected_on="2026-11-21"/>
                  </client>
                </clients>

                """)
    }

    @Test func `What is written reads back the same and follows the schema`() throws {
        let bytes = try exported([Self.record, Self.record], includingBank: true)
        try ClientSchema.validate(bytes: bytes)
        let list = try ClientXMLList(reader: XMLReader(bytes: bytes))
        #expect(try list.next() == .record(Self.record))
        #expect(list.lineNumber == 3)
        #expect(try list.next() == .record(Self.record))
        #expect(try list.next() == nil)
    }

    @Test(arguments: [[], ["--stream"]])
    func `xmllint agrees`(options: [String]) throws {
        try inTemporaryFolder { folder in
            try Data(ClientSchema.text.utf8).write(to: folder.appending(path: "clients.xsd"))
            try Data(exported([Self.record], includingBank: true)).write(to: folder.appending(path: "clients.xml"))
            let arguments = ["--noout", "--nonet"] + options + ["--schema", "clients.xsd", "clients.xml"]
            #expect(try said(by: "/usr/bin/xmllint", arguments, in: folder) == "clients.xml validates\n")
        }
    }

    @Test func `A record becomes one row for each request and stay`() {
        let rows = Self.record.rows(line: 3)
        #expect(rows.map(\.request) == Self.record.requests)
        #expect(rows.map(\.stay) == [Self.record.stays[0], nil])
        #expect(rows.allSatisfy { $0.client.number == nil && $0.client.reference == "A12" && $0.line == 3 })
        var bare = ClientRecord(client: Client(number: 3))
        bare.client.familyName = "Roux"
        #expect(bare.rows(line: 9).count == 1)
    }

    @Test func `Unknown elements are passed over, clients without a name are rejected`() throws {
        let list = try ClientXMLList(
            reader: XMLReader(
                bytes: Array(
                    """
                    <clients><extra><client/></extra>
                    <client reference="1"><given_name>Ève</given_name></client>
                    <client><family_name> Roux </family_name><x><family_name>Non</family_name></x>
                    <birth_date>14/08/1973</birth_date><stay arrival="2026-07-01"/></client></clients>
                    """.utf8)))
        guard case .rejected(let rejection)? = try list.next() else { return #expect(Bool(false)) }
        #expect(rejection.line == 2)
        #expect(rejection.words.text(in: .english) == "the client has neither a family name nor a company")
        guard case .record(let record)? = try list.next() else { return #expect(Bool(false)) }
        #expect(record.client.familyName == "Roux")
        #expect(record.client.birthDate?.iso == "1973-08-14")
        #expect(list.remarks.map { $0.words.text(in: .english) } == ["<stay> lacks what it needs and was left out"])
        #expect(try list.next() == nil)
    }

    @Test func `A damaged file ends in a problem or in what is left of it, never in a crash`() throws {
        var random = SeededRandom(seed: 11)
        let sound = try exported([Self.record, Self.record], includingBank: true)
        for _ in 0..<400 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let position = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(position..<min(position + 20, bytes.count))
                default: bytes.insert(contentsOf: Array("<&9\"".utf8).prefix(position % 4 + 1), at: position)
                }
            }
            do throws(Problem) {
                let list = try ClientXMLList(reader: XMLReader(bytes: bytes))
                while try list.next() != nil {}
            } catch {
                #expect(!error.what.english.isEmpty)
            }
        }
    }

    @Test(arguments: [("ISO-8859-1", TextEncoding.windows1252), ("UTF-16", .utf16LittleEndian)])
    func `The encoding that the document declares counts`(declared: String, encoding: TextEncoding) throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"\(declared)\"?><clients><client><family_name>Lefèvre</family_name></client></clients>"
        let mark = encoding.byteOrderMark
        let list = try ClientXMLList(reader: XMLReader(bytes: mark + encoding.bytes(fromUTF8: Array(text.utf8))))
        guard case .record(let record)? = try list.next() else { return #expect(Bool(false)) }
        #expect(record.client.familyName == "Lefèvre")
    }

    @Test func `Another document is refused`() throws {
        #expect(
            problem { try ClientXMLList(reader: XMLReader(bytes: Array("<html/>".utf8), place: .file("x.xml"))) } == """
                x.xml:1: the document's first element is not <clients>.
                  -> Import a file that publipost export has written, or a CSV list.
                """)
    }

    private func exported(_ records: [ClientRecord], includingBank: Bool = false) throws -> [UInt8] {
        let sink = MemorySink()
        let export = try ClientExport(to: sink, includingBank: includingBank)
        for record in records { try export.put(record) }
        try export.finish()
        return sink.bytes
    }
}
