import Correspondence
import Mailing
import Testing

@Suite struct `What is typed at the desk` {
    let entry: ClientEntry = {
        var house = House(name: "Camping", town: "Annecy")
        house.clientTypes = ["touriste", "CSE"]
        return ClientEntry(house: house, today: CivilDate(iso: "2026-11-24") ?? CivilDate(dayNumber: 0))
    }()

    func client(_ fields: (String, String)...) -> Client {
        var client = Client()
        entry.set(fields.map { FieldWord(name: $0.0, value: $0.1) }, in: &client)
        return client
    }

    @Test(arguments: [
        ("02 99 12 34 56", "FR", "+33299123456"), ("0032 2 555 12 34", "FR", "+3225551234"),
        ("(020) 555 12 34", "NL", "+31205551234"), ("+33 (0)6 39 98 12 34", "DE", "+33639981234"),
    ])
    func `a telephone number is stored as it is dialled from anywhere`(written: String, country: String, stored: String)
    {
        // The country decides, wherever it stands.
        let client = client(("phone", written), ("country", country))
        #expect(client.phone == stored)
        #expect(client.doubts == [])
    }

    @Test(arguments: [
        ("phone", "02 99 12"), ("mobile", "call in the evening"), ("email", "marie at home"), ("country", "Nowhere"),
        ("language", "klingon"), ("birth_date", "2099-01-01"), ("birth_date", "1850-01-01"),
        ("birth_date", "31/02/1990"), ("type", "ami"), ("postcode", "3540"),
    ])
    func `a doubtful value is kept as written and flagged`(field: String, written: String) throws {
        let client = client((field, written))
        let doubt = try #require(client.doubts.first)
        #expect(client.doubts.count == 1)
        #expect(doubt.field.name == field)
        #expect(doubt.written == written)
        #expect(entry.doubt(about: doubt.field, in: client) != nil)
    }

    @Test func `a value put right takes its doubt away`() {
        var client = client(("phone", "02 99"), ("postcode", "3540"))
        entry.set(
            [FieldWord(name: "phone", value: "02 99 12 34"), FieldWord(name: "country", value: "BE")], in: &client)
        // 3540 is a Belgian postcode; the number is too short for a Belgian one.
        #expect(client.doubts.map(\.field) == [.phone])
        #expect(client.address.country == "BE")
    }

    @Test func `a client has one type or several, as the office writes them`() {
        #expect(client(("type", "Touriste; cse")).types == ["touriste", "CSE"])
        #expect(client(("type", "")).types == [])
    }

    @Test func `words that are no field are all reported at once`() throws {
        let problem = #expect(throws: Problem.self) {
            try FieldWord.read(["Durand", "twon=Dinan", "town=Dinan", "town=Brest"], among: ClientEntry.names)
        }
        #expect(
            problem?.text(in: .english) == """
                field 1: this is no field with its value.
                  -> Write field=value, in quotes where it has spaces: "street=3 rue Haute"
                twon: there is no such field.
                  -> Write town.
                town: this field stands here twice.
                  -> Keep one of the two.
                """)
        #expect(problem?.weight == .usage)
    }

    @Test(arguments: [("4711", ClientKey.number(4711)), ("ref:A 1", .reference("A 1"))])
    func `a client is named by number or reference`(word: String, key: ClientKey) {
        #expect(ClientKey(word) == key)
    }

    @Test(arguments: ["", "0", "-1", "ref:", "Durand", "12a"])
    func `other words name no client`(word: String) {
        #expect(ClientKey(word) == nil)
    }
}
