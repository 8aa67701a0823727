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

    private static let durand = [
        "Durand", "Paul", "1 rue A", "75001", "Paris", "0639980001", "p@example.org", "1980-02-03",
    ]

    @Test func `twenty thousand times the same record end in one group, soon`() throws {
        var table = RecordTable(fields: MadeList.fields)
        let list = MadeList(persons: 100, copiesEvery: 10_000)
        for row in 0..<20_100 {
            table.append(
                cells: row % 201 == 200
                    ? (0..<8).map { list.table.cell(row: 1 + row / 201, column: $0) } : Self.durand)
        }
        let result = try found(table)
        #expect(result.report.records == 20_100)
        #expect(result.report.candidatePairs < 20_000)
        #expect(result.groups.count == 1)
        // Not compared as a whole array: a failure would print it.
        #expect(result.groups.first.map { $0.elementsEqual((0..<20_100).lazy.filter { $0 % 201 != 200 }) } == true)
        // Every further copy makes one pair with the first, not with all.
        #expect(result.pairs.count == 20 * 19 / 2 + 20_000 - 20)
        #expect(result.pairs.last.map { [$0.a, $0.b] } == [18, 19])
        #expect(result.explain(20_098, 20_099).isEmpty == false)
        #expect(result.explain(500, 700) == result.explain(0, 1))
    }

    @Test func `identical records that say nothing but a common name are not grouped`() throws {
        let list = MadeList(persons: 1000, copiesEvery: 10_000)
        var table = RecordTable(fields: [.familyName, .phone])
        for row in 1...1000 {
            table.append(cells: [list.table.cell(row: row, column: 0), list.table.cell(row: row, column: 5)])
        }
        for _ in 0..<100 { table.append(cells: ["Martin", ""]) }
        #expect(try found(table).groups.isEmpty)
    }

    @Test func `a thousand records of one client, each with a slip of its own, end in one group`() throws {
        var table = RecordTable(fields: MadeList.fields)
        for number in 0..<1000 {
            var cells = Self.durand
            cells[number % 2 == 0 ? 2 : 6] = "\(number) \(cells[number % 2 == 0 ? 2 : 6])"
            table.append(cells: cells)
        }
        #expect(try found(table).groups == [Array(0..<1000)])
    }

    @Test func `records whose every value is shared by too many are counted`() throws {
        var table = RecordTable(fields: [.familyName, .givenName, .other("note")])
        for number in 0..<3000 { table.append(cells: ["Martin", "Paul", number % 2 == 0 ? "" : "note \(number)"]) }
        let result = try found(table)
        #expect(result.report.crowdedRecords == 20)
        #expect(result.report.records == 3000)
    }

    @Test func `a list whose columns are all empty is refused in a sentence`() throws {
        var table = RecordTable(fields: [.familyName, .phone])
        table.append(cells: ["", ""])
        table.append(cells: ["", ""])
        let problem = #expect(throws: Problem.self) { try found(table) }
        #expect(
            problem?.what.english
                == "every column that could say who a record is stands empty, so nothing can be compared.")
    }

    @Test(arguments: [
        (["Josse", "Noa"], ["Josse", "Noé"]), (["Josse", "Marie"], ["Josse", "Marion"]),
        (["Josse", "Lucas"], ["Josse", "Luca"]), (["Josse", "Louis"], ["Josse", "Louise"]),
    ])
    func `twins without a title are never merged unattended, however short the list`(one: [String], two: [String])
        throws
    {
        let rest = ["6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net", "2004-08-12"]
        var table = RecordTable(fields: MadeList.fields)
        table.append(cells: one + rest)
        table.append(cells: two + rest)
        #expect(try found(table).pairs.allSatisfy { $0.likeness != .same })
    }

    @Test(arguments: ["1978-03-12", "1980-03-12", "1978-12-03", "1978-03-14", "1979-07-21"])
    func `a father and his son of one name are never merged unattended, however short the list`(born: String) throws {
        let rest = ["6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net"]
        var table = RecordTable(fields: MadeList.fields)
        table.append(cells: ["Josse", "Paul"] + rest + ["1950-03-12"])
        table.append(cells: ["Josse", "Paul"] + rest + [born])
        #expect(try found(table).pairs.allSatisfy { $0.likeness != .same })
    }

    @Test func `a slip in a given name is no second name`() throws {
        let rest = ["6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net", "1964-08-12"]
        var table = RecordTable(fields: MadeList.fields)
        table.append(cells: ["Josse", "Frédéric"] + rest)
        table.append(cells: ["Josse", "Frédéic"] + rest)
        #expect(try found(table).pairs.map(\.likeness) == [.same])
    }
}
