import Correspondence
import Filing
import Foundation
import Testing

/// What an export reads, an import brings back: whole records.
@Suite("Whole records") struct RecordsTests {
    /// Weeks at the desk, at random: a file with everything in it.
    struct Weeks {
        let file: ClientFile
        var random: Seeded
        var moment: Int64 = 1_795_000_000
        var count: Int64 = 0

        init(_ office: Office, seed: Int) throws {
            file = try office.file()
            random = Seeded(seed: seed)
            try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
            for _ in 0..<12 { try add() }
            for _ in 0..<60 { try step() }
        }

        private mutating func pick(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }

        /// Some number, also one that leads elsewhere or was erased.
        private mutating func number() -> Client.Number { pick(1...count) }

        private mutating func day() -> CivilDate { CivilDate(dayNumber: Int32(pick(20_000...20_010))) }

        private mutating func add() throws {
            // Few names, so that homonyms come that agree in everything.
            var client = person(["Durand", "Petit", nil][Int(pick(0...2))], with: { $0.company = "Camping" })
            client.createdOn = CivilDate(dayNumber: 20_000)
            if pick(0...2) == 0 { client.reference = "R\(count)" }
            if pick(0...2) == 0 { client.address = PostalAddress(street: "3 rue", postcode: "3540", town: "Dinan") }
            if pick(0...2) == 0 {
                client.doubts = [
                    Client.Doubt(field: .postcode, written: "3540"), Client.Doubt(field: .birthDate, written: "mai"),
                ]
            }
            if pick(0...1) == 0 { client.types = ["touriste", "CSE"] }
            count = try file.add(client, by: "a", at: moment).number ?? count
        }

        private mutating func step() throws {
            moment += pick(1...200_000)
            let client = number()
            do {
                try act(on: client)
            } catch let problem as Problem {
                // A record that was erased or is one already: then nothing was done.
                #expect(problem.weight == .stopped)
            }
        }

        private mutating func act(on client: Client.Number) throws {
            switch pick(0...17) {
            case 0: try add()
            case 1: try file.merge([MergeOrder([client, number()])], by: "a", at: moment)
            case 2: if pick(0...2) == 0 { try file.erase(client, by: "a", at: moment) }
            case 3: if pick(0...2) == 0 { try file.object(client, by: "a", at: moment) }
            case 4, 5: try file.sell("JETON", to: client, quantity: pick(-2000...2500), by: "a", at: moment)
            case 6: _ = try file.issueInvoice(of: client, on: day(), addressee: "A\n\n B ", by: "a", at: moment)
            case 7: try file.bookReturned(letter: nil, of: client, reason: "unknown", by: "a", at: moment)
            case 8: try file.settleReturned(client, by: "a", at: moment)
            case 9: try file.change(client, by: "a", at: moment) { $0.address.street = "4 rue" }
            case 10: try file.add(Companion(givenName: "Léo"), to: client, by: "a", at: moment)
            case 11: try file.add(Vehicle(plate: "AB-12\(pick(0...2))-CD"), to: client, by: "a", at: moment)
            case 12: try file.add(Animal(name: "Rex", species: "chien"), to: client, by: "a", at: moment)
            case 13: try file.add(IdentityPaper(kind: "passeport"), to: client, by: "a", at: moment)
            case 14: try request(of: client)
            case 15: try stay(of: client)
            case 16: try run(for: client)
            default: try letter(to: client)
            }
        }

        private mutating func request(of client: Client.Number) throws {
            let document = pick(0...1) == 0 ? "tarifs" : nil
            try file.add(
                Request(client: client, kind: .documentation, document: document, receivedOn: day()), by: "a",
                at: moment)
        }

        private mutating func stay(of client: Client.Number) throws {
            let arrival = day()
            try file.add(
                Stay(
                    client: client, arrival: arrival, departure: CivilDate(dayNumber: arrival.dayNumber + 3),
                    pitch: pick(0...1) == 0 ? "B\(pick(1...2))" : nil, amount: Money(cents: pick(0...9))), by: "a",
                at: moment)
        }

        private mutating func letter(to client: Client.Number) throws {
            let open = try file.requests(of: client).filter { $0.answeredOn == nil }.compactMap(\.number)
            try file.book(
                SentLetter(
                    client: client, document: "documentation", language: .french, sentOn: day(),
                    text: " <p>\n &amp;\n</p>\n", answers: open))
        }

        private mutating func run(for client: Client.Number) throws {
            let date = day()
            let folder = "Output/night/\(date.iso)" + (pick(0...1) == 0 ? "-2" : "")
            let booking = try file.beginRun(mailing: "night", date: date, folder: folder, startedAt: moment)
            try booking.put(
                SentLetter(
                    client: file.currentNumber(of: client), document: "documentation", language: .english,
                    pieceCode: "C\(pick(1...3))"))
            try booking.finish(counts: "{}", timings: "{}") {}
        }
    }

    private func records(in file: ClientFile) throws -> [ClientRecord] {
        let stream = try file.records()
        var records: [ClientRecord] = []
        while let record = try stream.next() { records.append(record) }
        return records
    }

    private func put(_ records: [ClientRecord], into file: ClientFile) throws -> ImportCounts {
        try file.importRows(on: today) { session throws(Problem) in
            for record in records {
                if case .refused(let words) = try session.put(record) { Issue.record("\(words)") }
            }
        }
    }

    /// The first record that is not the same, both ways; empty where all are.
    private func difference(_ some: [ClientRecord], _ others: [ClientRecord]) -> String {
        for (one, other) in zip(some, others) where one != other { return "\(one)\n\(other)" }
        return some.count == others.count ? "" : "\(some.count) and \(others.count)"
    }

