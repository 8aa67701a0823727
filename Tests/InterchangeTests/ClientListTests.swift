import Correspondence
import Interchange
import Testing

@Suite struct ClientListTests {
    @Test func `A row becomes a client with a request`() throws {
        let list = try list(
            """
            Référence;Civilité;NOM;Prénom;Adresse;CP;Ville;Pays;Tél.;Courriel;Né(e) le;Langue;Type;Demande;Date de la demande
            A12;Mme;Lefèvre;Zoé;3 rue du Môle;35400;Saint-Malo;Allemagne;02 61 91 00 00;z@example.org;14/08/1973;Français;touriste, groupe;Documentation;2026-11-18
            """)
        var client = Client()
        client.reference = "A12"
        client.title = "Mme"
        client.familyName = "Lefèvre"
        client.givenName = "Zoé"
        client.address = PostalAddress(
            street: "3 rue du Môle", postcode: "35400", town: "Saint-Malo", country: "DE")
        client.phone = "02 61 91 00 00"
        client.email = "z@example.org"
        client.birthDate = CivilDate(year: 1973, month: 8, day: 14)
        client.language = .french
        client.types = ["touriste", "groupe"]
        let request = Request(
            client: 0, kind: .documentation, receivedOn: CivilDate(year: 2026, month: 11, day: 18))
        #expect(try list.next() == .row(ImportedRow(client: client, request: request, line: 2)))
        #expect(try list.next() == nil)
        #expect(list.notes == [])
    }

    @Test func `A row may bring a stay`() throws {
        let list = try list(
            """
            id,nom,arrival,departure,pitch,adults,children,stay_state,amount
            1,Roux,01/07/2026,15/07/2026,B12,2,3,annulé,"1 234,5 €"
            """)
        var stay = Stay(
            client: 0, arrival: CivilDate(year: 2026, month: 7, day: 1)!,
            departure: CivilDate(year: 2026, month: 7, day: 15)!, pitch: "B12")
        stay.adults = 2
        stay.children = 3
        stay.state = .cancelled
        stay.amount = Money(cents: 123_450)
        #expect(try row(list).stay == stay)
        #expect(list.remarks == [])
    }

