import Correspondence
import Filing
import Foundation
import Mailing
import Synchronization
import Testing

@Suite struct `A night's newcomers` {
    private static let families = [
        "Le Goff", "Kervarec", "Tanguy", "Moreau", "Lefèvre", "Garnier", "Dupré", "Bonnet", "Chevalier", "Rousseau",
        "Mercier", "Blanchard", "Guérin", "Boyer", "Perrin", "Morin", "Mathieu", "Clément", "Gauthier", "Dumont",
        "Fontaine", "Roussel", "Masson", "Marchand", "Duval", "Denis", "Lemaire", "Noël", "Meyer", "Brun",
    ]
    private static let givens = [
        "Alain", "Solenne", "Yves", "Nolwenn", "Gwenaëlle", "Hervé", "Loïc", "Maëlle", "Erwan", "Anne", "Pierre",
        "Claire", "Marc", "Julie", "Paul", "Lucie", "Denis", "Agnès", "Rémi", "Odile",
    ]
    private static let streets = ["rue Haute", "rue du Port", "avenue des Pins", "chemin Creux", "impasse des Lys"]
    private static let towns = [
        ("35400", "Saint-Malo"), ("22750", "Saint-Jacut"), ("56170", "Quiberon"), ("29200", "Brest"),
    ]

    private static func person(_ seed: Int) -> Client {
        var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var client = guest(families[draw(families.count)], givens[draw(givens.count)])
        let town = towns[draw(towns.count)]
        client.address = PostalAddress(
            street: "\(draw(90) + 1) \(streets[draw(streets.count)])", postcode: town.0, town: town.1)
        client.mobile = "063998\(1000 + draw(9000))"
        client.birthDate = CivilDate(dayNumber: Int32(-10_000 + draw(20_000)))
        client.reference = "N\(seed)"
        return client
    }

    /// A person met before, as another clerk would write it.
    private static func again(_ seed: Int) -> Client {
        var client = person(seed)
        client.reference = "A\(seed)"
        switch seed % 4 {
        case 0: client.familyName = client.familyName?.uppercased()
        case 1: client.birthDate = nil
        case 2: client.address.street = client.address.street?.replacing("rue", with: "r")
        default: client.mobile = nil
        }
        return client
    }

    @Test func `get the groups that a full look with the kept model gives them`() throws {
        let office = try CleanUpOffice()
        try office.take((0..<1600).map(Self.person))
        _ = try office.desk.mergeAutomatically()
        try office.take((0..<30).map { Self.again($0 * 50 + 7) } + (2000..<2030).map(Self.person))
        let model = try #require(try LinkageMemory.model(in: office.file, on: CleanUpOffice.day))
        let newcomers = try #require(try LinkageMemory.newcomers(in: office.file))
        #expect(newcomers.count == 60)
        let numbers = Set(newcomers.compactMap(\.number))
        let partial = try NewcomerLook(office.file, model: model, progress: .unwatched).groups(of: newcomers)
        let full = try DuplicateLook(at: office.file, model: model, progress: .unwatched).groups
            .filter { !numbers.isDisjoint(with: $0.members) }
        #expect(partial.map(\.members) == full.map(\.members))
        #expect(partial.map(\.sureParts) == full.map(\.sureParts))
        #expect(partial.flatMap(\.pairs) == full.flatMap(\.pairs))
        #expect(full.count >= 25)
    }

    /// What a look at newcomers alone finds must be what a full look with the kept model finds for them, also in a file that the
    /// desk has merged, edited and undone in since.
    @Test(arguments: 1...3)
    func `get them also where the desk has merged, edited and undone since`(seed: Int) throws {
        let office = try CleanUpOffice()
        try office.take((0..<900).map { Self.person($0 + seed * 10_000) })
        try office.take((0..<20).map { Self.again($0 * 40 + 3 + seed * 10_000) })
        _ = try office.desk.mergeAutomatically()
        // Merges of records that have little in common: the survivor is met under keys that neither had.
        var merges: [Int64] = []
        for number in stride(from: Int64(100), to: 220, by: 10) {
            merges += try office.desk.merge(["\(number)", "\(number + 1)"]).merges.map(\.number)
        }
        for number in stride(from: Int64(300), to: 340, by: 4) {
            try office.file.change(number, by: "clerk", at: CleanUpOffice.moment) { client in
                client.familyName = "Quéméner"
                client.mobile = "06399800\(number % 100 + 10)"
            }
        }
        for merge in merges.prefix(4) { _ = try office.desk.undo(merge) }
        // They come again: as a merged client is shown now, as an edited one, as an undone one.
        var newcomers: [Client] = []
        for number in [Int64(100), 101, 110, 111, 140, 150, 151, 160, 170, 300, 304, 308, 312, 500, 501] {
            var client = try office.file.client(number).client
            client.reference = "Again \(number)"
            client.title = "M."
            if number % 2 == 0 { client.birthDate = nil }
            newcomers.append(client)
        }
        // Half of one record, half of the other.
        var mixed = try office.file.client(180).client
        mixed.reference = "Mixed"
        mixed.mobile = try office.file.client(181).client.mobile
        newcomers.append(mixed)
        try office.take(newcomers)
        let model = try #require(try LinkageMemory.model(in: office.file, on: CleanUpOffice.day))
        let changed = try #require(try LinkageMemory.newcomers(in: office.file))
        let numbers = Set(changed.compactMap(\.number))
        let partial = try NewcomerLook(office.file, model: model, progress: .unwatched).groups(of: changed)
        let full = try DuplicateLook(at: office.file, model: model, progress: .unwatched).groups
            .filter { !numbers.isDisjoint(with: $0.members) }
        #expect(partial == full)
        #expect(full.count >= 12)
    }

