import Correspondence
import Filing
import Testing

struct LikenessTests {
    let office = Office()

    /// The table that the bit vectors stand for: edits with the exchange of neighbours.
    private func slow(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            for (j, y) in b.enumerated() {
                var best = min(rows[i][j] + (x == y ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    @Test(arguments: 0..<20)
    func `the fast measure agrees with the slow table`(seed: Int) {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            let names = (0..<2).map { _ in
                (0..<Int.random(in: 1...14, using: &random)).map { _ in UInt8.random(in: 97...100, using: &random) }
            }
            let measure = NameLikeness(names[0])
            #expect(names[1].withUnsafeBufferPointer(measure.edits) == slow(names[0], names[1]))
        }
    }

    @Test(arguments: [
        ("Dupnot", "Dupont"), ("Lefebre", "Lefèvre"), ("Mueller", "Müller"), ("Schmit", "Schmidt"),
        ("Durrand", "Durand"),
        ("Marie Lefebre", "Lefèvre"), ("Lefevre Mraie", "Lefèvre"),
    ])
    func `a misspelt name is found by likeness`(typed: String, name: String) throws {
        let file = try office.file()
        for family in ["Dupont", "Lefèvre", "Müller", "Schmidt", "Durand"] {
            try file.file(person(family, "Marie"), person(family, "Jean"))
        }
        #expect(try file.find(typed).isEmpty)
        let found = try file.findLike(typed)
        #expect(found.first?.filed.client.familyName == name)
        if typed.contains(" ") { #expect(found.first?.filed.client.givenName == "Marie") }
        #expect(found.allSatisfy { $0.likeness < 1 && $0.likeness >= 0.5 })
    }

    @Test func `too short a text is like nothing`() throws {
        let file = try office.file()
        try file.file(person("Ba"))
        #expect(try file.findLike("bo").isEmpty && file.findLike("").isEmpty)
    }
}

struct LinkageStoreTests {
    let office = Office()

    @Test func `blocking keys lead to the records that share them, as they are filed now`() throws {
        let file = try office.file()
        for number in 1...6 { try file.file(person("Durand", "G\(number)")) }
        try file.replaceBlockingKeys { session throws(Problem) in
            for client in Int64(1)...6 {
                try session.put(client % 2 == 0 ? 7 : -7, client: client)
                try session.put(.min, client: client)
            }
        }
        try file.merge([MergeOrder([2, 4])], by: "anna", at: 1)
        #expect(try file.clients(sharing: [7]) == [2, 6])
        #expect(try file.clients(sharing: [-7, 8]) == [1, 3, 5])
        #expect(try file.clients(sharing: [.min], ceiling: 3).isEmpty)
        try file.addBlockingKeys { session throws(Problem) in try session.put(8, client: 5) }
        #expect(try file.clients(sharing: [8]) == [5])
        try file.replaceBlockingKeys { _ in }
        #expect(try file.clients(sharing: [7, 8]).isEmpty)
    }

    @Test func `a kept model comes back with its date, and what is new or changed since is to be linked`() throws {
        let file = try office.file()
        try file.file(person("Durand", reference: "1"), person("Petit", reference: "2"))
        #expect(try file.keptModel() == nil)
        #expect(try file.clientsToLink().all().count == 2)
        try file.keepModel([1, 2, 3], madeOn: today, upTo: file.linkMarks())
        #expect(try file.keptModel() == KeptModel(madeOn: today, bytes: [1, 2, 3]))
        #expect(try file.clientsToLink().all().isEmpty)
        try file.file(person("Durant", reference: "1"), person("Moreau", reference: "3"))
        #expect(try file.clientsToLink().all().map(\.client.number) == [1, 3])
        try file.markLinked(upTo: file.linkMarks())
        #expect(try file.clientsToLink().all().isEmpty && file.keptModel()?.bytes == [1, 2, 3])
    }
}

struct AudienceTests {
    let office = Office()

    @Test func `every criterion narrows the audience`() throws {
        let file = try office.file()
        try file.file(
            person("A") {
                $0.types = ["tourist", "group"]
                $0.language = .dutch
                $0.address.country = "NL"
                $0.origin = "fair"
            },
            person("B") {
                $0.types = ["grouped"]
                $0.language = .french
            }, person("C"))
        try file.add(
            Stay(
                client: 2, arrival: day("2024-07-01"), departure: day("2024-07-08"), state: .left,
                amount: Money(cents: 50_000)), by: "anna", at: 1)
        try file.add(
            Stay(client: 3, arrival: day("2026-07-01"), departure: day("2026-07-08"), state: .cancelled), by: "anna",
            at: 1)
        try file.add(Animal(name: "Rex"), to: 1, by: "anna", at: 1)
        let meeting = { (set: (inout AudienceCriteria) -> Void) in
            var criteria = AudienceCriteria()
            set(&criteria)
            return try file.clients(meeting: criteria).all().compactMap(\.client.familyName).joined()
        }
        #expect(try meeting { _ in } == "ABC")
        #expect(try meeting { $0.types = ["group", "works council"] } == "A")
        #expect(try meeting { $0.languages = [.french, .dutch] } == "AB")
        #expect(try meeting { $0.countries = ["FR"] } == "BC")
        #expect(try meeting { $0.origins = ["fair"] } == "A")
        #expect(try meeting { $0.lastStayFrom = day("2024-01-01") } == "B")
        #expect(try meeting { $0.lastStayTo = day("2024-06-30") } == "")
        #expect(try meeting { $0.nightsAtLeast = 7 } == "B")
        #expect(try meeting { $0.nightsAtLeast = 8 } == "")
        #expect(try meeting { $0.turnoverAtLeast = Money(cents: 50_000) } == "B")
        #expect(try meeting { $0.has = [.animals] } == "A")
        #expect(
            try meeting {
                $0.has = [.animals]
                $0.countries = ["FR"]
            } == "")
        // Stays of a merged record count for the survivor.
        try file.merge([MergeOrder([1, 2])], by: "anna", at: 1)
        #expect(
            try meeting {
                $0.has = [.animals]
                $0.nightsAtLeast = 7
            } == (file.client(1).client.familyName ?? ""))
    }
}
