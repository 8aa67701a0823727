import Filing
import Foundation
import Testing

@Suite struct `Merging and undoing in any order` {
    /// Two thousand sequences; `PUBLIPOST_THOROUGH=20 swift test` tries twenty times as many.
    private static let thoroughness = ProcessInfo.processInfo.environment["PUBLIPOST_THOROUGH"].flatMap(Int.init) ?? 1
    /// Sequences in one pair of offices.
    private static let sequences = 25

    /// Two offices with the same clients and the same work at the desk; only one of them merges, and takes every merge back.
    @Test(arguments: 0..<60 * thoroughness)
    func `leaves the same export, byte for byte, as if nothing had ever been merged`(seed: Int) throws {
        var offices = try TwoOffices(seed: seed)
        for sequence in 0..<Self.sequences {
            for _ in 0..<Int.random(in: 4...12, using: &offices.random) { try offices.step() }
            try offices.undoAll()
            let exports = try offices.exports()
            try #require(exports.merging == exports.plain, "seed \(seed), sequence \(sequence)")
        }
        let accounts = try offices.accounts()
        #expect(accounts.merging == accounts.plain)
        #expect(try offices.merging.file.check() == [])
    }

    @Test(arguments: 0..<20 * thoroughness)
    func `a merge undone at once leaves the export as it was, whatever was merged before`(seed: Int) throws {
        var offices = try TwoOffices(seed: 100_000 + seed)
        for sequence in 0..<Self.sequences {
            try offices.step()
            let before = try offices.export(of: offices.merging)
            try offices.mergeAndUndo()
            try #require(try offices.export(of: offices.merging) == before, "seed \(seed), sequence \(sequence)")
        }
    }

    @Test func `the sequences do all that a desk can do to a record`() throws {
        let tabs = ["companion", "vehicle", "identity_paper", "animal", "bank_account"]
        let expected = Set(
            tabs.flatMap { tab in ["added", "changed", "removed"].map { "\(tab) \($0)" } }
                + ["phone", "mobile", "email", "company", "birth_date", "type", "street", "town"].map {
                    "edit of \($0)"
                }
                + [
                    "merge", "merge of the merged", "refused", "undo", "request", "stay", "sale", "import", "apart",
                    "returned mail", "returned mail settled", "objection",
                ])
        var done: Set<String> = []
        for seed in 0..<40 where done != expected {
            var offices = try TwoOffices(seed: 200_000 + seed)
            for _ in 0..<250 { try offices.step() }
            done.formUnion(offices.done.keys)
        }
        #expect(done == expected)
    }
}
