import Correspondence
import Testing

@testable import Linkage

struct LinkageTests {
    private func found(_ table: RecordTable, workers: Int = 2) throws -> LinkageResult {
        try Linkage(options: LinkageOptions(workers: workers)).result(of: table)
    }

    @Test func `known duplicates are found, and the learned shares are those the list was made with`() throws {
        let list = MadeList(persons: 1000, copiesEvery: 4)
        let result = try found(list.table)
        let right = result.groups.filter { $0.count == 2 && list.clusters[$0[0]] == list.clusters[$0[1]] }.count
        #expect(right >= 247)
        #expect(result.groups.count <= right + 2)
        // A quarter of the copies have another family name, a quarter another house, all the same telephone.
        let family = result.model.parts.first { $0.field == "family_name" }
        let phone = result.model.parts.first { $0.field == "phone" }
        #expect(abs(exponential(family?.same[1] ?? 0) - 0.75) < 0.05)
        #expect(exponential(phone?.same[1] ?? 0) > 0.95)
        #expect(abs(result.model.matchesPerRecord - 0.2) < 0.02)
    }

    @Test func `strangers' shares are those of values drawn at random`() throws {
        let list = MadeList(persons: 1000, copiesEvery: 4)
        let birth = try found(list.table).model.parts.first { $0.field == "birth_date" }
        // Years are even from 1940 to 1999: fifteen years or more lie between 56 of 100 pairs.
        #expect(abs(exponential(birth?.strangers[6] ?? 0) - 0.56) < 0.03)
    }

    @Test func `the result does not depend on the number of workers`() throws {
        let list = MadeList(persons: 920, copiesEvery: 3, seed: 5)
        let (one, two) = (try found(list.table, workers: 1), try found(list.table, workers: 2))
        #expect(one.pairs == two.pairs)
        #expect(one.groups == two.groups)
        #expect(one.model == two.model)
    }

    @Test func `a pair's evidence adds up to its weight`() throws {
        let result = try found(MadeList(persons: 200, copiesEvery: 3).table)
        for pair in result.pairs.prefix(50) {
            let sum = result.explain(pair.a, pair.b).reduce(0) { $0 + $1.weight.bits }
            #expect(abs(sum - pair.weight.bits) < 0.01)
        }
    }

    @Test func `a list without duplicates has none`() throws {
        let result = try found(MadeList(persons: 300, copiesEvery: 10_000).table)
        #expect(result.groups.count <= 1)
    }

    @Test func `tiny lists, and one of a single record, are searched too`() throws {
        var table = RecordTable(fields: [.familyName, .givenName, .phone])
        #expect(try found(table).groups.isEmpty)
        table.append(cells: ["Durand", "Paul", "0639980001"])
        #expect(try found(table).groups.isEmpty)
        table.append(cells: ["DURAND", "Paul", "06 39 98 00 01"])
        #expect(try found(table).groups == [[0, 1]])
    }

    @Test func `a list whose columns say nothing about a person is refused`() {
        let table = RecordTable(fields: [.language, .createdOn])
        #expect(throws: Problem.self) { try found(table) }
    }

    @Test func `an empty column changes nothing`() throws {
        let list = MadeList(persons: 150, copiesEvery: 3)
        var wider = RecordTable(fields: MadeList.fields + [.company, .other("note")])
        for row in 0..<list.table.count {
            wider.append(cells: (0..<MadeList.fields.count).map { list.table.cell(row: row, column: $0) } + ["", ""])
        }
        #expect(try found(wider).groups == found(list.table).groups)
    }

    @Test func `three thousand identical records end in one group, soon`() throws {
        var table = RecordTable(fields: MadeList.fields)
        for _ in 0..<3_000 {
            table.append(cells: [
                "Durand", "Paul", "1 rue A", "75001", "Paris", "0639980001", "p@example.org", "1980-02-03",
            ])
        }
        let result = try found(table)
        #expect(result.report.candidatePairs < 1_000_000)
        #expect(result.groups.count <= 1)
    }
}
