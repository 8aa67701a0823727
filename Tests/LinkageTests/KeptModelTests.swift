import Correspondence
import Testing

@testable import Linkage

struct KeptModelTests {
    @Test func `a kept model is read back as it was`() throws {
        let model = try Linkage().result(of: MadeList(persons: 150, copiesEvery: 3).table).model
        #expect(try LinkageModel(encoded: model.encoded) == model)
    }

    @Test(arguments: [[], [1, 2, 3], Array(repeating: UInt8(200), count: 40)] as [[UInt8]])
    func `bytes that are no model are refused in a sentence`(bytes: [UInt8]) {
        #expect(throws: Problem.self) { try LinkageModel(encoded: bytes) }
    }

    @Test func `records of one client share a blocking key, whatever the order of columns`() throws {
        let list = MadeList(persons: 150, copiesEvery: 3)
        let model = try Linkage().result(of: list.table).model
        let scorer = Scorer(fields: MadeList.fields, model: model)
        let keys = scorer.blockingKeys(of: list.table)
        var shared = 0
        for row in 1..<list.clusters.count where list.clusters[row] == list.clusters[row - 1] {
            if !Set(keys[row]).isDisjoint(with: keys[row - 1]) { shared += 1 }
        }
        #expect(shared >= 50)
        let reversed = Scorer(fields: MadeList.fields.reversed(), model: model)
        let cells = (0..<MadeList.fields.count).map { list.table.cell(row: 5, column: $0) }
        #expect(reversed.blockingKeys(of: cells.reversed()) == keys[5])
    }

    @Test func `one record is scored by the kept model as the full run with it scores the pair`() throws {
        let list = MadeList(persons: 150, copiesEvery: 3)
        let model = try Linkage().result(of: list.table).model
        let full = try Linkage(options: LinkageOptions(model: model)).result(of: list.table)
        let scorer = Scorer(fields: MadeList.fields, model: model)
        for pair in full.pairs.prefix(20) {
            func cells(_ row: Int) -> [String] {
                (0..<MadeList.fields.count).map { list.table.cell(row: row, column: $0) }
            }
            let rival = Double(full.explain(pair.a, pair.b).first { $0.field == "other records" }?.weight.bits ?? 0)
            let sum = scorer.explain(cells(pair.a), cells(pair.b)).reduce(0) { $0 + $1.weight.bits }
            #expect(abs(sum + rival - pair.weight.bits) < 1.5)
        }
    }
}
