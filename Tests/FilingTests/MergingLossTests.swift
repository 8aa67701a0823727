import Correspondence
import Filing
import Testing

/// What a merge and its undo must never lose or mix up, whatever the desk does in between.
struct MergingLossTests {
    let office = Office()
    /// Noon on 18 November 2026.
    let now: Int64 = 1_795_003_200

    private func three() throws -> ClientFile {
        let file = try office.file()
        try file.file(
            person("Durand", "Jean", reference: "A") {
                $0.address = PostalAddress(street: "1 rue Haute", postcode: "29200", town: "Brest")
            },
            person("Durand", "Jean", reference: "B") {
                $0.email = "jean@example.org"
                $0.address = PostalAddress(street: "2 rue Basse", postcode: "35400", town: "Saint-Malo")
            }, person("Durand", "Jean", reference: "C") { $0.phone = "+33261914003" })
        return file
    }

    private func address(_ number: Client.Number, in file: ClientFile) throws -> String {
        let address = try file.client(number).client.address
        return [address.street, address.postcode, address.town].compactMap(\.self).joined(separator: ", ")
    }

    @Test func `an objection of the survivor or of the other is the family's, and goes back to its own record`() throws
    {
        for objector: Client.Number in [1, 2] {
            for survivor: Client.Number in [1, 2] {
                let office = Office()
                let file = try office.file()
                try file.file(person("Durand", reference: "A"), person("Durand", reference: "B"))
                try file.object(objector, by: "anna", at: now)
                try file.merge([MergeOrder([1, 2], into: survivor)], by: "anna", at: now)
                #expect(try file.client(1).hasObjected)
                try file.undo(1, by: "anna", at: now)
                #expect(try file.client(objector).hasObjected)
                #expect(try !file.client(3 - objector).hasObjected)
            }
        }
    }

    @Test func `an objection of one merged record survives the erasing of all, whoever comes back`() throws {
        let file = try three()
        try file.object(1, by: "anna", at: now)
        try file.merge([MergeOrder([1, 2, 3])], by: "anna", at: now)
        try file.erase(1, by: "anna", at: now)
        try file.file(
            person("Durand", "Jean", reference: "B2") { $0.email = "jean@example.org" },
            person("Durand", "Jean", reference: "C2") { $0.phone = "02 61 91 40 03" })
        #expect(try file.client(4).hasObjected && file.client(5).hasObjected)
    }

    @Test func `who objected as shown is known again as shown, though no record said all of it`() throws {
        let file = try office.file()
        try file.file(
            person("Durand", "Jean", reference: "A"),
            person("Durant", reference: "B") { $0.email = "jean@example.org" })
        try file.merge([MergeOrder([1, 2], choices: [.familyName: 1, .givenName: 1])], by: "anna", at: now)
        try file.object(1, by: "anna", at: now)
        try file.erase(1, by: "anna", at: now)
        try file.file(person("Durand", "Jean", reference: "A2") { $0.email = "jean@example.org" })
        #expect(try file.client(3).hasObjected)
    }

    @Test func `mail that comes back after an address was typed under the old number marks the client`() throws {
        let file = try three()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.change(2, by: "anna", at: now) { $0.address.street = "3 rue Neuve" }
        try file.bookReturned(letter: nil, of: 1, reason: "unknown", by: "anna", at: now)
        #expect(try file.client(1).mailReturnedOn == day("2026-11-18"))
    }

    @Test func `mail that came back to one who is merged later marks the client, typed address or not`() throws {
        let file = try three()
        try file.bookReturned(letter: nil, of: 3, reason: "unknown", by: "anna", at: now)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.change(1, by: "anna", at: now) { $0.address.street = "3 rue Neuve" }
        try file.merge([MergeOrder([1, 3])], by: "anna", at: now)
        #expect(try file.client(1).mailReturnedOn == day("2026-11-18"))
    }