    @Test func `that come while the file is looked through are looked at the next time`() throws {
        let office = try CleanUpOffice()
        try office.take((0..<300).map(Self.person))
        let isDone = Mutex(false)
        let file = office.file
        let progress = Progress { stage, _, _ in
            guard stage == .comparing,
                isDone.withLock({ done in
                    defer { done = true }
                    return !done
                })
            else { return }
            _ = try? file.change(5, by: "desk", at: CleanUpOffice.moment) { $0.familyName = "Quéméner" }
            _ = try? file.add(Self.again(8), by: "desk", at: CleanUpOffice.moment)
        }
        _ = try office.desk.mergeAutomatically(progress: progress)
        #expect(try LinkageMemory.newcomers(in: office.file)?.compactMap(\.number) == [5, 301])
        #expect(try office.desk.mergeAutomatically().merges.map(\.merged) == [[301]])
        #expect(try LinkageMemory.newcomers(in: office.file) == [])
    }

    @Test func `of a mailing that leaves the file as it is: its recipients get the groups that a full look gives them`()
        throws
    {
        let office = try CleanUpOffice()
        try office.take((0..<900).map(Self.person))
        let check = DuplicateCheck(smallFile: 0)
        func finding(_ recipients: Set<Client.Number>, keeping: Bool) throws -> DuplicateCheck.Finding {
            try check.finding(in: office.file, for: recipients, on: CleanUpOffice.day, isKeeping: keeping)
        }
        // A plan writes nothing, so it looks through the file each time; the first run keeps what it learned.
        #expect(try !finding([1], keeping: false).isPartial && !finding([1], keeping: false).isPartial)
        #expect(try !finding([1], keeping: true).isPartial && finding([1], keeping: false).isPartial)
        let recipients = (0..<30).map { Int64($0 * 30 + 8) }
        try office.take(recipients.prefix(20).map { Self.again(Int($0) - 1) })
        for isKeeping in [false, true, false] {
            let partial = try finding(Set(recipients), keeping: isKeeping)
            let model = try #require(try LinkageMemory.model(in: office.file, on: CleanUpOffice.day))
            let full = try DuplicateLook(at: office.file, model: model, progress: .unwatched).groups
                .filter { !$0.members.allSatisfy { !recipients.contains($0) } }
            #expect(partial.isPartial && partial.clients == 920)
            #expect(partial.sure.map(\.members) == full.flatMap(\.sureParts).sorted { $0[0] < $1[0] })
            #expect(partial.doubtful.map(\.members) == full.filter { $0.likeness == .check }.map(\.members))
            #expect(partial.sure.count >= 8)
        }
        // Nothing was merged, so merging still has all of it to do.
        #expect(try office.file.clientCount() == 920)
        #expect(try LinkageMemory.newcomers(in: office.file) == nil)
        #expect(try office.desk.mergeAutomatically().merges.count >= 8)
    }

    @Test func `are merged by looking at them alone, and looked at once`() throws {
        let office = try CleanUpOffice()
        try office.take((0..<400).map(Self.person))
        _ = try office.desk.mergeAutomatically()
        try office.take((0..<8).map { Self.again($0 * 40 + 8) })
        let answer = try office.desk.mergeAutomatically()
        #expect(answer.merges.count >= 6)
        #expect(try LinkageMemory.newcomers(in: office.file) == [])
        #expect(try office.desk.mergeAutomatically().merges == [])
    }

    @Test func `with a ceiling, what waits is merged the next time`() throws {
        let office = try CleanUpOffice()
        try office.take((0..<300).map(Self.person) + (0..<6).map { Self.again($0 * 40 + 8) })
        let first = try office.desk.mergeAutomatically(atMost: 2)
        #expect(first.merges.count == 2)
        #expect(first.waiting >= 3)
        let second = try office.desk.mergeAutomatically()
        #expect(second.merges.count == first.waiting)
    }
}
