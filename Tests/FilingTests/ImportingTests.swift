import Correspondence
import Filing
import Synchronization
import Testing

struct ImportingTests {
    let office = Office()

    @Test func `every field of a client comes back as it was filed`() throws {
        let client = person("Nguyễn", "Ðặng", reference: "ref:ä1") { client in
            client.title = "Mme"
            client.company = "Œuvre & Cie"
            client.address = PostalAddress(
                complement: "Apt 3", building: "Bât. B", street: "12 rue de l'Église", locality: "Le Bourg",
                postcode: "01400", town: "Châtillon", country: "FR")
            client.phone = "+33299123456"
            client.mobile = "06 12 34 56 78"
            client.email = "d.nguyen@example.org"
            client.birthDate = day("1899-12-31")
            client.language = Language(rawValue: "de")
            client.types = ["tourist", "works council"]
            client.origin = "fair"
            client.createdOn = day("2024-02-29")
            client.doubts = [.init(field: .postcode, written: "1400"), .init(field: .birthDate, written: "été; 99")]
        }
        let file = try office.file()
        try file.file(client)
        var expected = client
        expected.number = 1
        #expect(try file.client(1).client == expected)
        #expect(try file.client(reference: "ref:ä1").client == expected)
        #expect(try file.all() == [expected])
    }

    @Test func `an empty cell changes nothing, a filled one does, and the history says so`() throws {
        let file = try office.file()
        try file.file(person("Durand", "Léa", reference: "7") { $0.phone = "02 99 00 00 00" })
        let counts = try file.file(person(nil, "Léo", reference: "7") { $0.email = "leo@example.org" })
        #expect(counts.updatedClients == 1 && counts.newClients == 0)
        let client = try file.client(1).client
        #expect(client.familyName == "Durand" && client.givenName == "Léo")
        #expect(client.phone == "02 99 00 00 00" && client.email == "leo@example.org")
        #expect(try file.find("durand").count == 1)
        #expect(try file.find("leo@").count == 1)
    }

    @Test func `the same rows again change nothing, with a reference or without`() throws {
        let file = try office.file()
        let rows = [person("Durand", "Léa", reference: "7"), person("Petit", "Jean"), person("Petit", "Jeanne")]
        let first = try file.file(rows[0], rows[1], rows[2])
        #expect(first.newClients == 3)
        let second = try file.file(rows[0], rows[1], rows[2], rows[1])
        #expect(second.newClients == 0 && second.updatedClients == 0 && second.unchangedClients == 3)
        #expect(try file.clientCount() == 3)
    }