    @Test func `a typed address settles returned mail, and an undo that gives it away brings the flag back`() throws {
        let file = try three()
        for number: Client.Number in [1, 2] {
            try file.bookReturned(letter: nil, of: number, reason: "unknown", by: "anna", at: now)
        }
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        #expect(try address(1, in: file) == "2 rue Basse, 35400, Saint-Malo")
        try file.change(1, by: "anna", at: now) { $0.address.street = "3 rue Neuve" }
        #expect(try file.client(1).mailReturnedOn == nil)
        #expect(
            try file.undoConflicts(of: 1) == [
                UndoConflict(field: .street, before: "2 rue Basse", after: "3 rue Neuve", source: 2, edited: 1)
            ])
        try file.undo(1, giving: [.street], by: "anna", at: now)
        #expect(try address(1, in: file) == "1 rue Haute, 29200, Brest")
        #expect(try address(2, in: file) == "3 rue Neuve, 35400, Saint-Malo")
        #expect(try file.client(1).mailReturnedOn == day("2026-11-18") && file.client(2).mailReturnedOn == nil)
    }

    @Test func `without being given away, a typed address stays whole where it was typed`() throws {
        let file = try three()
        try file.bookReturned(letter: nil, of: 2, reason: "unknown", by: "anna", at: now)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.change(1, by: "anna", at: now) { $0.address.street = "3 rue Neuve" }
        try file.undo(1, by: "anna", at: now)
        #expect(try address(1, in: file) == "3 rue Neuve, 35400, Saint-Malo")
        #expect(try address(2, in: file) == "2 rue Basse, 35400, Saint-Malo")
        #expect(try file.client(1).mailReturnedOn == nil && file.client(2).mailReturnedOn == day("2026-11-18"))
    }

    @Test
    func `what was edited under both numbers since is each record's own word, and the latest value is asked about`()
        throws
    {
        let file = try three()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.change(1, by: "anna", at: now) { $0.email = "one@example.org" }
        try file.change(1, by: "anna", at: now) { $0.email = "two@example.org" }
        #expect(
            try file.undoConflicts(of: 1) == [
                UndoConflict(
                    field: .email, before: "jean@example.org", after: "two@example.org", source: 2, edited: 1)
            ])
        try file.change(2, by: "anna", at: now) { $0.email = "three@example.org" }
        #expect(try file.undoConflicts(of: 1).map(\.edited) == [2])
        try file.undo(1, by: "anna", at: now)
        #expect(try file.client(1).client.email == "two@example.org")
        #expect(try file.client(2).client.email == "three@example.org")
    }

    @Test func `what a person chose of a client holds when that client is merged into another`() throws {
        let file = try office.file()
        try file.file(
            person("Durand", reference: "A") { $0.company = "Alpha" },
            person("Durand", reference: "B") { $0.phone = "+33261914002" },
            person("Durand", reference: "C") {
                $0.phone = "+33261914003"
                $0.title = "M."
                $0.givenName = "Jean"
            })
        try file.merge([MergeOrder([2, 3], choices: [.phone: 2])], by: "anna", at: now)
        #expect(try file.client(2).client.phone == "+33261914002")
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        #expect(try file.client(1).client.phone == "+33261914002")
        // Chosen is what the client shows, though it comes from a record merged into it before.
        try file.undo(2, by: "anna", at: now)
        try file.forgetApart(1, 2)
        #expect(try file.client(2).client.givenName == "Jean")
        try file.merge([MergeOrder([1, 2], choices: [.givenName: 2])], by: "anna", at: now)
        #expect(try file.client(1).client.givenName == "Jean")
    }

    @Test func `a value of a client who is not merged, and a reference, cannot be chosen`() throws {
        let file = try three()
        #expect(
            office.words { try file.merge([MergeOrder([1, 2], choices: [.phone: 3])], by: "anna", at: now) } == """
                clients.sqlite, client 3: this client is none of those to be merged.
                  -> Name it among them, or let another survive.
                """)
        #expect(
            office.words { try file.merge([MergeOrder([1, 2], choices: [.reference: 2])], by: "anna", at: now) } == """
                clients.sqlite: the reference is the survivor's own, so it cannot be taken from another client.
                  -> Let the client whose reference is to be seen survive: --into CLIENT
                """)
        #expect(try file.clientCount() == 3)
    }

    @Test func `an undo keeps every record that leaves apart from all that stay, and that can be taken back at once`()
        throws
    {
        let file = try three()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.merge([MergeOrder([1, 3], into: 3)], by: "anna", at: now)
        try file.undo(2, by: "anna", at: now)
        #expect(try file.apartDecisions().map { [$0.one, $0.other] } == [[1, 3], [2, 3]])
        try file.undo(1, by: "anna", at: now)
        // The next night joins none of them, though 2 and 3 were never merged directly.
        for pair: [Client.Number] in [[1, 2], [1, 3], [2, 3]] {
            #expect(try file.merge([MergeOrder(pair)], by: "night", at: now, automatic: true).isEmpty)
        }
        try file.forgetApart(1, 2)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        #expect(try file.forgetApart(3, 1) == 2)
        #expect(try file.apartDecisions().isEmpty)
        #expect(try file.forgetApart(3, 1) == 0)
    }

    @Test func `a client is not kept apart from itself`() throws {
        let file = try three()
        #expect(
            office.words { try file.keepApart([1, 1], by: "anna", at: now) } == """
                clients.sqlite, client 1: all that you named is this one client, so nothing was decided.
                  -> Name another client beside it.
                """)
    }

    @Test func `what was erased for privacy does not come back`() throws {
        let file = try three()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.merge([MergeOrder([1, 3])], by: "anna", at: now)
        #expect(try file.erase(3, by: "anna", at: now) == [1, 2, 3])
        for (merge, client) in [(1, 1), (2, 1)] {
            #expect(
                office.words { try file.undo(Int64(merge), by: "anna", at: now) } == """
                    clients.sqlite, client \(client): the record was erased after merge \(merge), so the merge cannot be undone.
                    """)
        }
        #expect(try file.check() == [])
    }

    @Test func `each sale goes back to the number it was made under, an issued invoice stays`() throws {
        let file = try three()
        try file.put([Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)])
        func items(_ number: Client.Number) throws -> [Int] { try file.invoices(of: number).map(\.items.count) }
        try file.sell("JETON", to: 2, by: "anna", at: now)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.sell("JETON", to: 1, by: "anna", at: now)
        try file.sell("JETON", to: 2, by: "anna", at: now)
        // One open invoice at the desk…
        #expect(try items(1) == [3])
        try file.undo(1, by: "anna", at: now)
        // … and each its own again.
        #expect(try items(1) == [1] && items(2) == [2])
        try file.forgetApart(1, 2)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: now)
        try file.sell("JETON", to: 2, by: "anna", at: now)
        #expect(try items(1) == [1, 3])
        _ = try file.issueInvoice(of: 1, on: today, addressee: "Durand", by: "anna", at: now)
        _ = try file.issueInvoice(of: 2, on: today, addressee: "Durand", by: "anna", at: now)
        try file.undo(2, by: "anna", at: now)
        #expect(try items(1) == [1] && items(2) == [3])
    }

    @Test func `what is edited while a look is under way is still to be looked at`() throws {
        let file = try three()
        let marks = try file.linkMarks()
        try file.change(2, by: "anna", at: now) { $0.phone = "+33261914009" }
        try file.file(person("Petit", reference: "D"))
        try file.keepModel([1], madeOn: today, upTo: marks)
        #expect(try file.clientsToLink().all().map(\.client.number) == [2, 4])
        try file.markLinked(upTo: file.linkMarks())
        #expect(try file.clientsToLink().all().isEmpty)
    }

    @Test
    func `a row that is imported again for a record merged away changes that record and the survivor, and comes back`()
        throws
    {
        let file = try three()
        try file.merge([MergeOrder([1, 2, 3])], by: "anna", at: now)
        let counts = try file.file(person("Durand", "Jean", reference: "C") { $0.mobile = "+33639981234" })
        #expect(counts.newClients == 0 && counts.updatedClients == 1)
        #expect(try file.client(1).client.mobile == "+33639981234" && file.clientCount() == 1)
        try file.undo(1, by: "anna", at: now)
        #expect(try file.client(3).client.mobile == "+33639981234" && file.client(1).client.mobile == nil)
        #expect(try file.apartDecisions().map { [$0.one, $0.other] } == [[1, 2], [1, 3], [2, 3]])
    }
}
