import Correspondence
import Foundation
import Mailing
import Testing

@Suite struct `A single letter` {
    let folder = TemporaryFolder()

    func desk() throws -> ReceptionDesk {
        try folder.write("name: Camping\ntown: Annecy\nfont: {family: DejaVu Sans}\n", to: "Templates/house.yml")
        try folder.write(
            """
            <html lang="fr"><head><title>Bonjour</title><meta name="geometry" content="nf"/></head><body>
            <p class="salutation">{{salutation}},</p><p><b>Cher {{client.name}}</b> &amp; <i>Cie</i></p>
            <ul>{{#client.animals}}<li>{{name}}</li>{{/client.animals}}</ul>
            <table><thead><tr><th>A</th><th class="amount">B</th></tr></thead><tr><td>1</td><td class="amount">2</td></tr></table>
            </body></html>
            """, to: "Templates/word.fr.xhtml")
        return try ReceptionDesk(
            Workplace(clientFile: folder.path("clients.sqlite"), templates: folder.path("Templates")),
            clerk: Clerk(name: "marie", moment: 1_795_000_000, day: CivilDate(dayNumber: 20_775)), creating: true)
    }

    func print(_ name: String, _ more: String...) throws -> String {
        let desk = try desk()
        let words = try FieldWord.read(["family_name=\(name)", "town=Dinan"] + more, among: ClientEntry.names)
        _ = try desk.add(words)
        let letter = SingleLetter("word", from: desk)
        let draft = try letter.draft(for: .number(1))
        _ = try letter.print(draft, to: .file(folder.path("first.ps")), as: .postScript)
        _ = try letter.printAgain(to: .number(1), outlet: .file(folder.path("again.ps")), as: .postScript)
        _ = try letter.printAgain(to: .number(1), outlet: .file(folder.path("again.txt")), as: .text)
        return draft.text
    }

    @Test(arguments: [
        "Durand", "{{client.name}}", "{{{", "}}{{#x}}", "<b>&amp;", "\"Œuvrée\"", "(a) \\ %!PS", "--> Lenoir",
        "Dupont; Fils? Oui!", "«Ici»",
    ])
    func `prints any name as it is, and again byte for byte`(name: String) throws {
        _ = try print(name)
        #expect(try folder.text("again.txt").contains("Cher \(name) & Cie"))
        let first = try #require(FileManager.default.contents(atPath: folder.path("first.ps")))
        #expect(first == FileManager.default.contents(atPath: folder.path("again.ps")))
    }

    @Test func `is kept as a page that an editor can open`() throws {
        #expect(
            try print("Durand", "title=Mme") == """
                <html lang="fr" xmlns="http://www.w3.org/1999/xhtml">
                  <head>
                    <title>Bonjour</title>
                    <meta name="geometry" content="nf"/>
                    <meta name="publipost-address" content="Mme Durand"/>
                    <meta name="publipost-address" content="DINAN"/>
                    <meta name="publipost-date" content="Annecy, le 18 novembre 2026"/>
                    <meta name="publipost-reference" content="Notre référence\u{A0}: 1"/>
                  </head>
                  <body>
                    <p class="salutation">Madame,</p>
                    <p><b>Cher Durand</b> &amp; <i>Cie</i></p>
                    <table>
                      <thead>
                      <tr><th>A</th><th class="amount">B</th></tr>
                      </thead>
                      <tr><td>1</td><td class="amount">2</td></tr>
                    </table>
                  </body>
                </html>

                """)
    }

    @Test func `is booked once, with what it answers`() throws {
        _ = try print("Durand")
        let page = try ReceptionDesk(Workplace(clientFile: folder.path("clients.sqlite"))).page(of: .number(1))
        #expect(page.record.letters.map(\.document) == ["word"])
        #expect(page.figures.lettersSent == 1)
    }
}
