import Correspondence
import Filing
import Foundation
import Mailing
import Testing

@Suite struct `A group's code` {
    @Test func `begins with a letter, is six signs long, and is the same in any order of its members`() {
        for first in Int64(1)...500 {
            let code = GroupCode(of: [first, first + 7])
            #expect(code.text.count == 6)
            #expect(code.text.first?.isLetter == true)
            #expect(code == GroupCode(of: [first + 7, first]))
            #expect(code != GroupCode(of: [first, first + 7, first + 9]))
        }
    }

    @Test func `is read as a person types it`() {
        let code = GroupCode(of: [12, 40])
        #expect(GroupCode(typed: code.text.lowercased()) == code)
        #expect(GroupCode(typed: code.text.prefix(3) + " " + code.text.suffix(3)) == code)
        #expect(GroupCode(typed: "K7F2Q") == nil)
        #expect(GroupCode(typed: "77F2QX") == nil)
    }
}

@Suite struct `The duplicate desk` {
    private func office() throws -> CleanUpOffice {
        let office = try CleanUpOffice()
        func tanguy(_ change: (inout Client) -> Void) -> Client {
            guest("Tanguy", "Hervé") { client in
                client.mobile = "+33639981234"
                client.email = "herve.tanguy@example.org"
                client.birthDate = CivilDate(iso: "1961-04-09")
                change(&client)
            }
        }
        let home = PostalAddress(street: "12 rue du Port", postcode: "29200", town: "Brest")
        try office.take([tanguy { $0.address = home }], on: CivilDate(dayNumber: 20_000))
        try office.take([
            tanguy {
                $0.address = home
                $0.company = "Voiles du Ponant"
            }, guest("Kervarec", "Solenne"),
        ])
        return office
    }

    @Test func `foresees what the merge then shows`() throws {
        let office = try office()
        let group = try #require(try office.desk.report(in: .english).groups.first)
        #expect(group.found.members == [1, 2])
        #expect(group.kept.survivor == 1)
        #expect(group.kept.sources[.company] == 2)
        _ = try office.desk.merge([group.found.code.text])
        #expect(try office.file.client(1).client == group.kept.client)
    }

    @Test func `never loses an objection or a returned letter, and a person's choice wins`() throws {
        let office = try office()
        try office.file.object(2, by: "clerk", at: CleanUpOffice.moment)
        try office.file.bookReturned(letter: nil, of: 1, reason: "unknown", by: "clerk", at: CleanUpOffice.moment)
        try office.file.change(2, by: "clerk", at: CleanUpOffice.moment) { $0.email = "voiles@example.org" }
        let group = try #require(try office.desk.report(in: .english).groups.first)
        #expect(group.kept.hasObjected)
        #expect(group.kept.mailReturnedOn != nil)
        let answer = try office.desk.merge(["1", "2"], choices: [.email: .number(1)])
        let merged = try office.file.client(2)
        #expect(merged.client.number == 1)
        #expect(merged.hasObjected)
        #expect(merged.mailReturnedOn != nil)
        #expect(merged.client.email == "herve.tanguy@example.org")
        _ = try office.desk.undo(answer.merges[0].number)
        #expect(try office.file.client(2).client.email == "voiles@example.org")
        #expect(try office.file.client(1).mailReturnedOn != nil)
    }

    @Test func `asks whose an edit is before an undo`() throws {
        let office = try office()
        let merge = try office.desk.merge(["1", "2"]).merges[0].number
        try office.file.change(1, by: "clerk", at: CleanUpOffice.moment) { $0.company = "Voiles d'Iroise" }
        let questions = try office.desk.questions(before: merge)
        #expect(
            questions == [
                UndoQuestion(
                    field: .company, before: "Voiles du Ponant", after: "Voiles d'Iroise", source: 2, edited: 1)
            ])
        _ = try office.desk.undo(merge, giving: [.company])
        #expect(try office.file.client(2).client.company == "Voiles d'Iroise")
        #expect(try office.file.client(1).client.company == nil)
    }

    @Test func `shows records that do not say where they came from as such, and postage as the assumption it is`()
        throws
    {
        let office = try office()
        let report = try office.desk.report(in: .english)
        #expect(report.state.origins.map { [$0.name, "\($0.records)", "\($0.duplicates)"] } == [["", "3", "2"]])
        #expect(report.text.contains("\nWorst sources of duplicates\n  (not said)  2 of 3 records are in a group\n"))
        let assumed = ", an assumption: the green letter of 2025; postage: in house.yml sets your price\n"
        #expect(report.text.contains(" at 1.39\u{A0}€ a letter" + assumed))
        let french = try office.desk.report(in: .french)
        #expect(french.html.contains("(non précisée)</th><td>2 fiches sur 3 sont dans un groupe"))
        try "name: Camping\ntown: Brest\ncountry: FR\npostage: 0.98\n"
            .write(toFile: office.path("house.yml"), atomically: true, encoding: .utf8)
        let said = try office.desk.report(in: .english)
        #expect(said.text.contains(" at 0.98\u{A0}€ a letter\n"))
        try "name: Camping\ntown: Brest\npostage: -1\n"
            .write(toFile: office.path("house.yml"), atomically: true, encoding: .utf8)
        #expect(throws: Problem.self) { try office.desk.report(in: .english) }
    }
}
