import Correspondence
import Filing
import Foundation
import Mailing
import Testing

/// SplitMix64, so that a failing sequence can be told by its seed. Source: G. Steele, D. Lea, C. Flood, 2014.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Suite struct `Merging and undoing in any order` {
    private static let records = 7
    /// `PUBLIPOST_THOROUGH=20 swift test` tries twenty times as many.
    private static let sequences =
        120 * (ProcessInfo.processInfo.environment["PUBLIPOST_THOROUGH"].flatMap(Int.init) ?? 1)

    private func people(_ random: inout Seeded) -> [Client] {
        (1...Self.records).map { number in
            guest("Durand", "Alix") { client in
                client.reference = "R\(number)"
                if Bool.random(using: &random) { client.phone = "+3326191400\(number)" }
                if Bool.random(using: &random) { client.company = "Firm \(number)" }
                if Bool.random(using: &random) {
                    client.address = PostalAddress(street: "\(number) rue Haute", postcode: "35400", town: "Saint-Malo")
                }
            }
        }
    }

    /// Two offices with the same clients and the same edits; only one of them merges, and takes every merge back.
    @Test(arguments: 0..<10)
    func `leaves the same content, byte for byte, as if nothing had ever been merged`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let (merging, plain) = (try CleanUpOffice(), try CleanUpOffice())
        let people = people(&random)
        for office in [merging, plain] { try office.take(people) }
        for sequence in 0..<Self.sequences / 10 {
            try shuffle(merging, plain, sequence, &random)
            #expect(try merging.content() == plain.content(), "seed \(seed), sequence \(sequence)")
        }
        #expect(try merging.file.check() == [])
    }

    private func shuffle(
        _ merging: CleanUpOffice, _ plain: CleanUpOffice, _ sequence: Int, _ random: inout Seeded
    ) throws {
        var open: [Int64] = []
        for step in 0..<Int.random(in: 3...6, using: &random) {
            let (one, other) = (number(&random), number(&random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1:
                // Refused where both are one already or kept apart by an earlier undo: then nothing was done.
                open += (try? merging.desk.merge(["\(one)", "\(other)"]).merges.map(\.number)) ?? []
            case 2 where !open.isEmpty:
                _ = try merging.desk.undo(open.remove(at: Int.random(in: 0..<open.count, using: &random)))
            default:
                let (field, value) = (
                    [ClientField.phone, .email].randomElement(using: &random)!, "s\(sequence)-\(step)"
                )
                for office in [merging, plain] { try edit(one, field, value, in: office) }
            }
        }
        for merge in open.shuffled(using: &random) { _ = try merging.desk.undo(merge) }
        for decision in try merging.file.apartDecisions() {
            try merging.file.forgetApart(decision.one, decision.other)
        }
    }

    private func edit(_ number: Client.Number, _ field: ClientField, _ value: String, in office: CleanUpOffice) throws {
        try office.file.change(number, by: "clerk", at: CleanUpOffice.moment) { client in
            if field == .phone { client.phone = value } else { client.email = value }
        }
    }

    private func number(_ random: inout Seeded) -> Client.Number {
        Int64.random(in: 1...Int64(Self.records), using: &random)
    }
}
