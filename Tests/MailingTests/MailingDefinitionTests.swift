import Correspondence
import Mailing
import Testing

@Suite struct `A mailing's definition` {
    let folder = TemporaryFolder()

    func mailing(_ text: String) throws -> MailingDefinition {
        try folder.write(text, to: "Templates/mailings/spring.yml")
        return try TemplateDrawer(folder.path("Templates")).mailing(named: "spring")
    }

    /// The problem's words, with the test's own folder taken out.
    func words(of text: String, in language: MessageLanguage = .english) -> String? {
        let problem = #expect(throws: Problem.self) { _ = try self.mailing(text) }
        return problem?.text(in: language).replacing(folder.path(""), with: "")
    }

    @Test func `says which document goes to whom, and takes the usual for the rest`() throws {
        let mailing = try mailing("document: brochure\naudience: {request: documentation}\n")
        #expect(mailing.name == "spring")
        #expect(mailing.document == "brochure")
        #expect(mailing.audience.request == .documentation)
        #expect(mailing.order.map(\.rawValue) == ["country", "department", "postcode", "street"])
        #expect(mailing.duplicates == .leaveOut)
        #expect(mailing.output.postScript == MailingDefinition.PostScript())
        #expect(mailing.output.text == nil)
        #expect(mailing.output.xml)
        #expect(mailing.ceiling == nil)
    }

    @Test func `reads every setting`() throws {
        let mailing = try mailing(
            """
            document: brochure
            audience:
              request: reservation
            one_per: client
            order: [postcode, family_name]
            duplicates: ignore
            output: {postscript: {letters_per_file: 500, duplex: true, tray: letterhead, copies: 2}, text: true, xml: false}
            ceiling: 2000
            """)
        #expect(mailing.audience.request == .reservation)
        #expect(mailing.order.map(\.rawValue) == ["postcode", "family_name"])
        #expect(mailing.duplicates == .ignore)
        #expect(
            mailing.output.postScript
                == MailingDefinition.PostScript(lettersPerFile: 500, duplex: true, tray: "letterhead", copies: 2))
        #expect(mailing.output.text == .utf8)
        #expect(!mailing.output.xml)
        #expect(mailing.ceiling == 2000)
    }

    @Test(arguments: [
        ("true", TextEncoding.utf8), ("oui", .utf8), ("false", nil), ("{encoding: utf-8}", .utf8),
        ("{encoding: iso-8859-15}", .latin9),
    ])
    func `says whether there is plain text, and how it is coded`(written: String, expected: TextEncoding?) throws {
        let mailing = try mailing("document: x\naudience: {request: documentation}\noutput: {text: \(written)}\n")
        #expect(mailing.output.text == expected)
    }

    @Test func `names the encodings for one that is not known`() {
        #expect(
            words(of: "document: x\naudience: {request: documentation}\noutput: {text: {encoding: ascii}}\n") == """
                Templates/mailings/spring.yml:3:27: "ascii" cannot be understood here.
                    output: {text: {encoding: ascii}}
                                              ^^^^^
                  -> Write one of: utf-8, iso-8859-15.
                """)
    }

    @Test func `names the nearest setting for one that does not exist`() {
        #expect(
            words(of: "document: brochure\naudiance: {request: documentation}\n") == """
                Templates/mailings/spring.yml:2:1: there is no setting "audiance".
                    audiance: {request: documentation}
                    ^^^^^^^^
                  -> Write audience.
                """)
    }

    @Test(arguments: [
        ("one_per: household", "one_per: household", 10, "household", "Write: one_per: client")
    ])
    func `refuses what cannot be done yet instead of passing over it`(
        line: String, shown: String, column: Int, word: String, remedy: String
    ) {
        let indent = String(repeating: " ", count: 4 + column - 1)
        #expect(
            words(of: "document: brochure\naudience: {request: documentation}\n\(line)\n") == """
                Templates/mailings/spring.yml:3:\(column): this version of publipost cannot do "\(word)" yet.
                    \(shown)
                \(indent)\(String(repeating: "^", count: word.count))
                  -> \(remedy)
                """)
    }

    @Test func `says in French what is not understood`() {
        #expect(
            words(of: "document: brochure\naudience: {request: brochures}\n", in: .french) == """
                Templates/mailings/spring.yml:2:21\u{A0}: «\u{A0}brochures\u{A0}» n’est pas compris ici.
                    audience: {request: brochures}
                                        ^^^^^^^^^
                  -> Écrivez l’un de ces mots\u{A0}: documentation, reservation.
                """)
    }

    @Test func `that is no YAML is refused with its line`() {
        #expect(
            words(of: "document: brochure\naudience: {request: documentation\n")
                == [
                    "Templates/mailings/spring.yml:3:1: the file cannot be read from here on: a colon, a quote or "
                        + "the indentation is out of place.", "    ", "    ^",
                    "  -> Write one \"key: value\" a line, with spaces, not tabs, at its beginning.",
                ].joined(separator: "\n"))
    }

    @Test func `is looked for by name, and the nearest is named`() throws {
        try folder.write("document: x\naudience: {request: documentation}\n", to: "Templates/mailings/spring.yml")
        let problem = #expect(throws: Problem.self) {
            _ = try TemplateDrawer(self.folder.path("Templates")).mailing(named: "sprint")
        }
        #expect(
            problem?.text(in: .english).replacing(folder.path(""), with: "") == """
                Templates/mailings: there is no mailing "sprint" here.
                  -> Run it with: publipost mailing run spring
                """)
    }
}