    @Test(arguments: 1...40)
    func `A file brought into an empty one holds the same records, and a second time changes nothing`(
        seed: Int
    ) throws {
        let (office, other) = (Office(), Office())
        let file = try Weeks(office, seed: seed).file
        let records = try records(in: file)
        let copy = try other.file()
        let counts = try put(records, into: copy)
        #expect(counts.newClients == records.filter { $0.erasedOn == nil }.count)
        let difference1 = difference(try self.records(in: copy), records)
        #expect(difference1 == "")
        let again = try put(records, into: copy)
        #expect(again.newClients + again.updatedClients + again.newRequests + again.newStays + again.updatedStays == 0)
        let difference2 = difference(try self.records(in: copy), records)
        #expect(difference2 == "")
        #expect(try copy.check().map(\.english) == [])
    }

    @Test(arguments: 1...20)
    func `A file brought back into itself is as it was`(seed: Int) throws {
        let office = Office()
        let file = try Weeks(office, seed: seed).file
        let records = try records(in: file)
        let counts = try put(records, into: file)
        #expect(counts.newClients + counts.updatedClients + counts.newRequests + counts.newStays == 0)
        let difference3 = difference(try self.records(in: file), records)
        #expect(difference3 == "")
    }

    @Test func `A merged-away number and its reference lead to the client in the new file too`() throws {
        let (office, other) = (Office(), Office())
        let file = try office.file()
        try file.file(person("Durand", reference: "A"), person("Durand", reference: "B"), person("Petit"))
        try file.merge([MergeOrder([1, 2])], by: "a", at: 0)
        let copy = try other.file()
        _ = try put(try records(in: file), into: copy)
        #expect(try copy.currentNumber(of: 2) == 1)
        #expect(try copy.client(reference: "B").client.number == 1)
        // The nightly list updates the record instead of making a third.
        try copy.file(person("Durand", reference: "B") { $0.phone = "02 61 91 00 00" })
        #expect(try copy.all().map(\.phone) == ["02 61 91 00 00", nil])
        // Two families may become one: the old number follows.
        try copy.merge([MergeOrder([3, 1])], by: "a", at: 0)
        #expect(try copy.currentNumber(of: 2) == 1)
        #expect(try copy.currentNumber(of: 3) == 1)
        #expect(try copy.check().map(\.english) == [])
    }

    @Test func `Invoice numbers go on behind those of erased clients, and no number is given twice`() throws {
        let (office, other) = (Office(), Office())
        let file = try office.file()
        try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
        try file.file(person("Durand"), person("Petit"))
        for client in [1, 2] as [Client.Number] {
            try file.sell("JETON", to: client, by: "a", at: 0)
            _ = try file.issueInvoice(of: client, on: today, addressee: "A", by: "a", at: 0)
        }
        try file.erase(2, by: "a", at: 0)
        let copy = try other.file()
        _ = try put(try records(in: file), into: copy)
        try copy.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 500), vatRate: 2000)])
        try copy.sell("JETON", to: 1, by: "a", at: 0)
        #expect(try copy.issueInvoice(of: 1, on: today, addressee: "A", by: "a", at: 0).serial == 3)
        #expect(try copy.add(person("Roux"), by: "a", at: 0).number == 3)
        // The same list again: the open item that was issued since is not put on a new invoice.
        _ = try put(try records(in: file), into: copy)
        #expect(try copy.invoices(of: 1).map(\.serial) == [3, 1])
    }

    @Test func `What stood on an open invoice is not billed again after it was issued`() throws {
        let (office, other) = (Office(), Office())
        let file = try office.file()
        try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
        try file.file(person("Durand"))
        try file.sell("JETON", to: 1, by: "a", at: 0)
        let records = try records(in: file)
        let copy = try other.file()
        _ = try put(records, into: copy)
        _ = try copy.issueInvoice(of: 1, on: today, addressee: "A", by: "a", at: 0)
        _ = try put(records, into: copy)
        #expect(try copy.invoices(of: 1).map(\.serial) == [1])
    }

    @Test func `An invoice of another file with a number that is taken is refused with its client, the others come`()
        throws
    {
        let office = Office()
        let file = try office.file()
        try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
        try file.file(person("Durand"))
        try file.sell("JETON", to: 1, by: "a", at: 0)
        let mine = try file.issueInvoice(of: 1, on: today, addressee: "A", by: "a", at: 0)
        var stranger = ClientRecord(client: person("Roux"))
        stranger.client.number = 9
        stranger.invoices = [ClientRecord.Invoice(serial: 1, issuedOn: today, addressee: "B", items: [])]
        var outcomes: [ImportOutcome] = []
        _ = try file.importRows(on: today) { session throws(Problem) in
            outcomes.append(try session.put(stranger))
            outcomes.append(try session.put(ClientRecord(client: person("Petit"))))
        }
        let words = Wording(
            en: "the file has another invoice 1, and an issued invoice is never altered",
            fr: "le fichier a une autre facture 1, et une facture émise n'est jamais modifiée")
        #expect(outcomes == [.refused(words), .filed(2)])
        #expect(try file.invoices(of: 1) == [mine])
    }

    @Test func `A request that was answered elsewhere is answered here too, and stays so`() throws {
        let office = Office()
        let file = try office.file()
        var record = ClientRecord(client: person("Durand", reference: "A"))
        record.requests = [Request(client: 0, kind: .documentation, receivedOn: today)]
        _ = try put([record], into: file)
        var answered = record
        answered.requests[0].answeredOn = today
        #expect(try put([answered], into: file).newRequests == 0)
        #expect(try put([record], into: file).newRequests == 0)
        #expect(try file.requests(of: 1).map(\.answeredOn) == [today])
    }
}
