import Correspondence
import Mailing
import Testing

@Suite struct `The morning sheet` {
    var run: RunSummary {
        var run = RunSummary(
            mailing: "documentation", document: "documentation", date: CivilDate(iso: "2026-11-24")!,
            runName: "2026-11-24")
        run.requests = 8
        run.letters = 5
        run.pages = 6
        run.sheets = 6
        run.lettersByLanguage = [.french: 3, .dutch: 1, .german: 1]
        run.lettersByCountry = ["FR": 4, "NL": 1]
        run.clients = 700
        run.sureGroups = 41
        run.doubtfulGroups = 6
        var imported = ImportSummary()
        imported.newClients = 12
        imported.updatedClients = 3
        imported.rejected = 2
        imported.doubtfulCells = 1
        run.imported = imported
        return run
    }

    @Test func `tells in English what was made, what to load and what the client file holds`() {
        #expect(
            MorningSheet(of: run, in: .english).text == """
                Mailing "documentation" of 2026-11-24
                =====================================

                Made
                ----
                Letters  5
                Pages    6
                  in fr  3
                  in de  1
                  in nl  1
                  to FR  4
                  to NL  1

                To load
                -------
                Sheets of A4      6
                Window envelopes  5

                Set aside
                ---------
                Rows refused by the import  2
                They are in rejected.csv.

                Client file
                -----------
                Clients                    700
                New last night             12
                Updated                    3
                Cells to look at           1
                Groups of sure duplicates  41
                Groups to be checked       6

                """)
    }

    @Test func `names a hyphenation dictionary that is missing, with the command that brings it`() {
        var run = run
        run.unhyphenated = [
            Problem(
                .file("hyph_nl.dic"), Wording(en: "this dictionary is missing.", fr: "ce dictionnaire manque."),
                remedy: Wording(en: "Install it.", fr: "Installez-le."))
        ]
        let text = MorningSheet(of: run, in: .english).text
        #expect(
            text.contains(
                """

                To look at first
                ----------------
                hyph_nl.dic: this dictionary is missing.
                  -> Install it.

                Set aside

                """))
    }

    @Test func `escapes what HTML would take for its own`() {
        var run = run
        run.mailing = "a<b & c"
        let html = MorningSheet(of: run, in: .french).html
        #expect(html.contains("<h1>Publipostage «\u{A0}a&lt;b &amp; c\u{A0}» du 2026-11-24</h1>"))
        #expect(!html.contains("a<b"))
    }
}
