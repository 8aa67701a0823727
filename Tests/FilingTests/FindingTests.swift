import Correspondence
import Filing
import Testing

struct FindingTests {
    let office = Office()

    private func office(with clients: Client...) throws -> ClientFile {
        let file = try office.file()
        _ = try file.importRows(on: today) { session throws(Problem) in
            for client in clients { try session.put(ImportedRow(client: client, line: 1)) }
        }
        return file
    }

    @Test(arguments: [
        ("Lefèvre", "LEFEV"), ("LEFEVRE", "lefè"), ("Œuvrard", "oeuv"), ("Straße", "strass"), ("Dvořák", "dvora"),
        ("Nguyễn", "nguyen"), ("Łęcki", "lecki"), ("Müller-Lüdenscheidt", "mullerlud"),
        ("Müller-Lüdenscheidt", "lüden"),
        ("de La Tour d'Auvergne", "la tour"), ("de La Tour d'Auvergne", "auvergne"), ("van der Berg", "berg"),
        ("van der Berg", "Van Der B"), ("O'Brien", "obri"), ("Παπαδόπουλος", "papadop"), ("Жуков", "zhuk"), ("李", "李"),
        ("Le Goff", "le go"), ("Saint-Exupéry", "saint ex"),
    ])
    func `a family name is found by its beginning`(name: String, typed: String) throws {
        let file = try office(with: person(name, "Zoé"), person("Autre", "Autre"))
        #expect(try file.find(typed).map(\.filed.client.familyName) == [name])
    }

    @Test(arguments: [
        ("06 12", SearchKind.phone), ("+33 6 12 34", .phone), ("0033612345678", .phone), ("(0)612", .phone),
        ("06.12.34", .phone), ("0299", .phone), ("jean du", .familyName), ("dup jean-m", .familyName),
        ("jean", .givenName), ("dupont jean", .familyName),
        ("durand p", .companion), ("paul du", .companion), ("ab-123", .plate), ("camping l", .company),
        ("pins", .company),
        ("j.dupont@", .email), ("St Malo", .town), ("saint-m", .town),
    ])
    func `a client is found by every other beginning`(typed: String, kind: SearchKind) throws {
        let client = person("Dupont", "Jean-Marc") { client in
            client.mobile = "06 12 34 56 78"
            client.phone = "+33 (0)2 99 40 00 00"
            client.company = "Camping Les Pins"
            client.email = "J.Dupont@example.org"
            client.address.town = "St-Malo"
        }
        let file = try office(with: client, person("Autre", "Autre"))
        try file.add(Companion(givenName: "Paul", familyName: "Durand"), to: 1, by: "anna", at: 1)
        try file.add(Vehicle(plate: "AB-123-CD"), to: 1, by: "anna", at: 1)
        let found = try file.find(typed)
        #expect(found.map(\.filed.client.number) == [1])
        #expect(found.first?.plate == "AB-123-CD")
        #expect(found.first?.kind == kind)
    }

    @Test func `foreign numbers are found as they are dialled there`() throws {
        let file = try office(
            with: person("Peeters") {
                $0.address.country = "BE"
                $0.phone = "02 555 12 12"
            },
            person("Rossi") {
                $0.address.country = "IT"
                $0.phone = "06 5551212"
            })
        #expect(try file.find("+32 2 555").map(\.filed.client.familyName) == ["Peeters"])
        #expect(try file.find("02 555").map(\.filed.client.familyName) == ["Peeters"])
        #expect(try file.find("+39 06 555").map(\.filed.client.familyName) == ["Rossi"])
    }

    @Test func `a changed record is found by its new name only`() throws {
        let file = try office(with: person("Dupont", reference: "1"))
        try file.file(person("Martin", reference: "1"))
        #expect(try file.find("dupont").isEmpty)
        #expect(try file.find("martin").count == 1)
    }

    @Test func `no more than the limit is found, in the order of the alphabet`() throws {
        let file = try office.file()
        _ = try file.importRows(on: today) { session throws(Problem) in
            for number in 0..<300 { try session.put(ImportedRow(client: person("Dup\(300 - number)"), line: 1)) }
        }
        let found = try file.find("dup", limit: 20).compactMap(\.filed.client.familyName)
        #expect(found.count == 20)
        #expect(found == found.sorted())
    }

    @Test func `nothing typed finds nothing`() throws {
        let file = try office(with: person("Dupont"))
        for typed in ["", " ", "-", "+", "0"] { #expect(try file.find(typed).isEmpty, "\(typed)") }
    }
}
