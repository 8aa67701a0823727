import Foundation
import Testing

/// What a night must survive: nobody gets two letters, and nobody loses one.
@Suite struct `A night in trouble` {
    static func list(_ count: Int) -> String {
        var list = "reference;title;family_name;street;postcode;town;country;language;request\n"
        for number in 1...count {
            list += "\(number);Mme;Durand\(number);\(number) rue Haute;35400;Saint-Malo;FR;fr;documentation\n"
        }
        return list
    }

    func office(_ list: String) throws -> Office {
        let office = try Office()
        try office.write(list, to: "list.csv")
        try office.change("Templates/mailings/documentation.yml", "duplicates: leave_out", to: "duplicates: ignore")
        try office.change("Templates/mailings/documentation.yml", "ceiling: 2000", to: "ceiling: 20000")
        #expect(try office.publipost("import", "list.csv").status == 0)
        return office
    }

    @Test func `refuses a second run on the same client file, whatever its output folder`() throws {
        let office = try office(Self.list(3000))
        let first = Process()
        first.executableURL = URL(filePath: Office.programPath)
        first.arguments = ["mailing", "run", "documentation", "--date", "2026-11-24", "--quiet"]
        first.currentDirectoryURL = office.folder
        try first.run()
        // The draft appears when the run has begun.
        for _ in 0..<500 where !office.names(in: "Output/documentation").contains(".draft-2026-11-24") {
            usleep(10_000)
        }
        let second = try office.publipost(
            "mailing", "run", "documentation", "--date", "2026-11-24", "--output", "Elsewhere")
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        // Either it came while the first was writing, or after that was done.
        if second.status == 75 {
            #expect(
                second.error == """
                    clients.sqlite: another run is writing letters from this client file.
                      -> Wait until it has ended, then run again. Nothing was written.

                    """)
        } else {
            #expect(second.output == "Nothing to do: every request has been answered.\n")
        }
        #expect(office.names(in: "Elsewhere") == [])
    }

    @Test func `after a kill is not deceived by another run's folder of the same name`() throws {
        let office = try office(Self.list(3000))
        let killed = Process()
        killed.executableURL = URL(filePath: Office.programPath)
        killed.arguments = ["mailing", "run", "documentation", "--date", "2026-11-24", "--quiet"]
        killed.currentDirectoryURL = office.folder
        try killed.run()
        for _ in 0..<500 where !office.names(in: "Output/documentation").contains(".draft-2026-11-24") {
            usleep(10_000)
        }
        usleep(200_000)
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        try office.write(Self.list(2), to: "other.csv")
        let other = try office.publipost(
            "mailing", "run", "documentation", "--date", "2026-11-24", "--file", "other.sqlite", "--clients",
            "other.csv")
        #expect(other.status == 0)
        let again = try office.publipost("mailing", "run", "documentation", "--date", "2026-11-24", "--json")
        #expect(again.status == 0)
        #expect(again.output.contains("\"letters\" : 3000"))
    }

    @Test func `leaves the letter of two duplicates to the one that can be written to`() throws {
        let office = try Office()
        var list = Self.list(60)
        list = list.replacing("\n", with: ";;\n").replacing("request;;", with: "request;email;birth_date")
        list += "A1;M.;Kervella;;29200;;FR;fr;documentation;y.kervella@example.org;1970-05-12\n"
        list += "A2;;Kervella;8 quai Nord;;Brest;FR;;documentation;y.kervella@example.org;1970-05-12\n"
        try office.write(list, to: "list.csv")
        let run = try office.run("mailing run documentation --date 2026-11-24", importing: "list.csv")
        let export = try office.text("Output/documentation/2026-11-24/mailing.xml")
        #expect(export.contains("reference=\"A2\""))
        let leftOut = try office.text("Output/documentation/2026-11-24/left-out.csv")
        #expect(leftOut.contains("61,"))
        #expect(!leftOut.contains("\n62,"), "\(run.error)")
    }

    @Test func `does not confirm a stay that is not there`() throws {
        let office = try office(Self.list(2).replacing("documentation", with: "reservation"))
        try office.write(
            "document: reservation\naudience: {request: reservation}\nduplicates: ignore\n",
            to: "Templates/mailings/confirmations.yml")
        let none = try office.publipost("mailing", "run", "confirmations", "--date", "2026-11-24", "--quiet")
        #expect(none.status == 3)
        #expect(
            none.error == """
                client 1: no stay, so no letter about one was made.
                client 2: no stay, so no letter about one was made.

                """)
        #expect(office.names(in: "Output") == [])
        #expect(
            try office.publipost(
                "stay", "add", "1", "arrival=2027-07-03", "departure=2027-07-10", "state=booked", "amount=352.24"
            ).status == 0)
        let one = try office.publipost("mailing", "run", "confirmations", "--date", "2026-11-24")
        #expect(one.status == 3)
        #expect(one.output.hasPrefix("Output/confirmations/2026-11-24: 1 letter on 1 page, 1 request set aside."))
    }

    @Test func `tells which rows the import refused, also under --quiet, and where they are`() throws {
        let office = try Office()
        try office.write(Self.list(2) + "3;M.;too;few\n", to: "list.csv")
        let run = try office.run("mailing run documentation --date 2026-11-24 --quiet", importing: "list.csv")
        #expect(run.status == 3)
        #expect(
            run.error == """
                list.csv:4: the row has 4 cells where the header has 9.
                  -> Mend the rows in Output/documentation/2026-11-24/rejected.csv, then: publipost import \
                Output/documentation/2026-11-24/rejected.csv

                """)
        // The next night has nothing to write: no folder, and the refused rows lie beside their list.
        let next = try office.run("mailing run documentation --date 2026-11-25", importing: "list.csv")
        #expect(next.status == 3)
        #expect(office.names(in: "Output/documentation") == ["2026-11-24"])
        #expect(next.error.contains("list.rejected.csv"))
        #expect(office.names(in: ".").contains("list.rejected.csv"))
    }

    @Test func `imports whole records from XML first, and puts refused ones aside in XML`() throws {
        let office = try Office()
        try office.write(
            """
            <clients xmlns="urn:publipost:clients:1" version="1">
              <client reference="1"><family_name>Blanc</family_name><street>1 rue Haute</street>\
            <postcode>35000</postcode><town>Rennes</town><country>FR</country><request kind="documentation"/></client>
              <client reference="2"><given_name>Ève</given_name><town>Dinan</town></client>
            </clients>
            """, to: "list.xml")
        let run = try office.run("mailing run documentation --date 2026-11-24", importing: "list.xml")
        #expect(run.status == 3)
        #expect(run.output.hasPrefix("Output/documentation/2026-11-24: 1 letter on 1 page, 0 requests set aside."))
        #expect(
            run.error == """
                list.xml:3: the client has neither a family name nor a company.
                  -> Mend the rows in Output/documentation/2026-11-24/rejected.xml, then: publipost import \
                Output/documentation/2026-11-24/rejected.xml

                """)
        #expect(
            try office.text("Output/documentation/2026-11-24/rejected.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <clients xmlns="urn:publipost:clients:1" version="1">
                  <client reason="ligne 3 : le client n'a ni nom ni société" reference="2">\
                <given_name>Ève</given_name><town>Dinan</town></client>
                </clients>

                """)
        let sheet = try office.text("Output/documentation/2026-11-24/morning.txt")
        #expect(sheet.contains("Elles sont dans rejected.xml."))
        // The next night has nothing to write: no folder, and the refused records lie beside their list.
        let next = try office.run("mailing run documentation --date 2026-11-25", importing: "list.xml")
        #expect(next.status == 3)
        #expect(office.names(in: "Output/documentation") == ["2026-11-24"])
        #expect(next.error.contains("Mend the rows in list.rejected.xml"))
        #expect(try office.text("list.rejected.xml").contains("reference=\"2\""))
    }

    @Test func `stops before anything is made where an XML list is none of clients`() throws {
        let office = try Office()
        try office.write("<guests/>", to: "list.xml")
        let run = try office.run("mailing run documentation --date 2026-11-24", importing: "list.xml")
        #expect(run.status == 1)
        #expect(run.error.hasPrefix("list.xml:1:"))
        #expect(!office.names(in: ".").contains("clients.sqlite"))
        #expect(office.names(in: "Output") == [])
    }

    @Test func `tells nobody's name where a list has no head`() throws {
        let office = try Office()
        try office.write("C1;M.;Durandal;Jean-Kevin;12 rue des Secrets;35000;Rennes\n", to: "list.csv")
        let answer = try office.publipost("import", "list.csv")
        #expect(answer.status == 1)
        #expect(answer.error.hasPrefix("list.csv:1: none of the 7 columns is known"))
        #expect(!answer.error.contains("Durandal"))
    }
}