    @Test func `a client's rows with one reference are one client with several requests and stays`() throws {
        let file = try office.file()
        let client = person("Durand", reference: "7")
        let rows = [
            ImportedRow(client: client, request: Request(client: 0, kind: .documentation, receivedOn: today), line: 2),
            ImportedRow(client: client, request: Request(client: 0, kind: .reservation), line: 3),
            ImportedRow(
                client: client, stay: Stay(client: 0, arrival: today, departure: today.adding(days: 3), pitch: "B 12"),
                line: 4),
        ]
        for round in 1...2 {
            let counts = try file.importRows(on: today) { session throws(Problem) in
                for row in rows { #expect(try session.put(row) == .filed(1)) }
            }
            #expect(counts.newRequests == (round == 1 ? 2 : 0), "round \\(round)")
            #expect(counts.newStays == (round == 1 ? 1 : 0), "round \\(round)")
        }
        #expect(try file.requests(of: 1).map(\.kind) == [.reservation, .documentation])
    }

    @Test func `a request is the same by kind, document and date, and without a date by the first two`() throws {
        let file = try office.file()
        let client = person("Durand", reference: "7")
        let put = { (request: Request) in
            try file.importRows(on: today) { session throws(Problem) in
                try session.put(ImportedRow(client: client, request: request, line: 2))
            }.newRequests
        }
        #expect(try put(Request(client: 0, kind: .documentation, receivedOn: today)) == 1)
        #expect(try put(Request(client: 0, kind: .documentation)) == 0)
        #expect(try put(Request(client: 0, kind: .documentation, document: "documentation", receivedOn: today)) == 0)
        #expect(try put(Request(client: 0, kind: .documentation, document: "brochure", receivedOn: today)) == 1)
        #expect(try put(Request(client: 0, kind: .documentation, receivedOn: today.adding(days: 1))) == 1)
        #expect(try put(Request(client: 0, kind: .reservation, receivedOn: today)) == 1)
    }

    @Test func `a stay with the same arrival is brought up to date, another pitch is another stay`() throws {
        let file = try office.file()
        let client = person("Durand", reference: "7")
        let put = { (pitch: String?, state: Stay.State) in
            try file.importRows(on: today) { session throws(Problem) in
                let stay = Stay(
                    client: 0, arrival: today, departure: today.adding(days: 7), pitch: pitch, state: state,
                    amount: Money(cents: 21_000))
                try session.put(ImportedRow(client: client, stay: stay, line: 2))
            }
        }
        #expect(try put("B 12", .booked).newStays == 1)
        #expect(try put("B 12", .booked).unchangedStays == 1)
        #expect(try put("B 12", .arrived).updatedStays == 1)
        #expect(try put(nil, .left).updatedStays == 1)
        #expect(try put("C 1", .booked).newStays == 1)
    }

    @Test func `what cannot be stored is refused with its reason, and the rest is filed`() throws {
        let file = try office.file()
        let counts = try file.importRows(on: today) { session throws(Problem) in
            let nameless = try session.put(ImportedRow(client: person(nil, reference: "1"), line: 2))
            #expect(
                nameless
                    == .refused(
                        Wording(
                            en: "the row has neither a name nor a company", fr: "la ligne n'a ni nom ni société")))
            let stay = Stay(client: 0, arrival: today, departure: today)
            let backwards = try session.put(ImportedRow(client: person("Durand"), stay: stay, line: 3))
            #expect(
                backwards
                    == .refused(
                        Wording(
                            en: "the stay ends before it begins", fr: "le séjour finit avant de commencer")))
            #expect(try session.put(ImportedRow(client: person("Petit"), line: 4)) == .filed(1))
        }
        #expect(counts.newClients == 1)
    }

    @Test func `an import that stops leaves the file as it was`() throws {
        let file = try office.file()
        let stopped = Problem(nil, Wording(en: "stopped", fr: "arrêté"))
        for _ in 1...2 {
            #expect(throws: stopped) {
                try file.importRows(on: today) { session throws(Problem) in
                    for number in 1...5000 {
                        try session.put(ImportedRow(client: person("Durand", reference: "\(number)"), line: number))
                    }
                    throw stopped
                }
            }
            #expect(try file.clientCount() == 0)
            #expect(try file.find("durand").isEmpty)
        }
        try file.file(person("Durand", reference: "1"), person("Petit", reference: "1"))
        #expect(try file.all().map(\.familyName) == ["Petit"])
    }

    @Test func `many rows in any order give the same file as one by one`() throws {
        var rows: [Client] = []
        for number in 1...4000 {
            rows.append(
                person("Durand\(number % 97)", "G\(number % 11)", reference: number % 3 == 0 ? nil : "\(number % 1500)")
            )
        }
        let file = try office.file()
        _ = try file.importRows(on: today) { session throws(Problem) in
            for row in rows { try session.put(ImportedRow(client: row, line: 1)) }
        }
        let other = Office()
        let slow = try other.file()
        for start in stride(from: 0, to: rows.count, by: 50) {
            _ = try slow.importRows(on: today) { session throws(Problem) in
                for row in rows[start..<start + 50] { try session.put(ImportedRow(client: row, line: 1)) }
            }
        }
        #expect(try file.all() == slow.all())
        #expect(try file.find("durand9", limit: 5000) == slow.find("durand9", limit: 5000))
    }
}

struct PipedImportTests {
    let office = Office()

    /// Rows in batches of 100, every tenth without a name.
    private final class Rows: Sendable {
        private let position = Mutex(0)
        private let count: Int
        private let tornAt: Int?

        init(_ count: Int, tornAt: Int? = nil) {
            self.count = count
            self.tornAt = tornAt
        }

        func next() throws(Problem) -> [ImportedRow]? {
            let start = position.withLock { position in
                defer { position += 100 }
                return position
            }
            if let tornAt, start >= tornAt { throw Problem(nil, Wording(en: "torn", fr: "déchiré")) }
            guard start < count else { return nil }
            return (start + 1...min(start + 100, count)).map {
                ImportedRow(client: person($0 % 10 == 0 ? nil : "Durand", reference: "\($0)"), line: $0)
            }
        }
    }

    private func file(_ rows: Rows, in file: ClientFile, refused: (Int) throws(Problem) -> Void) throws(Problem)
        -> ImportCounts
    {
        try file.importRows(on: today, reading: { () throws(Problem) in try rows.next() }, row: { $0 }) {
            (row, _) throws(Problem) in try refused(row.line)
        }
    }

    @Test func `rows read on another thread are filed in their order, refused ones handed back`() throws {
        let file = try office.file()
        var refused: [Int] = []
        let counts = try self.file(Rows(5050), in: file) { line throws(Problem) in refused.append(line) }
        #expect(counts.newClients == 4545)
        #expect(refused == Array(stride(from: 10, through: 5050, by: 10)))
        #expect(try file.client(10).client.reference == "11")
    }

    @Test func `whatever stops, on either side, leaves the file as it was`() throws {
        let file = try office.file()
        let torn = Problem(nil, Wording(en: "torn", fr: "déchiré"))
        #expect(throws: torn) { try self.file(Rows(5000, tornAt: 3000), in: file) { _ in } }
        #expect(throws: torn) { try self.file(Rows(50_000), in: file) { _ throws(Problem) in throw torn } }
        #expect(try file.clientCount() == 0)
    }
}
