import Correspondence
import Filing
import Foundation
import Mailing
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