    @Test func `Doubtful cells are kept as written and flagged`() throws {
        let list = try list(
            """
            id;nom;CP;pays;téléphone;portable;email;né le;créé le;langue
            1;Roux;1460;Ruritanie;12;voir bureau;roux at example;3 mai 1961;01/02/63;klingon
            """)
        let client = try row(list).client
        #expect(client.address.postcode == "1460")
        #expect(client.address.country == "Ruritanie")
        #expect(client.phone == "12")
        #expect(client.mobile == "voir bureau")
        #expect(client.email == "roux at example")
        #expect(client.birthDate == nil && client.createdOn == nil && client.language == nil)
        #expect(
            client.doubts == [
                Client.Doubt(field: .country, written: "Ruritanie"),
                Client.Doubt(field: .phone, written: "12"),
                Client.Doubt(field: .mobile, written: "voir bureau"),
                Client.Doubt(field: .email, written: "roux at example"),
                Client.Doubt(field: .birthDate, written: "3 mai 1961"),
                Client.Doubt(field: .createdOn, written: "01/02/63"),
                Client.Doubt(field: .language, written: "klingon"),
            ])
        #expect(
            list.remarks.map { $0.words.text(in: .english) }.first
                == "country is doubtful and was kept as it was written")
    }

    @Test func `A French postcode that lost its zero is flagged, in a row without a country too`() throws {
        for pays in ["FR", ""] {
            let list = try list("id;nom;CP;pays\n1;Roux;1460;\(pays)\n")
            #expect(try row(list).client.doubts == [Client.Doubt(field: .postcode, written: "1460")])
        }
    }

    @Test(arguments: [("FR", true), ("", true), ("ES", false), ("PT", false)])
    func `A number of nine figures has lost its zero in France`(country: String, isLost: Bool) throws {
        let client = try row(list("nom;pays;tél;portable\nRoux;\(country);261910000;612345678\n")).client
        let doubts = [
            Client.Doubt(field: .phone, written: "261910000"), Client.Doubt(field: .mobile, written: "612345678"),
        ]
        #expect(client.doubts == (isLost ? doubts : []))
        #expect(client.mobile == "612345678")
    }

    @Test(arguments: [
        ("FR", "35400", true), ("FR", "1460", false), ("FR", "F-35400", false), ("BE", "1460", true),
        ("NL", "6711 PJ", true),
        ("NL", "6711PJ", true), ("NL", "6711", false), ("GB", "BA1 5AA", true), ("GB", "SW1A 1AA", true),
        ("GB", "BA1", false), ("DE", "01067", true), ("DE", "1067", false), ("CH", "1290", true), ("ES", "08001", true),
        ("IT", "00184", true), ("LU", "1009", true), ("PT", "1000-001", true),
    ])
    func `Postcodes are judged by their country`(country: String, postcode: String, isSound: Bool) throws {
        let list = try list("nom;CP;pays\nRoux;\(postcode);\(country)\n")
        #expect(try row(list).client.doubts.isEmpty == isSound)
    }

    @Test(arguments: [
        ("1973-08-14", "1973-08-14"), ("1973/8/4", "1973-08-04"), ("14/08/1973", "1973-08-14"),
        ("4.8.1973", "1973-08-04"),
        ("14-08-1973", "1973-08-14"), ("19730814", "1973-08-14"), ("1973-08-14 00:00:00", "1973-08-14"),
        ("1973-08-14T10:30:00Z", "1973-08-14"), ("29/02/2024", "2024-02-29"), ("29/02/2023", "nil"),
        ("08/14/1973", "nil"),
        ("14/08/73", "nil"), ("août 1973", "nil"), ("27254", "nil"), ("14/08-1973", "nil"), ("0000-00-00", "nil"),
        ("14/08/1973 soir", "nil"), ("//", "nil"),
    ])
    func `Dates are read in the usual forms`(written: String, expected: String) throws {
        let client = try row(list("nom;né le\nRoux;\(written)\n")).client
        #expect(client.birthDate?.iso ?? "nil" == expected)
        #expect(client.doubts.isEmpty == (expected != "nil"))
    }

    @Test(arguments: [
        ("FR", "FR"), ("fr", "FR"), ("France", "FR"), ("ALLEMAGNE", "DE"), ("Deutschland", "DE"), ("Duitsland", "DE"),
        ("Pays-Bas", "NL"), ("PAYS BAS", "NL"), ("The Netherlands", "NL"), ("Nederland", "NL"), ("Belgique", "BE"),
        ("België", "BE"), ("Royaume-Uni", "GB"), ("UK", "GB"), ("Angleterre", "GB"), ("Suisse", "CH"),
        ("Schweiz", "CH"),
        ("Espagne", "ES"), ("España", "ES"), ("Italia", "IT"), ("D", "DE"), ("DEU", "DE"), ("Österreich", "AT"),
        ("Tchéquie", "CZ"), ("Danmark", "DK"),
    ])
    func `Countries are known by code and name`(written: String, code: String) throws {
        let client = try row(list("nom;pays\nRoux;\(written)\n")).client
        #expect(client.address.country == code)
        #expect(client.doubts == [])
    }

    @Test(arguments: [
        ("fr", "fr"), ("fr-BE", "fr"), ("nl_NL", "nl"), ("Français", "fr"), ("ANGLAIS", "en"), ("Deutsch", "de"),
        ("néerlandais", "nl"), ("Nederlands", "nl"), ("español", "es"), ("ita", "it"), ("DE", "de"), ("pl", "pl"),
    ])
    func `Languages are known by tag and name`(written: String, code: String) throws {
        let client = try row(list("nom;langue\nRoux;\(written)\n")).client
        #expect(client.language?.rawValue == code)
        #expect(client.doubts == [])
    }

    @Test func `Cells are trimmed, freed of control characters and composed`() throws {
        let client = try row(
            list("nom;rue;ville\n\u{A0} Lefe\u{300}vre\u{1}\u{200B} ;\"3 rue\r\n du Mo\u{302}le\";\u{7}\n")
        ).client
        #expect(Array(client.familyName!.unicodeScalars) == Array("Lefèvre".unicodeScalars))
        #expect(client.familyName!.utf8.count == 8)
        #expect(client.address.street == "3 rue du Môle" || client.address.street == "3 rue  du Môle")
        #expect(client.address.town == nil)
    }

    @Test func `An unknown request and an unreadable stay are noted, the row is kept`() throws {
        let list = try list(
            """
            nom;demande;date de la demande;arrivée;départ;adultes
            Roux;visite;18/11/2026;15/07/2026;01/07/2026;2
            Petit;résa;hier;01/07/2026;15/07/2026;deux
            """)
        let first = try row(list)
        #expect(first.request == nil && first.stay == nil)
        #expect(list.remarks.map(\.field) == ["request", "arrival"])
        let second = try row(list)
        #expect(second.request == Request(client: 0, kind: .reservation))
        #expect(second.stay?.adults == 1)
        #expect(list.remarks.map(\.field) == ["request_date", "adults"])
    }

    @Test func `Rows that cannot be stored go to the rejects as they were`() throws {
        let bytes =
            Array("id;nom;prénom;société\r\n1;Roux;Ève;\r\n2;;Paul;\r\n3;\"Le \"\"Petit\"\"\r\n4;Noël;x;y;z\r\n5;".utf8)
            + [0xFF] + Array(";;\r\n6;;;Chênes SARL\r\n".utf8)
        let list = try ClientList(reader: CSVReader(bytes: bytes))
        let sink = MemorySink()
        let rejects = try RejectsWriter(to: sink, header: list.header, format: list.format, in: .english)
        var rows = 0
        while let outcome = try list.next() {
            switch outcome {
            case .row: rows += 1
            case .rejected(let rejection): try rejects.put(rejection)
            }
        }
        try rejects.finish()
        #expect(rows == 2)
        #expect(rejects.count == 4)
        let expected =
            Array(
                """
                reason;id;nom;prénom;société\r
                line 3: the row names neither a person nor a company;2;;Paul;\r
                line 4: the quotation mark that opens a cell on line 4 is never closed;3;"Le ""Petit""\r
                line 5: the row has 5 cells where the header has 4;4;Noël;x;y;z\r
                line 6: the row holds bytes that are no characters in UTF-8;5;
                """.utf8) + [0xFF] + Array(";;\r\n".utf8)
        #expect(String(decoding: sink.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(sink.bytes == expected)
    }

    @Test(arguments: [
        CSVFormat(encoding: .windows1252, separator: .semicolon, lineEnding: .crlf),
        CSVFormat(encoding: .utf16LittleEndian, hasByteOrderMark: true, separator: .tab, lineEnding: .lf),
        CSVFormat(encoding: .utf8, hasByteOrderMark: true, separator: .comma, lineEnding: .cr),
    ])
    func `Rejects keep the format of the list and can be mended and imported`(format: CSVFormat) throws {
        let list = try ClientList(
            reader: CSVReader(bytes: written([["id", "nom", "prénom"], ["1", "", "Ève’s"]], in: format)))
        let sink = MemorySink()
        let rejects = try RejectsWriter(to: sink, header: list.header, format: list.format, in: .french)
        guard case .rejected(let rejection)? = try list.next() else { return #expect(Bool(false)) }
        try rejects.put(rejection)
        try rejects.finish()
        #expect(
            sink.bytes
                == (try written(
                    [
                        ["motif", "id", "nom", "prénom"],
                        ["ligne 2 : la ligne ne donne ni nom ni société", "1", "", "Ève’s"],
                    ], in: format)))
        let again = try ClientList(reader: CSVReader(bytes: sink.bytes))
        #expect(again.format == format)
        #expect(again.notes == [])
        guard case .rejected(let second)? = try again.next() else { return #expect(Bool(false)) }
        #expect(second.code == "no_name")
        let further = MemorySink()
        let furtherRejects = try RejectsWriter(to: further, header: again.header, format: again.format, in: .french)
        try furtherRejects.put(second)
        try furtherRejects.finish()
        #expect(further.bytes == sink.bytes)
    }

    private func list(_ text: String) throws -> ClientList {
        try ClientList(reader: CSVReader(bytes: Array(text.utf8)))
    }

    private func row(_ list: ClientList) throws -> ImportedRow {
        guard case .row(let row)? = try list.next() else {
            Issue.record("there is no row")
            return ImportedRow(client: Client(), line: 0)
        }
        return row
    }
}
