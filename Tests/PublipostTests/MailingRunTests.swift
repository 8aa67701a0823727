import Foundation
import Testing

@Suite struct `A mailing run` {
    static let sample = Office.package.appending(path: "Templates/sample/clients.csv").path()

    /// An office after a night's run on the sample client file, for the tests that only look at what it left.
    static let nightOffice = Result { try Office() }
    static let night = Result {
        try nightOffice.get().run("mailing run documentation --date 2026-11-24", importing: sample)
    }

    /// The office after the run.
    static func afterTheNight() throws -> Office {
        #expect(try night.get().status == 0)
        return try nightOffice.get()
    }

    @Test func `leaves a whole folder, books its letters and finds nothing to do the second time`() throws {
        let office = try Self.afterTheNight()
        #expect(try Self.night.get().error == "")
        #expect(
            office.names(in: "Output/documentation/2026-11-24") == [
                "left-out.csv", "letters.ps", "letters.txt", "mailing.xml", "manifest.json", "morning.html",
                "morning.txt",
            ])
        let second = try office.run("mailing run documentation --date 2026-11-25", importing: Self.sample)
        #expect(second.status == 0)
        #expect(second.output == "Nothing to do: every request has been answered.\n")
        #expect(office.names(in: "Output/documentation") == ["2026-11-24"])
    }

    @Test func `counts the same pages in Ghostscript, the manifest and the export`() throws {
        let office = try Self.afterTheNight()
        let folder = "Output/documentation/2026-11-24"
        let manifest = try JSONDecoder().decode(ManifestCounts.self, from: office.bytes("\(folder)/manifest.json"))
        let shown = try office.run(
            "/usr/bin/gs",
            [
                "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", "-sSUBSTFONT=", "\(folder)/letters.ps",
                "-c", "currentpagedevice /PageCount get == count 0 ne {(left on the stack) = 1 .quit} if",
            ])
        #expect(shown.status == 0)
        #expect(shown.error == "")
        #expect(shown.output == "\(manifest.counts.pages)\n")
        let pages = try office.run(
            "/usr/bin/xmllint",
            ["--xpath", "sum(//*[local-name()='piece']/@pages)", "\(folder)/mailing.xml"])
        #expect(pages.output.trimmingCharacters(in: .whitespacesAndNewlines) == String(manifest.counts.pages))
        let pieces = try office.run(
            "/usr/bin/xmllint", ["--xpath", "count(//*[local-name()='piece'])", "\(folder)/mailing.xml"])
        #expect(pieces.output.trimmingCharacters(in: .whitespacesAndNewlines) == String(manifest.counts.letters))
        let leftOut = try office.text("\(folder)/left-out.csv").split(separator: "\n")
        #expect(leftOut.count - 1 + manifest.counts.letters == manifest.counts.requests)
    }

    @Test func `tells in its manifest which dictionaries broke the words`() throws {
        struct Manifest: Decodable { var dictionaries: [String: String] }
        let office = try Self.afterTheNight()
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: office.bytes("Output/documentation/2026-11-24/manifest.json"))
        #expect(manifest.dictionaries.keys.sorted() == ["hyph_de.dic", "hyph_en_GB.dic", "hyph_fr.dic", "hyph_nl.dic"])
        for (name, sum) in manifest.dictionaries {
            let summed = try office.run("/usr/bin/sha256sum", ["/usr/share/hyphen/\(name)"])
            #expect(summed.output.hasPrefix(sum + " "))
        }
    }

    private struct ManifestCounts: Decodable {
        struct Counts: Decodable {
            var letters: Int
            var pages: Int
            var requests: Int
        }
        var counts: Counts
    }

    @Test func `writes an export that its schema and xmllint accept`() throws {
        let office = try Self.afterTheNight()
        try office.write(try office.publipost("schema", "mailing").output, to: "mailing.xsd")
        let checked = try office.run(
            "/usr/bin/xmllint",
            ["--noout", "--nonet", "--schema", "mailing.xsd", "Output/documentation/2026-11-24/mailing.xml"])
        #expect(checked.status == 0, "\(checked.error)")
    }

    @Test func `leaves the same bytes on a copy of the same client file`() throws {
        let (first, second) = (try Office(), try Office())
        _ = try first.publipost("import", Self.sample)
        try second.write(try first.bytes("clients.sqlite"), to: "elsewhere.sqlite")
        for (office, file) in [(first, "clients.sqlite"), (second, "elsewhere.sqlite")] {
            let run = try office.publipost(
                "mailing", "run", "documentation", "--date", "2026-11-24", "--quiet", "--file", file)
            #expect(run.status == 0)
            #expect(run.output == "")
        }
        let folder = "Output/documentation/2026-11-24"
        #expect(first.names(in: folder).count == 7)
        for name in first.names(in: folder) {
            #expect(try first.bytes("\(folder)/\(name)") == second.bytes("\(folder)/\(name)"), "\(name) differs")
        }
    }

    @Test func `with a limit leaves the other requests for the next run`() throws {
        let office = try Office()
        try office.write(WrongInputTests.list, to: "list.csv")
        let first = try office.run("mailing run documentation --date 2026-11-24 --limit 1", importing: "list.csv")
        #expect(first.status == 0)
        let leftOut = try office.text("Output/documentation/2026-11-24/left-out.csv")
        #expect(
            leftOut == """
                client,reason,words
                2,limit,attend le prochain envoi\u{A0}: limite atteinte

                """)
        let rest = try office.publipost("mailing", "run", "documentation", "--date", "2026-11-24")
        #expect(rest.status == 0)
        #expect(rest.output.hasPrefix("Output/documentation/2026-11-24-2: 1 letter on 1 page, 0 requests"))
    }

    @Test func `prints names beyond Latin-1 so that the words can be read back`() throws {
        let office = try Office()
        try office.write(
            """
            reference;title;family_name;given_name;street;postcode;town;country;language;request
            1;M.;Dvořák;Antonín;3 rue de l’Œuvre;35400;Saint-Malo;FR;fr;documentation
            2;Mme;Nguyễn;Thị Hạnh;4 rue Haute;35400;Saint-Malo;FR;fr;documentation
            3;;Παπαδοπούλου;Ελένη;5 rue Haute;35400;Saint-Malo;FR;en;documentation
            4;;Яковлева;Ольга;6 rue Haute;35400;Saint-Malo;FR;en;documentation

            """, to: "list.csv")
        let run = try office.run("mailing run documentation --date 2026-11-24", importing: "list.csv")
        #expect(run.status == 0, "\(run.error)")
        let words = try office.run(
            "/usr/bin/gs",
            [
                "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite", "-sOutputFile=-",
                "Output/documentation/2026-11-24/letters.ps",
            ])
        for name in ["Dvořák", "Nguyễn", "Παπαδοπούλου", "Яковлева", "189,00"] {
            #expect(words.output.contains(name), "\(name) cannot be read back")
        }
    }

    @Test func `writes the wished copies, tray and encoding, and names whose letter has a question mark`() throws {
        let office = try Office()
        try office.change(
            "Templates/mailings/documentation.yml", "output: {postscript: {}, text: true, xml: true}",
            to: "output: {postscript: {duplex: true, tray: 2, copies: 3}, text: {encoding: iso-8859-15}, xml: false}")
        try office.write(
            """
            reference;title;family_name;given_name;street;postcode;town;country;language;request
            1;M.;Dvořák;Antonín;3 rue de l’Œuvre;35400;Saint-Malo;FR;fr;documentation
            2;;Яковлева;Ольга;6 rue Haute;35400;Saint-Malo;FR;en;documentation
            3;;漢字;;6 rue Haute;35400;Saint-Malo;FR;en;documentation

            """, to: "list.csv")
        let run = try office.run("mailing run documentation --date 2026-11-24", importing: "list.csv")
        #expect(run.status == 0, "\(run.error)")
        let folder = "Output/documentation/2026-11-24"
        let file = String(decoding: try office.bytes("\(folder)/letters.ps"), as: UTF8.self)
        #expect(file.contains("%%Requirements: collate duplex numcopies(3)\n"))
        #expect(file.contains("%%BeginFeature: *InputSlot Tray2\n"))
        // Latin-1 reads all of ISO 8859-15 but a few signs.
        let text = try #require(String(data: try office.bytes("\(folder)/letters.txt"), encoding: .isoLatin1))
        #expect(text.contains("M. Antonín Dvorák\n") && text.contains("Ol'ga Iakovleva\n"))
        #expect(text.contains("3 RUE DE L OEUVRE\n"))
        let sheet = try office.text("\(folder)/morning.txt")
        #expect(sheet.contains("client 3"), "\(sheet)")
        #expect(!sheet.contains("client 2\u{A0}:"))
    }
}

extension Office {
    /// Runs the words of a command line, with a list to import.
    func run(_ line: String, importing list: String) throws -> Answer {
        let words = line.split(separator: " ").map(String.init)
        return try run(Self.programPath, words + ["--clients", list])
    }
}
