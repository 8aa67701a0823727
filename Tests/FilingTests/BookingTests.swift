import Correspondence
import Filing
import Testing

struct BookingTests {
    let office = Office()

    private func fileWithRequests(_ count: Int) throws -> ClientFile {
        let file = try office.file()
        _ = try file.importRows(on: today) { session throws(Problem) in
            for number in 1...count {
                try session.put(
                    ImportedRow(
                        client: person("Durand", reference: "\(number)") {
                            $0.address.country = number % 2 == 0 ? "NL" : nil
                        },
                        request: Request(client: 0, kind: .documentation, receivedOn: today), line: number))
            }
        }
        return file
    }

    private func letter(_ pending: PendingRequest) -> SentLetter {
        SentLetter(
            client: pending.filed.client.number ?? 0, document: "documentation", language: .french,
            pieceCode: "A\(pending.request.number ?? 0)", answers: [pending.request.number].compactMap(\.self))
    }

    @Test func `a booked run answers its requests, so that a second run finds nothing`() throws {
        let file = try fileWithRequests(2500)
        let booking = try file.beginRun(mailing: "documentation", date: today, folder: "Output/x", startedAt: 1)
        try file.pendingRequests(kind: .documentation).forEach { pending throws(Problem) in
            try booking.put(letter(pending))
        }
        var published = 0
        try booking.finish(counts: #"{"made": 2500}"#, timings: "{}") { published += 1 }
        #expect(published == 1)
        #expect(try file.pendingRequests(kind: .documentation).next() == nil)
        #expect(try file.requests(of: 5).map(\.answeredOn) == [today])
        #expect(
            try file.runs() == [
                RunRecord(
                    number: 1, mailing: "documentation", date: today, folder: "Output/x", startedAt: 1, state: .booked,
                    counts: #"{"made": 2500}"#, timings: "{}")
            ])
    }

    @Test func `the desk lists every pending request, and a run is found by its number`() throws {
        let file = try fileWithRequests(2)
        try file.add(Request(client: 1, kind: .reservation, document: "confirmation"), by: "anna", at: 1)
        #expect(try file.pendingRequests().all().map(\.request.kind) == [.documentation, .reservation, .documentation])
        #expect(try file.pendingRequests(kind: .reservation).all().isEmpty)
        #expect(try file.pendingRequests(kind: .reservation, document: "confirmation").all().count == 1)
        try file.beginRun(mailing: "m", date: today, folder: "x", startedAt: 1).finish(counts: "{}", timings: "{}") {}
        #expect(try file.run(1).mailing == "m")
        #expect(
            office.words(.french) { _ = try file.run(2) } == """
                clients.sqlite\u{A0}: il n'y a pas d'exécution 2 dans le journal.
                  -> Cherchez les exécutions avec\u{A0}: publipost mailing list
                """)
    }

    @Test func `the stream is sorted as asked, the house's country first`() throws {
        let file = try fileWithRequests(6)
        let order = { (order: [MailingOrder]) in
            try file.pendingRequests(kind: .documentation, order: order).all().compactMap(\.filed.client.number)
        }
        #expect(try order([]) == [1, 2, 3, 4, 5, 6])
        #expect(try order([.country, .department, .postcode, .street]) == [1, 3, 5, 2, 4, 6])
    }

    @Test func `a folder that cannot be published leaves nothing booked`() throws {
        let file = try fileWithRequests(3)
        let booking = try file.beginRun(mailing: "documentation", date: today, folder: "Output/x", startedAt: 1)
        for pending in try file.pendingRequests(kind: .documentation).all() { try booking.put(letter(pending)) }
        let full = Problem(nil, Wording(en: "the disk is full.", fr: "le disque est plein."))
        #expect(throws: full) { try booking.finish(counts: "{}", timings: "{}") { () throws(Problem) in throw full } }
        #expect(try file.pendingRequests(kind: .documentation).all().count == 3)
        #expect(try file.runs().isEmpty)
        #expect(try sqliteText(office.path, "SELECT count(*) FROM letter") == "0")
    }

    @Test(arguments: [true, false])
    func `a crash around the renaming is mended by the folder that is or is not there`(exists: Bool) throws {
        let file = try fileWithRequests(3)
        let booking = try file.beginRun(mailing: "documentation", date: today, folder: "Output/x", startedAt: 1)
        for pending in try file.pendingRequests(kind: .documentation).all() { try booking.put(letter(pending)) }
        // What a killed program leaves: its letters written ahead, and nobody at work any more.
        try booking.writeAhead()
        try sqlite(office.path, "UPDATE run SET process = '1/1'")
        let settled = try file.settleRuns { run in
            #expect(run.folder == "Output/x")
            return exists
        }
        #expect(settled.map(\.state) == [exists ? .booked : .publishing])
        #expect(try file.pendingRequests(kind: .documentation).all().count == (exists ? 0 : 3))
        #expect(try file.runs().count == (exists ? 1 : 0))
        #expect(try file.settleRuns { _ in true }.isEmpty)
    }

    @Test func `a run that is still at work is left alone`() throws {
        let file = try fileWithRequests(1)
        let booking = try file.beginRun(mailing: "documentation", date: today, folder: "Output/x", startedAt: 1)
        #expect(try file.settleRuns { _ in false }.isEmpty)
        try booking.finish(counts: "{}", timings: "{}") {}
        #expect(try file.runs().count == 1)
    }
}
