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
                        product: "laundry", description: "Jeton de lessive", quantity: 3000, price: Money(cents: 450),
                        vatRate: 2000),
                    ClientRecord.Invoice.Item(
                        description: "Remise", quantity: -1250, price: Money(cents: -5), vatRate: 550),
                ])
        ]
        record.letters = [
            ClientRecord.SentLetter(
                document: "documentation", language: .french, sentOn: day(2026, 11, 18), pieceCode: "A7F3",
                run: "documentation/2026-11-18", text: "Madame,\n\n  Voici…\n")
        ]
        record.returns = [ClientRecord.ReturnedMail(reason: "unknown", notedOn: day(2026, 11, 20))]
        record.objectedOn = day(2026, 11, 21)
        record.merged = [
            ClientRecord.MergedRecord(number: 15, reference: "B7"), ClientRecord.MergedRecord(number: 40),
        ]
        record.confirmedOn = day(2026, 11, 2)
        record.mailReturnedOn = day(2026, 11, 20)
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
                  <client number="12" reference="A12" confirmed_on="2026-11-02" mail_returned_on="2026-11-20">
                    <merged number="15" reference="B7"/>
                    <merged number="40"/>
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
                      <item quantity="-1.25" price="-0.05" vat_rate="5.50">Remise</item>
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

    @Test func `Unknown elements are passed over, clients without a name are rejected`() throws {
        let list = try ClientXMLList(
            reader: XMLReader(
                bytes: Array(
                    """
                    <clients><extra><client/></extra>
                    <client reference="1"><given_name>Ève</given_name></client>
                    <client><family_name> Roux </family_name><x><family_name>Non</family_name></x>
                    <birth_date>14/08/1973</birth_date><type>groupe, CSE</type></client></clients>
                    """.utf8)))
        guard case .rejected(let rejection)? = try list.next() else { return #expect(Bool(false)) }
        #expect(rejection.line == 2)
        #expect(rejection.words.text(in: .english) == "the client has neither a family name nor a company")
        guard case .record(let record)? = try list.next() else { return #expect(Bool(false)) }
        #expect(record.client.familyName == "Roux")
        #expect(record.client.birthDate?.iso == "1973-08-14")
        #expect(record.client.types == ["groupe", "CSE"])
        #expect(list.position == 2)
        #expect(try list.next() == nil)
    }

    @Test(arguments: [
        ("<stay arrival=\"2026-07-01\"/>", "<stay> lacks departure"),
        ("<stay arrival=\"2026-07-01\" departure=\"2026-02-30\"/>", "departure of <stay> cannot be read"),
        ("<stay arrival=\"2026-07-01\" departure=\"2026-07-02\" adults=\"two\"/>", "adults of <stay> cannot be read"),
        ("<stay arrival=\"2026-07-01\" departure=\"2026-07-02\" state=\"gone\"/>", "state of <stay> cannot be read"),
        ("<request/>", "<request> lacks kind"), ("<request kind=\"song\"/>", "kind of <request> cannot be read"),
        ("<request kind=\"documentation\" received_on=\"soon\"/>", "received_on of <request> cannot be read"),
        ("<companion given_name=\"A\" birth_date=\"3 mai\"/>", "birth_date of <companion> cannot be read"),
        ("<bank holder=\"A\"/>", "<bank> lacks iban"), ("<merged reference=\"A\"/>", "<merged> lacks number"),
        ("<invoice serial=\"one\"/>", "serial of <invoice> cannot be read"),
        (
            "<invoice><item quantity=\"1.2345\" price=\"1\" vat_rate=\"20\"/></invoice>",
            "quantity of <item> cannot be read"
        ),
        ("<invoice><item quantity=\"1\" vat_rate=\"20\"/></invoice>", "<item> lacks price"),
        ("<letter language=\"fr\" sent_on=\"2026-01-01\"/>", "<letter> lacks document"),
        ("<returned_mail reason=\"unknown\"/>", "<returned_mail> lacks noted_on"),
        ("<objection/>", "<objection> lacks objected_on"),
    ])
    func `What cannot be read is no reason to lose it: the client is rejected`(
        element: String, reason: String
    ) throws {
        let text = "<clients><client><family_name>Roux</family_name>\(element)</client></clients>"
        let list = try ClientXMLList(reader: XMLReader(bytes: Array(text.utf8)))
        guard case .rejected(let rejection)? = try list.next() else { return #expect(Bool(false)) }
        #expect(rejection.words.text(in: .english) == reason)
    }

    @Test func `A client with a number comes from a client file and is taken as it stands there`() throws {
        let text = """
            <clients><client number="3"><family_name>Roux</family_name><postcode>3540</postcode><country>Nowhere</country>
            <phone>06</phone><language>klingon</language><type>a, b</type><doubt field="phone">06</doubt></client></clients>
            """
        let list = try ClientXMLList(reader: XMLReader(bytes: Array(text.utf8)))
        var client = Client(number: 3)
        client.familyName = "Roux"
        client.address = PostalAddress(postcode: "3540", country: "Nowhere")
        client.phone = "06"
        client.language = Language(rawValue: "klingon")
        client.types = ["a, b"]
        client.doubts = [Client.Doubt(field: .phone, written: "06")]
        #expect(try list.next() == .record(ClientRecord(client: client)))
    }

    @Test func `Rejected clients are written as they stood, with the reason`() throws {
        let text = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <clients xmlns="urn:publipost:clients:1" version="1">
              <client number="1"><family_name>Roux</family_name></client>
              <extra><client/></extra>
              <client reason="line 3: an old one" number="2"><given_name>\u{C8}ve &amp; &lt;L\u{E9}o></given_name><request kind="x"/></client>
            </clients>
            """
        let sink = MemorySink()
        let rejection = ImportRejection(
            line: 5, code: "no_name", words: Wording(en: "\"no\" name & <none>", fr: ""), cells: [], original: [])
        try ClientXMLRejects([2: rejection], in: .english).copy(
            from: XMLReader(bytes: text.unicodeScalars.map { UInt8($0.value) }), to: sink)
        #expect(
            String(decoding: sink.bytes, as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <clients xmlns="urn:publipost:clients:1" version="1">
                  <client reason="line 5: &quot;no&quot; name &amp; &lt;none>" number="2"><given_name>\u{C8}ve &amp; &lt;L\u{E9}o&gt;</given_name><request kind="x"/></client>
                </clients>

                """)
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
