import Foundation
import Testing

/// `client add` on a terminal, whole screens.
@Suite("The interview on a terminal") struct InterviewTests {
    private func office() throws -> Office {
        let office = try Office()
        try office.write(Data(contentsOf: Session.folder.appending(path: "list.csv")), to: "list.csv")
        #expect(try office.publipost("import", "list.csv").status == 0)
        return office
    }

    private func clients(in office: Office) throws -> Int {
        try office.publipost("client", "find", "Dup", "--json").output.components(separatedBy: "\"number\"").count - 1
    }

    /// Title, names, company, street, postcode, town, country, phone and mobile, e-mail, birth date, language, type.
    static let marie = [
        "Mme", "Dupond", "Marie", "", "", "35400", "Saint-Malo", "FR", "02 61 91", "02 61 91 40 01", "", "",
        "1980-05-02",
        "fr", "",
    ]

    @Test func `a doubtful answer is corrected, and one who is there already is opened`() throws {
        let office = try office()
        let terminal = try Terminal(["client", "add", "--lang", "en"], in: office)
        for answer in Self.marie { terminal.answer(answer) }
        terminal.answer("7")
        terminal.answer("1")
        #expect(terminal.end() == 0)
        #expect(
            terminal.shown == """
                title: Mme
                family name: Dupond
                given name: Marie
                company:\u{20}
                street:\u{20}
                postcode: 35400
                town: Saint-Malo
                country: FR
                phone: 02 61 91
                  ? no telephone number of this country has that form. Enter keeps it, or write it again: 02 61 91 40 01
                mobile:\u{20}
                email:\u{20}
                birth date: 1980-05-02
                language: fr
                type:\u{20}
                Clients like this one are there already:
                  1  Dupont Marie, Saint-Malo
                      surely the same – given name: same; birth date: same; family name: sounds or looks alike; phone: same
                  3  Charpentes Duval, Rennes
                      perhaps another – phone: one digit differs; address: street not known, other town
                Open one: its number. Create another: new. Leave: Enter. 7
                Open one: its number. Create another: new. Leave: Enter. 1
                Client 1
                Mme Marie Dupont
                12 rue du Port
                35400 Saint-Malo (FR)

                Phone       02 61 91 40 01
                Born on     1980-05-02
                Language    fr
                Reference   A1
                Statistics  1 stay, 7 nights, on 2025-07-05, €620.00, 0 letters

                Requests
                  documentation, 2026-11-02, pending
                Stays
                  1  2025-07-05 – 2025-07-12, B14, 2 adults, 1 child, left, €620.00

                """)
        #expect(try clients(in: office) == 2)
    }

    @Test func `Ctrl-D leaves in the middle, and nothing is there`() throws {
        let office = try office()
        let terminal = try Terminal(["client", "add", "--lang", "fr"], in: office)
        terminal.answer("M.")
        terminal.answer("Duplessis")
        terminal.leave()
        #expect(terminal.end() == 0)
        #expect(
            terminal.shown == """
                civilité\u{A0}: M.
                nom\u{A0}: Duplessis
                prénom\u{A0}:\u{20}
                Rien n’a été créé.

                """)
        #expect(try clients(in: office) == 2)
    }

    @Test func `an empty answer to the look-alikes leaves, the word new creates the homonym`() throws {
        let office = try office()
        let first = try Terminal(["client", "add", "--lang", "en"], in: office)
        for answer in Self.marie + [""] { first.answer(answer) }
        #expect(first.end() == 0)
        #expect(
            first.shown.hasSuffix("Open one: its number. Create another: new. Leave: Enter. \nNothing was added.\n"))
        #expect(try clients(in: office) == 2)
        let second = try Terminal(["client", "add", "--lang", "en"], in: office)
        for answer in Self.marie + ["new"] { second.answer(answer) }
        #expect(second.end() == 0)
        #expect(second.shown.hasSuffix("Leave: Enter. new\nClient 5 added.\n"))
        #expect(try clients(in: office) == 3)
    }

    @Test func `nothing but empty answers adds nothing`() throws {
        let office = try office()
        let terminal = try Terminal(["client", "add", "--lang", "en"], in: office)
        for _ in 0..<14 { terminal.answer("") }
        #expect(terminal.end() == 0)
        #expect(terminal.shown.hasSuffix("type: \nNothing was added.\n"))
    }

    @Test func `a client without a name is asked for one more time`() throws {
        let office = try office()
        let terminal = try Terminal(["client", "add", "--lang", "en"], in: office)
        for answer in ["Mme", "", "Marie", ""] { terminal.answer(answer) }
        terminal.answer("Duplessis")
        for _ in 0..<10 { terminal.answer("") }
        #expect(terminal.end() == 0)
        #expect(
            terminal.shown.contains(
                "company: \n  ? a client needs a family name or a company. Family name: Duplessis\nstreet: \n"))
        #expect(terminal.shown.hasSuffix("Client 5 added.\n"))
    }
}
