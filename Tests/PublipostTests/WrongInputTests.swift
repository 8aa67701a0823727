import Foundation
import Testing

/// What goes wrong in an office, and the sentence it gets: where, what, what to do; the right exit code; nothing half-written.
@Suite("Wrong input") struct WrongInputTests {
    static let list = """
        reference;title;family_name;street;postcode;town;country;language;request
        1;Mme;Durand;3 rue Haute;35400;Saint-Malo;FR;fr;documentation
        2;M.;Petit;4 rue Haute;35400;Saint-Malo;FR;fr;documentation

        """

    func office(list: String = list) throws -> Office {
        let office = try Office()
        try office.write(list, to: "list.csv")
        return office
    }

    func run(_ office: Office, _ more: String...) throws -> Office.Answer {
        try office.run(
            Office.programPath,
            ["mailing", "run", "documentation", "--date", "2026-11-24", "--clients", "list.csv"] + more)
    }

    /// Expects that a run stopped with a sentence and left nothing.
    func expect(_ answer: Office.Answer, _ sentence: String, status: Int32 = 1, in office: Office) {
        #expect(answer.error == sentence + "\n")
        #expect(answer.output == "")
        #expect(answer.status == status)
        #expect(office.names(in: "Output") == [])
    }

    @Test func `a broken row is put aside with its reason, and the others get their letters`() throws {
        let office = try office(list: Self.list + "3;M.;too;few\n")
        let answer = try run(office)
        #expect(answer.status == 3)
        #expect(answer.output.hasPrefix("Output/documentation/2026-11-24: 2 letters on 2 pages"))
        let rejected = try office.text("Output/documentation/2026-11-24/rejected.csv")
        #expect(
            rejected == """
                motif;reference;title;family_name;street;postcode;town;country;language;request
                ligne 4 : la ligne a 4 cellules, l'en-tête en a 9;3;M.;too;few

                """)
    }

    @Test func `a field that does not exist stops the run before the first letter`() throws {
        let office = try office()
        try office.change("Templates/documentation.fr.xhtml", "{{house.phone}}", to: "{{house.phnoe}}")
        let answer = try run(office)
        #expect(answer.error.contains("there is no field \"house.phnoe\"."))
        #expect(answer.error.contains("  -> Write house.phone"))
        #expect(answer.error.hasPrefix("Templates/documentation.fr.xhtml:"))
        #expect(answer.status == 1)
        #expect(office.names(in: "Output") == [])
        #expect(!FileManager.default.fileExists(atPath: office.path("clients.sqlite")))
    }

    @Test func `broken XHTML names the line`() throws {
        let office = try office()
        try office.change("Templates/documentation.fr.xhtml", "</body>", to: "</bod>")
        let answer = try run(office)
        #expect(answer.error.hasPrefix("Templates/documentation.fr.xhtml:"))
        #expect(answer.error.contains("\n  -> "))
        #expect(answer.status == 1)
        #expect(office.names(in: "Output") == [])
    }

    @Test func `a missing house is asked for`() throws {
        let office = try office()
        try FileManager.default.removeItem(atPath: office.path("Templates/house.yml"))
        expect(
            try run(office),
            """
            Templates/house.yml: this file is missing: it says who writes the letters.
              -> Create it with at least two lines, name: and town:, or name the right folder with --templates.
            """, in: office)
    }

    @Test func `an unknown mailing gets the nearest name`() throws {
        let office = try office()
        expect(
            try office.publipost("mailing", "run", "documentatoin", "--clients", "list.csv"),
            """
            Templates/mailings: there is no mailing "documentatoin" here.
              -> Run it with: publipost mailing run documentation
            """, in: office)
    }

    @Test func `a missing client file is not made by a run without a list`() throws {
        let office = try office()
        let answer = try office.publipost("mailing", "run", "documentation")
        #expect(answer.status == 1)
        #expect(answer.error.hasPrefix("clients.sqlite: "))
        #expect(answer.error.contains("\n  -> "))
        #expect(office.names(in: "Output") == [])
        #expect(!FileManager.default.fileExists(atPath: office.path("clients.sqlite")))
    }

    @Test func `a missing list is named`() throws {
        let office = try office()
        let answer = try office.publipost("mailing", "run", "documentation", "--clients", "lsit.csv")
        #expect(answer.status == 1)
        #expect(answer.error.hasPrefix("lsit.csv: "))
        #expect(office.names(in: "Output") == [])
        #expect(!FileManager.default.fileExists(atPath: office.path("clients.sqlite")))
    }

    @Test func `a file that is no database is left as it is`() throws {
        let office = try office()
        try office.write(
            "This is a letter, not a database. " + String(repeating: "x", count: 5000), to: "clients.sqlite")
        let before = try office.bytes("clients.sqlite")
        let answer = try run(office)
        #expect(answer.status == 1)
        #expect(answer.error.hasPrefix("clients.sqlite: "))
        #expect(answer.error.contains("\n  -> "))
        #expect(try office.bytes("clients.sqlite") == before)
        #expect(office.names(in: "Output") == [])
    }

    @Test func `an output folder that cannot be written to is named`() throws {
        let office = try office()
        try office.write("a file", to: "Output")
        let answer = try run(office)
        #expect(answer.status == 1)
        #expect(
            answer.error == """
                Output: a part of this path is a file, not a folder.
                  -> Choose another folder, then run again.

                """)
    }

    @Test func `a font that is not installed is named`() throws {
        let office = try office()
        try office.change("Templates/house.yml", "family: Gentium Plus", to: "family: Gentium Minus")
        let answer = try run(office)
        #expect(answer.status == 1)
        #expect(answer.error.contains("Gentium Minus"))
        #expect(answer.error.contains("\n  -> "))
        #expect(office.names(in: "Output") == [])
    }

    @Test func `a command line that does not parse ends with 64`() throws {
        let office = try office()
        #expect(try office.publipost("mailing", "runn").status == 64)
        #expect(try office.publipost("mailing", "run", "documentation", "--date", "24/11/2026").status == 64)
        #expect(try office.publipost("mailing", "run", "documentation", "--limit", "0").status == 64)
    }

    @Test func `speaks French where it is asked to`() throws {
        let office = try office()
        let answer = try office.publipost("mailing", "run", "documentatoin", "--lang", "fr")
        #expect(
            answer.error == """
                Templates/mailings\u{A0}: il n’y a pas ici de publipostage «\u{A0}documentatoin\u{A0}».
                  -> Lancez-le avec\u{A0}: publipost mailing run documentation

                """)
        let byLocale = try office.publipost(
            "mailing", "run", "documentatoin", environment: ["LC_ALL": "fr_FR.UTF-8"])
        #expect(byLocale.error == answer.error)
    }

    @Test func `a client without a town is left out and named, and the others get theirs`() throws {
        let office = try office(list: Self.list + "3;M.;Sans;5 rue Haute;;;FR;fr;documentation\n")
        let answer = try run(office)
        #expect(answer.status == 3)
        #expect(answer.error == "client 3: no town, so no letter was made.\n")
        let leftOut = try office.text("Output/documentation/2026-11-24/left-out.csv")
        #expect(leftOut.contains("3,no_town,"))
    }
}
