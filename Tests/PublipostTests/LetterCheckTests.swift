import Foundation
import Testing

@Suite struct `A rehearsal of letters` {
    static let list = """
        reference;title;family_name;given_name;company;street;postcode;town;country;language;request
        1;Mme;Durand;Zoé;;3 rue Haute;35400;Saint-Malo;FR;fr;documentation
        2;;Novák;;;Hlavní 5;11000;Praha;CZ;cs;
        3;;;;Comité des Pins;4 rue Haute;35400;Saint-Malo;FR;fr;
        4;M.;Sans;Ville;;5 rue Haute;;;FR;fr;

        """
    static let template = """
        <html lang="fr"><head><title>Rappel</title></head><body>
        <p>{{salutation}}, {{client.given_name}} {{client.name}}</p>
        <p>Arrivée le {{stay.arrival}}.</p>
        </body></html>
        """

    func office() throws -> Office {
        let office = try Office(templates: false)
        try office.write("name: Camping du Lac\ntown: Annecy\n", to: "Templates/house.yml")
        try office.write(Self.template, to: "Templates/reminder.fr.xhtml")
        return office
    }

    @Test func `tells for each document what to know before the night`() throws {
        let office = try office()
        try office.write(Self.list, to: "list.csv")
        _ = try office.publipost("import", "list.csv")
        let answer = try office.publipost("letter", "check")
        #expect(answer.status == 0)
        #expect(answer.error == "")
        #expect(
            answer.output == """
                reminder (fr): 3 letters on 3 pages
                    1  no town, so no letter was made  (client 4)
                    1  greeted without a civility: the record has none that is known  (client 2)
                    1  a firm without a person to greet  (client 3)
                    1  reads cs, for which there is no template: gets fr  (client 2)
                    2  client.given_name is empty  (client 2…)

                """)
    }

    @Test func `without a client file reads the templates only`() throws {
        let office = try office()
        let answer = try office.publipost("letter", "check", "reminder")
        #expect(answer.status == 0)
        #expect(
            answer.output == """
                clients.sqlite: there is no such client file, so only the templates were checked.
                reminder (fr): in order

                """)
        #expect(office.names(in: "") == ["Templates"])
    }

    @Test func `reports all that is wrong in all templates at once`() throws {
        let office = try office()
        try office.change("Templates/reminder.fr.xhtml", "client.given_name", to: "client.givn_name")
        try office.write(
            Self.template.replacing("stay.arrival", with: "stay.arival"), to: "Templates/second.fr.xhtml")
        let answer = try office.publipost("letter", "check")
        #expect(answer.status == 1)
        #expect(
            answer.output == """
                clients.sqlite: there is no such client file, so only the templates were checked.
                reminder (fr): cannot be used, see below
                second (fr): cannot be used, see below

                """)
        #expect(
            answer.error == """
                Templates/reminder.fr.xhtml:2:22: there is no field "client.givn_name".
                    <p>{{salutation}}, {{client.givn_name}} {{client.name}}</p>
                                         ^^^^^^^^^^^^^^^^
                  -> Write client.given_name, or list all fields with: publipost letter check --fields
                Templates/second.fr.xhtml:3:17: there is no field "stay.arival".
                    <p>Arrivée le {{stay.arival}}.</p>
                                    ^^^^^^^^^^^
                  -> Write stay.arrival, or list all fields with: publipost letter check --fields

                """)
    }

    @Test func `names the languages that a document lacks in the same order each time`() throws {
        let office = try office()
        for language in ["de", "en", "es", "it", "nl"] {
            try office.write(
                Self.template.replacing("lang=\"fr\"", with: "lang=\"\(language)\""),
                to: "Templates/other.\(language).xhtml")
        }
        try office.write(Self.template, to: "Templates/other.fr.xhtml")
        #expect(
            try office.publipost("letter", "check", "reminder").output == """
                clients.sqlite: there is no such client file, so only the templates were checked.
                reminder (fr): in order
                       not there in de, as other documents are
                       not there in en, as other documents are
                       not there in es, as other documents are
                       not there in it, as other documents are
                       not there in nl, as other documents are

                """)
    }

    @Test func `tells a script the same`() throws {
        let office = try office()
        try office.write(Self.list, to: "list.csv")
        _ = try office.publipost("import", "list.csv")
        let answer = try office.publipost("letter", "check", "--json")
        struct Output: Decodable {
            struct Document: Decodable {
                struct Finding: Decodable, Equatable {
                    var code: String
                    var subject: String?
                    var letters: Int
                    var first_client: Int?
                }
                var document: String
                var letters: Int
                var findings: [Finding]
            }
            var clients: Int
            var documents: [Document]
        }
        let output = try JSONDecoder().decode(Output.self, from: Data(answer.output.utf8))
        #expect(output.clients == 4)
        #expect(output.documents.map(\.document) == ["reminder"])
        #expect(
            output.documents.first?.findings == [
                .init(code: "no_town", letters: 1, first_client: 4),
                .init(code: "no_greeting", letters: 1, first_client: 2),
                .init(code: "greeted_as_firm", letters: 1, first_client: 3),
                .init(code: "no_template", subject: "cs", letters: 1, first_client: 2),
                .init(code: "empty_field", subject: "client.given_name", letters: 2, first_client: 2),
            ])
    }

    @Test func `lists the fields with their kinds and who uses them`() throws {
        let office = try office()
        let answer = try office.publipost("letter", "check", "--fields")
        #expect(answer.status == 0)
        let lines = answer.output.split(separator: "\n").map(String.init)
        for line in [
            "client.given_name  text  (reminder)", "client.animals list: name, species, breed, vaccinated_on",
            "house.town text", "salutation text  (reminder)", "stay.arrival date  (reminder)", "stay.amount amount",
            "today date",
        ] {
            let wanted = line.split(separator: " ")
            #expect(lines.contains { $0.split(separator: " ") == wanted }, "\(line)")
        }
    }

    @Test func `the shipped templates are in order`() throws {
        let office = try Office()
        let answer = try office.publipost("letter", "check")
        #expect(answer.status == 0, "\(answer.error)")
    }

    @Test(arguments: ["nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4", "labels-3x8", "labels-2x7"])
    func `a test sheet is there for every window, envelope and label`(geometry: String) throws {
        let office = try Office(templates: false)
        let answer = try office.publipost("letter", "test-sheet", "--geometry", geometry, "-o", "sheet.ps")
        #expect(answer.status == 0, "\(answer.error)")
        let shown = try office.run(
            "/usr/bin/gs",
            [
                "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sSUBSTFONT=", "-sDEVICE=nullpage", "sheet.ps", "-c",
                "currentpagedevice /PageCount get ==",
            ])
        #expect(shown.error == "")
        #expect(shown.output == "1\n")
    }

    @Test func `a test sheet for a window that is not known is refused`() throws {
        let office = try Office(templates: false)
        let answer = try office.publipost("letter", "test-sheet", "--geometry", "nff", "-o", "sheet.ps")
        #expect(answer.status == 64)
        #expect(office.names(in: "") == [])
    }

    @Test func `does not call a field empty that only opens a section, or stands inside its own`() throws {
        let office = try office()
        try office.change(
            "Templates/reminder.fr.xhtml", "<p>Arrivée",
            to: "<p>Bonjour{{#client.phone}}, à bientôt au {{client.phone}}{{/client.phone}}"
                + "{{^client.email}}, sans adresse électronique{{/client.email}}.</p><p>Arrivée")
        try office.write(Self.list, to: "list.csv")
        _ = try office.publipost("import", "list.csv")
        let answer = try office.publipost("letter", "check")
        #expect(answer.status == 0)
        #expect(!answer.output.contains("client.phone") && !answer.output.contains("client.email"))
        #expect(answer.output.contains("client.given_name is empty"))
        // Printed without its section elsewhere, it counts.
        try office.change("Templates/reminder.fr.xhtml", "<p>Arrivée", to: "<p>{{client.phone}}</p><p>Arrivée")
        #expect(try office.publipost("letter", "check").output.contains("3  client.phone is empty"))
    }
}
