import Correspondence
import Filing
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

    @Test func `leaves a request to the run that is answering it, and waits for no run otherwise`() throws {
        let desk = try desk()
        for name in ["night", "other"] {
            try folder.write(
                "document: \(name == "night" ? "word" : "song")\naudience: {request: documentation}\n",
                to: "Templates/mailings/\(name).yml")
        }
        for name in ["Durand", "Petit"] {
            _ = try desk.add(try FieldWord.read(["family_name=\(name)", "town=Dinan"], among: ClientEntry.names))
        }
        _ = try desk.addRequest(of: .number(1), kind: .documentation, document: "word")
        let letter = SingleLetter("word", from: desk)
        func write(to client: Client.Number) throws -> Int {
            try letter.print(letter.draft(for: .number(client)), to: .file(folder.path("x.ps")), as: .postScript)
                .answered
        }
        let file = try ClientFile(at: folder.path("clients.sqlite"), creating: false)
        let day = CivilDate(dayNumber: 20_775)
        let run = try file.beginRun(mailing: "night", date: day, folder: "Output/night/x", startedAt: 0)
        let problem = #expect(throws: Problem.self) { try write(to: 1) }
        #expect(problem?.weight == .busy)
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                clients.sqlite, client 1: the mailing "night" is writing letters now and may answer this request too, so no \
                letter was made.
                  -> Wait until it has ended, then look: publipost client show 1
                """)
        #expect(folder.all(in: "").filter { $0.hasPrefix("x.ps") } == [])
        #expect(try file.letters(to: 1).isEmpty)
        // Nobody waits for a letter to this client.
        #expect(try write(to: 2) == 0)
        try run.abandon()
        // A mailing of another document answers another request.
        let other = try file.beginRun(mailing: "other", date: day, folder: "Output/other/x", startedAt: 0)
        #expect(try write(to: 1) == 1)
        try other.abandon()
    }
}
