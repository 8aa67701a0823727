import Foundation
import Testing

/// What `export` writes, `import` brings back.
@Suite("Export and import") struct ExportImportTests {
    /// An office after a busy day: requests, letters by a run and by hand, sales, a merge, an erasure, an objection.
    private func busyOffice() throws -> Office {
        let office = try Office()
        try office.write(Data(contentsOf: Session.folder.appending(path: "list.csv")), to: "list.csv")
        let sample = Office.package.appending(path: "../shared/data/sample/records.csv")
        if let records = try? Data(contentsOf: sample) { try office.write(records, to: "sample.csv") }
        let day = """
            set -e
            publipost import list.csv
            test ! -f sample.csv || publipost import sample.csv
            publipost client add title=M. "family_name=Le Goff" given_name=Yann town=Brest --new-anyway
            publipost client add title=M. "family_name=Le Goff" given_name=Yann town=Brest --new-anyway
            publipost client edit 2 country=Nowhere language=klingon email=nobody phone=06 type=touriste,CSE
            publipost client companion add 2 given_name=Paul birth_date=2012-04-03
            publipost client vehicle add 2 plate=AB-123-CD country=FR kind=car
            publipost client paper add 2 kind=passport country=France valid_until=2099-01-01
            publipost client animal add 2 name=Filou species=chien
            publipost client bank add 2 iban=FR1420041010050500013M02606
            publipost request add 3 --kind documentation
            publipost request add 3 --kind reservation
            publipost mailing run documentation --date 2026-11-24
            publipost request add 2 --kind documentation
            publipost letter print 2 documentation --to letter.ps
            publipost stay add 2 arrival=2099-07-10 departure=2099-07-24 pitch=B14 amount=480
            publipost product add code=JETON "name=Jeton" price=4,50 vat_rate=20
            publipost sale add 2 JETON --quantity 1.5
            publipost invoice issue 2
            publipost sale add 2 JETON --quantity -2
            publipost sale add 4 JETON
            publipost invoice issue 4
            publipost duplicates merge 1 3
            publipost client edit 1 street="4 rue Haute"
            publipost privacy object 2
            publipost privacy erase 4
            """
        let answer = try shell(day, in: office)
        try #require(answer.status == 0, "\(answer.output)\(answer.error)")
        return office
    }

    private func shell(_ commands: String, in office: Office) throws -> Office.Answer {
        let program = URL(filePath: Office.programPath).deletingLastPathComponent().path()
        return try office.run("/bin/sh", ["-c", "PATH='\(program)':\"$PATH\"\n\(commands)"])
    }

    @Test func `An export into an empty file, exported again, is the same byte for byte`() throws {
        let office = try busyOffice()
        let answer = try shell(
            """
            publipost export all.xml --quiet && publipost import all.xml --file other.sqlite --json > first.json &&
            publipost export again.xml --file other.sqlite --quiet &&
            publipost import all.xml --file other.sqlite --json > second.json &&
            publipost export third.xml --file other.sqlite --quiet && cmp all.xml again.xml && cmp all.xml third.xml &&
            publipost import all.xml --quiet && publipost export own.xml --quiet && cmp all.xml own.xml
            """, in: office)
        #expect(answer.error == "")
        #expect(answer.output == "")
        #expect(answer.status == 0)
        #expect(try office.text("second.json").contains("\"new_clients\" : 0,"))
        let text = try office.text("all.xml")
        for part in [
            "<merged number=\"3\"", "<erased number=\"4\"", "<letter ", "run=\"documentation/2026-11-24\"",
            "serial=\"2\"", "<objection ",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("<bank"))
    }

    @Test func `The new file goes on where the old one ended`() throws {
        let office = try busyOffice()
        let answer = try shell(
            """
            publipost export all.xml --quiet
            publipost import all.xml --file other.sqlite --quiet
            export PUBLIPOST_FILE=other.sqlite
            publipost client show 3 | head -1
            publipost client show 4
            publipost product add code=JETON "name=Jeton" price=4,50 vat_rate=20
            publipost sale add 2 JETON
            publipost invoice issue 2
            publipost letter print 2 documentation --again --to again.ps
            cmp letter.ps again.ps
            publipost mailing run documentation --date 2026-11-25
            """, in: office)
        #expect(
            answer.output == """
                Client 1 (3 was merged into it)
                Product JETON is in the catalogue.
                Client 2: 1 × Jeton noted; the open invoice is at -€4.50.
                Client 2: invoice 3 issued, -€4.50.
                Client 2: documentation (fr), 1 page in again.ps. As it was; not booked again.
                Nothing to do: every request has been answered.

                """)
        #expect(
            answer.error == """
                other.sqlite, client 4: the record was erased.
                  -> Add the person anew where there is a reason to: publipost client add

                """)
    }

    @Test func `Refused clients are written out with the reason, and can be mended and imported again`() throws {
        let office = try Office()
        try office.write(
            """
            <clients xmlns="urn:publipost:clients:1" version="1">
              <client reference="1"><family_name>Durand</family_name></client>
              <client reference="2"><given_name>Ève</given_name><town>Dinan &amp; Léhon</town></client>
              <client reference="3"><family_name>Petit</family_name><stay arrival="2027-07-10" departure="2027-07-01"/></client>
              <client reference="4"><family_name>Roux</family_name><bank iban="FR1420041010050500013M02607"/></client>
              <client reference="5"><family_name>Blanc</family_name><request kind="documentation"/></client>
            </clients>
            """, to: "all.xml")
        let answer = try office.publipost("import", "all.xml")
        #expect(answer.status == 3)
        #expect(
            answer.output == """
                5 rows read: 2 clients new, 0 updated, 0 as they were; 1 new request, 0 new stays. \
                3 rows refused and written out with the reason.

                """)
        #expect(
            answer.error == """
                all.xml:3: the client has neither a family name nor a company.
                all.xml:4: the stay ends before it begins.
                all.xml:5: the check digits of an account number are wrong.
                  -> Mend the rows in all.rejected.xml, then: publipost import all.rejected.xml

                """)
        #expect(
            try office.text("all.rejected.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <clients xmlns="urn:publipost:clients:1" version="1">
                  <client reason="line 3: the client has neither a family name nor a company" reference="2">\
                <given_name>Ève</given_name><town>Dinan &amp; Léhon</town></client>
                  <client reason="line 4: the stay ends before it begins" reference="3"><family_name>Petit</family_name>\
                <stay arrival="2027-07-10" departure="2027-07-01"/></client>
                  <client reason="line 5: the check digits of an account number are wrong" reference="4">\
                <family_name>Roux</family_name><bank iban="FR1420041010050500013M02607"/></client>
                </clients>

                """)
        try office.change("all.rejected.xml", "<given_name>Ève", to: "<family_name>Roux</family_name><given_name>Ève")
        try office.change("all.rejected.xml", "departure=\"2027-07-01\"", to: "departure=\"2027-07-21\"")
        let mended = try office.publipost(
            "import", "all.rejected.xml", "--rejects", "rest.xml", "--lang", "fr")
        #expect(mended.status == 3)
        #expect(
            try office.text("rest.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <clients xmlns="urn:publipost:clients:1" version="1">
                  <client reason="ligne 5 : la clé d'un numéro de compte est fausse" reference="4">\
                <family_name>Roux</family_name><bank iban="FR1420041010050500013M02607"/></client>
                </clients>

                """)
    }
}
