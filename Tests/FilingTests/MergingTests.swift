import Correspondence
import Filing
import Testing

struct MergingTests {
    let office = Office()

    private func pair() throws -> ClientFile {
        let file = try office.file()
        try file.file(
            person("Durand", "Jean", reference: "A") {
                $0.phone = "02 99 00 00 01"
                $0.address = PostalAddress(street: "1 rue Haute", postcode: "35400", town: "Saint-Malo")
                $0.types = ["tourist"]
                $0.createdOn = day("2020-01-01")
            },
            person("Durant", "J.", reference: "B") {
                $0.email = "jean@example.org"
                $0.phone = "02 99 00 00 02"
                $0.address = PostalAddress(street: "2 rue Basse")
                $0.types = ["group"]
                $0.createdOn = day("2022-01-01")
            })
        return file
    }

    @Test
    func `the survivor shows the last confirmed of each field, and a complete address before a later part of one`()
        throws
    {
        let file = try pair()
        let merge = try #require(file.merge([MergeOrder([2, 1], probability: 0.99)], by: "anna", at: 5).first)
        #expect(
            merge
                == MergeRecord(
                    number: 1, survivor: 1, merged: [2], madeAt: 5, who: "anna", isAutomatic: false, probability: 0.99,
                    undoneAt: nil))
        var expected = person("Durant", "J.", reference: "A") {
            $0.phone = "02 99 00 00 02"
            $0.email = "jean@example.org"
            $0.address = PostalAddress(street: "1 rue Haute", postcode: "35400", town: "Saint-Malo")
            $0.types = ["tourist", "group"]
            $0.createdOn = day("2020-01-01")
        }
        expected.number = 1
        #expect(try file.client(1).client == expected)
        #expect(try file.all() == [expected])
    }

    @Test func `the old number, the old reference and the old values lead to the survivor`() throws {
        let file = try pair()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 5)
        #expect(try file.client(2).client.number == 1)
        #expect(try file.client(reference: "B").client.number == 1)
        #expect(try file.currentNumber(of: 2) == 1)
        for typed in ["durand", "durant", "0299000001", "0299000002", "jean@ex"] {
            #expect(try file.find(typed).map(\.filed.client.number) == [1], "\(typed)")
        }
        #expect(try file.clientCount() == 1)
    }

    @Test func `a person's choice wins, of a field or of the address`() throws {
        let file = try pair()
        try file.merge(
            [MergeOrder([1, 2], into: 2, choices: [.phone: 1, .familyName: 1, .street: 2])], by: "anna", at: 5)
        let client = try file.client(1).client
        #expect(client.number == 2 && client.reference == "B")
        #expect(client.phone == "02 99 00 00 01" && client.familyName == "Durand")
        #expect(client.address == PostalAddress(street: "2 rue Basse"))
    }

    @Test func `tabs, requests and stays follow the survivor and go back with their record`() throws {
        let file = try pair()
        try file.add(Companion(givenName: "Léa"), to: 1, by: "anna", at: 1)
        try file.add(Companion(givenName: "Léa"), to: 2, by: "anna", at: 1)
        try file.add(Companion(givenName: "Tom"), to: 2, by: "anna", at: 1)
        try file.add(Stay(client: 2, arrival: today, departure: today.adding(days: 2)), by: "anna", at: 1)
        try file.add(Request(client: 2, kind: .documentation), by: "anna", at: 1)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 5)
        #expect(try file.lines(of: 1, as: Companion.self).map(\.givenName) == ["Léa", "Tom"])
        #expect(try file.stays(of: 2).count == 1)
        #expect(try file.statistics(of: 1).nights == 2)
        #expect(try file.pendingRequests(kind: .documentation).all().map(\.filed.client.number) == [1])
        // Added since, under the one number and under the other.
        try file.add(Companion(givenName: "Eva"), to: 1, by: "anna", at: 6)
        try file.add(Companion(givenName: "Max"), to: 2, by: "anna", at: 6)
        try file.undo(1, by: "anna", at: 7)
        #expect(try file.lines(of: 1, as: Companion.self).map(\.givenName) == ["Léa", "Eva"])
        #expect(try file.lines(of: 2, as: Companion.self).map(\.givenName) == ["Léa", "Tom", "Max"])
        #expect(try file.stays(of: 1).isEmpty && file.stays(of: 2).count == 1)
    }

    @Test func `an import of a merged record changes its own values, and the survivor shows what is newer`() throws {
        let file = try pair()
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 5)
        let counts = try file.file(person("Durant", "Jean-Marc", reference: "B"))
        #expect(counts.updatedClients == 1 && counts.newClients == 0)
        #expect(try file.client(1).client.givenName == "Jean-Marc")
        try file.undo(1, by: "anna", at: 7)
        #expect(try file.client(1).client.givenName == "Jean")
        #expect(try file.client(2).client.givenName == "Jean-Marc")
    }

    @Test func `an edit after the merge is shown, asked about at the undo, and given to whom it belongs`() throws {
        for giving: Set<ClientField> in [[], [.email]] {
            let office = Office()
            let file = try office.file()
            try file.file(
                person("Durand", "Jean", reference: "A"),
                person("Durand", "J.", reference: "B") { $0.email = "old@example.org" })
            try file.merge([MergeOrder([1, 2])], by: "anna", at: 5)
            try file.change(1, by: "anna", at: 1_795_000_000) { $0.email = "new@example.org" }
            #expect(try file.client(1).client.email == "new@example.org")
            #expect(
                try file.undoConflicts(of: 1) == [
                    UndoConflict(
                        field: .email, before: "old@example.org", after: "new@example.org", source: 2, edited: 1)
                ])
            try file.undo(1, giving: giving, by: "anna", at: 1_795_000_001)
            #expect(try file.client(1).client.email == (giving.isEmpty ? "new@example.org" : nil))
            #expect(try file.client(2).client.email == (giving.isEmpty ? "old@example.org" : "new@example.org"))
        }
    }

    @Test func `an undone merge is remembered, and the next night does not repeat it`() throws {
        let file = try pair()
        try file.merge([MergeOrder([1, 2])], by: "night", at: 5, automatic: true)
        try file.undo(1, by: "anna", at: 6)
        #expect(
            try file.apartDecisions() == [ApartDecision(one: 1, other: 2, decidedAt: 6, who: "anna")])
        #expect(try file.merge([MergeOrder([1, 2])], by: "night", at: 7, automatic: true).isEmpty)
        #expect(
            office.words { try file.merge([MergeOrder([1, 2])], by: "anna", at: 7) } == """
                clients.sqlite, client 1: somebody decided that this is not client 2, so nothing was merged.
                  -> Where that was wrong, take it back with: publipost duplicates apart --forget 1 2
                """)
        try file.file(person("Durand", reference: "A"), person("Durand", reference: "B"))
        #expect(try file.apartDecisions().count == 1)
        try file.forgetApart(2, 1)
        #expect(try file.merge([MergeOrder([1, 2])], by: "anna", at: 8).count == 1)
    }

    @Test func `what makes no sense is refused with its reason, and nothing is merged`() throws {
        let file = try pair()
        #expect(
            office.words { try file.merge([MergeOrder([1, 2]), MergeOrder([1, 9])], by: "anna", at: 5) } == """
                clients.sqlite: there is no client 9.
                  -> Look the number up with: publipost client find NAME
                """)
        #expect(try file.clientCount() == 2)
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 5)
        #expect(
            office.words { try file.merge([MergeOrder([1, 2])], by: "anna", at: 5) } == """
                clients.sqlite, client 1: these records are one client already, so nothing was merged.
                """)
        #expect(
            office.words { try file.keepApart([1, 2], by: "anna", at: 5) } == """
                clients.sqlite, client 1: two of these records are merged in this client.
                  -> Undo the merge, which keeps them apart: publipost duplicates undo MERGE
                """)
        try file.undo(1, by: "anna", at: 6)
        #expect(office.words { try file.undo(1, by: "anna", at: 6) } == "clients.sqlite: merge 1 was undone already.")
        #expect(
            office.words(.french) { try file.undo(7, by: "anna", at: 6) } == """
                clients.sqlite\u{A0}: il n'y a pas de fusion 7.
                  -> Cherchez son numéro\u{A0}: publipost client show N
                """)
    }

    @Test func `a chain is undone in any order`() throws {
        for order in [[1, 2, 3], [3, 2, 1], [2, 1, 3], [2, 3, 1], [1, 3, 2], [3, 1, 2]] {
            let office = Office()
            let file = try office.file()
            for number in 1...4 { try file.file(person("Durand", "G\(number)", reference: "\(number)")) }
            let before = try file.all()
            try file.merge([MergeOrder([1, 2])], by: "anna", at: 1)
            try file.merge([MergeOrder([1, 3], into: 3)], by: "anna", at: 2)
            try file.merge([MergeOrder([4, 2], into: 4)], by: "anna", at: 3)
            #expect(try file.all().map(\.number) == [4])
            for merge in order { try file.undo(Int64(merge), by: "anna", at: 9) }
            #expect(try file.all() == before, "\(order)")
        }
    }
}
