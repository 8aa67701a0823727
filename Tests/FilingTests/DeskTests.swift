import Correspondence
import Filing
import Foundation
import Testing

struct DeskTests {
    let office = Office()
    /// Noon on 18 November 2026.
    let now: Int64 = 1_795_003_200

    @Test func `a client added at the desk is found, and the history says who did it`() throws {
        let file = try office.file()
        let added = try file.add(person("Durand", "Léa"), by: "anna", at: now)
        #expect(added.number == 1 && added.createdOn == day("2026-11-18"))
        #expect(try file.find("duran").map(\.filed.client) == [added])
        #expect(
            try file.history(of: 1) == [
                EditRecord(client: 1, madeAt: now, who: "anna", what: "added", before: nil, after: nil)
            ])
    }

    @Test func `a nameless client is refused, and a reference that another has`() throws {
        let file = try office.file()
        _ = try file.add(person("Durand", reference: "7"), by: "anna", at: now)
        #expect(
            office.words { _ = try file.add(person(nil), by: "anna", at: now) } == """
                clients.sqlite: a client needs a name or a company, so nothing was written.
                  -> Say one of family_name, given_name and company.
                """)
        #expect(
            office.words(.french) { _ = try file.add(person("Petit", reference: "7"), by: "anna", at: now) } == """
                clients.sqlite, client 1\u{A0}: ce client a déjà cette référence.
                  -> Prenez une autre référence, ou voyez la fiche\u{A0}: publipost client show 1
                """)
        #expect(
            office.words { try file.change(1, by: "anna", at: now) { $0.familyName = "" } } == """
                clients.sqlite, client 1: the client would be left without a family name and a company, so nothing was written.
                  -> Say the other in the same command: publipost client edit 1 family_name= company=…
                """)
        #expect(
            office.words(.french) {
                try file.change(1, by: "anna", at: now) { ($0.familyName, $0.givenName) = (nil, "A") }
            }
                == """
                clients.sqlite, client 1\u{A0}: le client resterait sans nom ni société\u{A0}; rien n'a été écrit.
                  -> Indiquez l'autre dans la même commande\u{A0}: publipost client edit 1 family_name= company=…
                """)
        #expect(try file.history(of: 1).map(\.what) == ["added"])
    }

    @Test func `an edit changes what it says, clears the doubt, and stays after the same import`() throws {
        let row = person("Durand", reference: "7") {
            $0.address.postcode = "1400"
            $0.doubts = [.init(field: .postcode, written: "1400")]
        }
        let file = try office.file()
        try file.file(row)
        let changes = try file.change(1, by: "anna", at: now) {
            $0.address.postcode = "01400"
            $0.familyName = "Durant"
        }
        #expect(
            changes == [
                FieldChange(field: .familyName, before: "Durand", after: "Durant"),
                FieldChange(field: .postcode, before: "1400", after: "01400"),
            ])
        try file.file(row)
        let client = try file.client(1).client
        #expect(client.familyName == "Durant" && client.address.postcode == "01400" && client.doubts.isEmpty)
        #expect(try file.find("durand").isEmpty && file.find("durant").count == 1)
        #expect(try file.change(1, by: "anna", at: now) { _ in }.isEmpty)
    }

    @Test func `the tabs are added to, changed and removed by their line, bank details are masked in the history`()
        throws
    {
        let file = try office.file()
        try file.file(person("Durand"))
        #expect(try file.add(Vehicle(plate: "AB-123-CD", kind: "caravan"), to: 1, by: "anna", at: now) == 1)
        #expect(try file.add(Vehicle(plate: "EF-456-GH"), to: 1, by: "anna", at: now) == 2)
        #expect(try file.add(Vehicle(plate: "EF-456-GH"), to: 1, by: "anna", at: now) == 2)
        try file.change(2, of: 1, by: "anna", at: now) { (vehicle: inout Vehicle) in vehicle.plate = "EF-456-GJ" }
        try file.remove(Vehicle.self, 1, of: 1, by: "anna", at: now)
        #expect(try file.lines(of: 1, as: Vehicle.self) == [Vehicle(plate: "EF-456-GJ")])
        #expect(try file.find("AB 123").isEmpty && file.find("EF456GJ").count == 1 && file.find("EF456GH").isEmpty)
        try file.add(BankAccount(iban: "FR1420041010050500013M02606"), to: 1, by: "anna", at: now)
        try file.add(Animal(name: "Rex", species: "dog", vaccinatedOn: day("2026-01-02")), to: 1, by: "anna", at: now)
        try file.add(IdentityPaper(kind: "passport", country: "NL"), to: 1, by: "anna", at: now)
        #expect(try file.lines(of: 1, as: Animal.self).first?.vaccinatedOn == day("2026-01-02"))
        #expect(try file.history(of: 1).map { $0.after ?? "" }.contains("FR•• … 2606"))
        #expect(try file.add(BankAccount(iban: "20041 01005 0500013M026 06"), to: 1, by: "anna", at: now) == 1)
        #expect(
            office.words(.french) { try file.add(BankAccount(iban: "FR00 1234"), to: 1, by: "anna", at: now) } == """
                clients.sqlite, client 1\u{A0}: la clé de ce numéro de compte est fausse\u{A0}; il n'a pas été enregistré.
                  -> Relisez-le sur le papier\u{A0}: IBAN, ou les 23 chiffres d'un R.I.B.
                """)
        #expect(
            office.words { try file.remove(Vehicle.self, 5, of: 1, by: "anna", at: now) } == """
                clients.sqlite, client 1: the tab has no line 5.
                  -> Look the line's number up with: publipost client show 1
                """)
    }

    @Test func `statistics are computed from the stays that count, invoices and letters`() throws {
        let file = try office.file()
        try file.file(person("Durand"))
        for (arrival, state) in [("2025-07-01", Stay.State.left), ("2026-07-01", .booked), ("2026-08-01", .cancelled)] {
            try file.add(
                Stay(
                    client: 1, arrival: day(arrival), departure: day(arrival).adding(days: 7), state: state,
                    amount: Money(cents: 10_000)), by: "anna", at: now)
        }
        try file.put([Product(code: "JETON", name: "Jeton de laverie", price: Money(cents: 450), vatRate: 2000)])
        try file.sell("JETON", to: 1, quantity: 2000, by: "anna", at: now)
        _ = try file.issueInvoice(of: 1, on: day("2026-11-18"), addressee: "M. Durand", by: "anna", at: now)
        try file.book(SentLetter(client: 1, document: "documentation", language: .french, sentOn: today))
        #expect(
            try file.statistics(of: 1)
                == ClientStatistics(
                    firstStay: day("2025-07-01"), lastStay: day("2026-07-01"), stays: 2, nights: 14,
                    turnover: Money(cents: 20_900), lettersSent: 1))
    }

    @Test func `invoices are numbered without gaps and are never altered`() throws {
        let file = try office.file()
        try file.file(person("Durand"), person("Petit"))
        try file.put([
            Product(code: "JETON", name: "Jeton de laverie", price: Money(cents: 450), vatRate: 2000),
            Product(code: "VELO", name: "Location de vélo", price: Money(cents: 1200), vatRate: 1000),
        ])
        for client in [Int64(1), 2, 1] {
            try file.sell("JETON", to: client, quantity: 3000, by: "anna", at: now)
            try file.sell("VELO", to: client, by: "anna", at: now)
            _ = try file.issueInvoice(
                of: client, on: today, addressee: "M. Durand\n35400 Saint-Malo", by: "anna", at: now)
        }
        #expect(try file.invoices(of: 1).map(\.serial) == [3, 1])
        #expect(try file.invoices(of: 2).map(\.serial) == [2])
        let invoice = try #require(file.invoices(of: 2).first)
        #expect(invoice.total == Money(cents: 2550))
        #expect(
            invoice.vat.map { [$0.rate, Int($0.gross.cents), Int($0.vat.cents)] } == [
                [1000, 1200, 109], [2000, 1350, 225],
            ])
        for attempt in [
            "UPDATE invoice SET addressee = 'x' WHERE serial = 2", "DELETE FROM invoice WHERE serial = 2",
            "UPDATE invoice_item SET price = 1", "DELETE FROM invoice_item",
            "INSERT INTO invoice_item VALUES (99, 1, NULL, 'x', 1, 1, 0)",
        ] {
            #expect(throws: (any Error).self) { try sqlite(office.path, attempt) }
        }
        #expect(
            office.words { _ = try file.issueInvoice(of: 1, on: today, addressee: "", by: "anna", at: now) } == """
                clients.sqlite, client 1: there is no open invoice, so none was issued.
                  -> Sell something first: publipost sale add 1 PRODUCT
                """)
        #expect(
            office.words { try file.sell("GLACE", to: 1, by: "anna", at: now) } == """
                clients.sqlite: there is no product "GLACE".
                  -> Look the codes up with: publipost product list
                """)
    }

    @Test func `a single letter is booked with its text, and answers the request`() throws {
        let file = try office.file()
        try file.file(person("Durand"))
        let request = try file.add(Request(client: 1, kind: .documentation, receivedOn: today), by: "anna", at: now)
        let number = try file.book(
            SentLetter(
                client: 1, document: "documentation", language: .dutch, sentOn: today, pieceCode: "K7",
                text: "Geachte heer", answers: [request.number ?? 0]))
        #expect(try file.pendingRequests(kind: .documentation).next() == nil)
        #expect(try file.letter(number).text == "Geachte heer")
        #expect(try file.letters(pieceCode: "K7").map(\.client) == [1])
        #expect(try file.letters(to: 1).map(\.answers) == [[1]])
    }

    @Test func `an objection survives erasing, and marks the person when an import brings them back`() throws {
        let file = try office.file()
        let row = person("Lefèvre", "Zoé", reference: "9") { $0.email = "zoe@example.org" }
        try file.file(row, person("Autre", reference: "10"))
        try file.object(1, by: "anna", at: now)
        #expect(try file.client(1).hasObjected && !file.client(2).hasObjected)
        try file.erase(1, by: "anna", at: now)
        #expect(
            office.words { _ = try file.client(1) } == """
                clients.sqlite, client 1: the record was erased.
                  -> Add the person anew where there is a reason to: publipost client add
                """)
        #expect(try sqliteText(office.path, "SELECT group_concat(quote(family_name)) FROM client") == "NULL,'Autre'")
        try file.file(row)
        #expect(try file.client(3).hasObjected)
        let again = try file.add(
            person("LEFEVRE", "Zoe") { $0.email = "ZOE@example.org" }, by: "anna", at: now)
        #expect(try file.client(again.number ?? 0).hasObjected)
    }

    @Test func `nothing of an erased person is left in the file but the invoice that the law wants`() throws {
        let file = try office.file()
        try file.file(
            person("Quatrefages", "Isidore", reference: "9") {
                $0.email = "isidore@example.org"
                $0.address.town = "Valleraugue"
            },
            person("Quatrefages", "Ida", reference: "10"))
        try file.add(Companion(givenName: "Théodule"), to: 1, by: "anna", at: now)
        try file.change(1, by: "anna", at: now) { $0.givenName = "Isidorus" }
        try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
        try file.sell("JETON", to: 1, by: "anna", at: now)
        _ = try file.issueInvoice(of: 1, on: today, addressee: "I. Bouteiller", by: "anna", at: now)
        try file.book(SentLetter(client: 1, document: "d", language: .french, sentOn: today, text: "Cher Isidore"))
        try file.erase(1, by: "anna", at: now)
        try file.close()
        let bytes = try String(decoding: Data(contentsOf: URL(fileURLWithPath: office.path)), as: UTF8.self)
            .lowercased()
        for word in ["isidor", "valleraugue", "théodule", "theodule"] { #expect(!bytes.contains(word), "\(word)") }
        #expect(bytes.contains("bouteiller") && bytes.contains("quatrefages"))
        let again = try office.file()
        #expect(try again.find("quatref").count == 1 && again.find("isid").isEmpty && again.find("valler").isEmpty)
        #expect(try again.check() == [])
    }

    @Test func `returned mail marks the address until it changes`() throws {
        let file = try office.file()
        try file.file(person("Durand") { $0.address.street = "1 rue Haute" }, person("Durant") { $0.phone = "1" })
        try file.bookReturned(letter: nil, of: 1, reason: "unknown at the address", by: "anna", at: now)
        #expect(try file.client(1).mailReturnedOn == day("2026-11-18"))
        // A merge keeps the flag, whoever survives, and the undo too.
        try file.merge([MergeOrder([1, 2], into: 2)], by: "anna", at: now)
        #expect(try file.client(2).mailReturnedOn == day("2026-11-18"))
        try file.undo(1, by: "anna", at: now)
        #expect(try file.client(1).mailReturnedOn != nil && file.client(2).mailReturnedOn == nil)
        try file.change(1, by: "anna", at: now) { $0.address.street = "2 rue Haute" }
        #expect(try file.client(1).mailReturnedOn == nil)
    }

    @Test func `an objection of one is the family's, and holds for all after an undo`() throws {
        let file = try office.file()
        try file.file(person("Durand") { $0.phone = "0299000001" }, person("Durant") { $0.phone = "0299000001" })
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.object(2, by: "anna", at: now)
        #expect(try file.client(1).hasObjected)
        try file.undo(1, by: "anna", at: now)
        #expect(try file.client(1).hasObjected && file.client(2).hasObjected)
    }

    @Test func `what has been kept too long is listed with its reason`() throws {
        let file = try office.file()
        _ = try file.importRows(on: day("2020-05-01")) { session throws(Problem) in
            let old = { (name: String) in person(name) { $0.createdOn = day("2020-05-01") } }
            try session.put(ImportedRow(client: old("Prospect"), line: 1))
            try session.put(
                ImportedRow(
                    client: old("Guest"),
                    stay: Stay(client: 0, arrival: day("2021-07-01"), departure: day("2021-07-08")), line: 2))
            try session.put(
                ImportedRow(
                    client: old("Asker"),
                    request: Request(client: 0, kind: .documentation, receivedOn: day("2026-01-01")),
                    line: 3))
        }
        try file.add(IdentityPaper(kind: "passport"), to: 3, by: "anna", at: now)
        try file.add(
            Stay(client: 3, arrival: day("2026-03-01"), departure: day("2026-03-08"), state: .left), by: "anna", at: now
        )
        #expect(
            try file.due(on: day("2026-11-18")).all() == [
                PrivacyDue(client: 1, reason: .prospect, since: day("2020-05-01")),
                PrivacyDue(client: 2, reason: .guest, since: day("2021-07-08")),
                PrivacyDue(client: 3, reason: .papers, since: day("2026-03-08")),
            ])
        #expect(try file.personalRecord(of: 3).papers == [IdentityPaper(kind: "passport")])
    }

    @Test
    func `time runs from what was: three years and six months to the day, no cancelled stay, an option as a contact`()
        throws
    {
        let file = try office.file()
        _ = try file.importRows(on: day("2021-02-28")) { session throws(Problem) in
            for name in ["Cancelled", "Option", "Booked", "Papers", "Contact"] {
                try session.put(ImportedRow(client: person(name) { $0.createdOn = day("2021-02-28") }, line: 1))
            }
        }
        func stay(_ client: Int64, _ arrival: String, _ departure: String, _ state: Stay.State) throws {
            try file.add(
                Stay(client: client, arrival: day(arrival), departure: day(departure), state: state), by: "anna",
                at: 0)
        }
        try stay(1, "2023-08-01", "2023-08-08", .cancelled)
        try stay(2, "2023-08-01", "2023-08-08", .option)
        try stay(3, "2023-08-01", "2023-08-31", .booked)
        try file.add(IdentityPaper(kind: "passport"), to: 4, by: "anna", at: 0)
        try stay(4, "2023-08-01", "2023-08-31", .left)
        try stay(4, "2027-08-01", "2027-08-31", .cancelled)
        func due(_ iso: String) throws -> [String] {
            try file.due(on: day(iso)).all().map { "\($0.client) \($0.reason.rawValue) \($0.since.iso)" }
        }
        #expect(try due("2024-02-27") == [])
        #expect(try due("2024-02-28") == ["1 prospect 2021-02-28", "5 prospect 2021-02-28"])
        // Six months after the 31st of August is no day of February's: the 1st of March.
        #expect(try due("2024-02-29").count == 2)
        #expect(
            try due("2024-03-01") == ["1 prospect 2021-02-28", "4 papers 2023-08-31", "5 prospect 2021-02-28"])
        #expect(try due("2026-08-07").contains { $0.hasPrefix("2 ") } == false)
        #expect(try due("2026-08-08").contains("2 prospect 2023-08-08"))
        #expect(try due("2026-08-30").contains { $0.hasPrefix("3 ") } == false)
        #expect(try due("2026-08-31").contains("3 guest 2023-08-31"))
    }

    @Test func `impossible stays and prices are refused in words`() throws {
        let file = try office.file()
        try file.file(person("Durand"))
        let odd = Stay(client: 1, arrival: today, departure: today.adding(days: 1), adults: -1)
        #expect(
            office.words { try file.add(odd, by: "anna", at: now) } == """
                clients.sqlite, client 1: the stay's amount or its number of people cannot be, so nothing was written.
                  -> Give adults and children from 0, and a smaller amount.
                """)
        #expect(
            office.words { try file.add(Stay(client: 1, arrival: today, departure: today), by: "anna", at: now) } == """
                clients.sqlite, client 1: the stay ends before it begins, so nothing was written.
                  -> Give a departure after the arrival.
                """)
        let item = InvoiceItem(description: "x", quantity: .max, price: Money(cents: .max), vatRate: 0)
        #expect(
            office.words { try file.add(item, to: 1, by: "anna", at: now) } == """
                clients.sqlite: a price goes up to 10,000,000 euros and a quantity up to 1,000,000, so nothing was written.
                  -> Give a smaller one.
                """)
        #expect(
            office.words { try file.put([Product(code: "X", name: "x", price: Money(cents: 1), vatRate: 20_000)]) }
                == """
                clients.sqlite: a VAT rate lies between 0 and 100 %, so nothing was written.
                  -> Give the rate in percent, such as 10.
                """)
        #expect(try file.products().isEmpty && file.invoices(of: 1).isEmpty && file.stays(of: 1).isEmpty)
    }

    @Test func `two desks and a run under way work at once on one file`() async throws {
        let file = try office.file(patience: 20)
        for number in 1...40 { try file.file(person("Durand", reference: "\(number)")) }
        let path = office.path
        let booking = try file.beginRun(mailing: "m", date: today, folder: "x", startedAt: 1)
        try await withThrowingTaskGroup(of: Void.self) { desks in
            for desk in 1...2 {
                desks.addTask {
                    let own = try ClientFile(at: path, creating: false, patience: 20)
                    for number in Int64(1)...40 {
                        try own.add(Companion(givenName: "c\(desk)"), to: number, by: "desk \(desk)", at: Int64(number))
                    }
                }
            }
            for number in Int64(1)...40 {
                try booking.put(SentLetter(client: number, document: "m", language: .french))
                if number % 10 == 0 { try booking.writeAhead() }
            }
            try await desks.waitForAll()
        }
        try booking.finish(counts: "{}", timings: "{}") {}
        for number in Int64(1)...40 {
            #expect(try file.lines(of: number, as: Companion.self).count == 2)
            #expect(try file.statistics(of: number).lettersSent == 1)
        }
    }

    @Test func `a merge with an erased record cannot be undone, and says why`() throws {
        let file = try office.file()
        try file.file(person("Durand"), person("Durant"))
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        #expect(try file.erase(2, by: "anna", at: now) == [1, 2])
        #expect(
            office.words { try file.undo(1, by: "anna", at: now) } == """
                clients.sqlite, client 1: the record was erased after merge 1, so the merge cannot be undone.
                """)
    }

    @Test func `an undo after a mailing leaves the letter with whom it was written to and the requests answered`()
        throws
    {
        let file = try office.file()
        try file.file(person("Durand"), person("Durant"))
        let request = try file.add(Request(client: 2, kind: .documentation), by: "anna", at: now)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        let booking = try file.beginRun(mailing: "documentation", date: today, folder: "x", startedAt: 1)
        try booking.put(
            SentLetter(client: 1, document: "documentation", language: .french, answers: [request.number ?? 0]))
        try booking.finish(counts: "{}", timings: "{}") {}
        try file.undo(1, by: "anna", at: now)
        #expect(try file.letters(to: 1).count == 1 && file.letters(to: 2).isEmpty)
        #expect(try file.requests(of: 2).map(\.answeredOn) == [today])
    }
}
