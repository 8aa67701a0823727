import Correspondence
import Foundation
import Linkage
import Testing

/// The sixty designed records beside the project, where they are present.
struct SampleTests {
    @Test func `no designed look-alike may be merged unattended, nearly all designed duplicates are found`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../shared/data/sample").standardizedFileURL
        guard let records = try? String(contentsOf: folder.appendingPathComponent("records.csv"), encoding: .utf8),
            let cases = try? String(contentsOf: folder.appendingPathComponent("cases.csv"), encoding: .utf8)
        else {
            print("The sample data is not beside the project; its test is left out.")
            return
        }
        let rows = records.split(separator: "\n").map(Self.cells)
        var table = RecordTable(fields: rows[0].dropFirst().map { LinkageField(name: $0) })
        for row in rows.dropFirst() { table.append(cells: Array(row.dropFirst())) }
        let number = Dictionary(uniqueKeysWithValues: rows.dropFirst().enumerated().map { ($1[0], $0) })
        let result = try Linkage().result(of: table)
        let same = Set(result.pairs.filter { $0.likeness == .same }.map { [$0.a, $0.b] })
        let found = Set(result.pairs.map { [$0.a, $0.b] })
        var missed: [String] = []
        for line in cases.split(separator: "\n").dropFirst().map(Self.cells) {
            let pair = [number[line[0]] ?? -1, number[line[1]] ?? -1].sorted()
            if line[3] == "different" { #expect(!same.contains(pair), "\(line[2])") }
            if line[3] == "same", !found.contains(pair) { missed.append(line[2]) }
        }
        #expect(missed.count <= 2, "\(missed)")
    }

    private static func cells(_ line: Substring) -> [String] {
        var (cells, quoted): ([String], Bool) = ([""], false)
        for letter in line {
            switch letter {
            case "\"": quoted.toggle()
            case "," where !quoted: cells.append("")
            default: cells[cells.count - 1].append(letter)
            }
        }
        return cells
    }
}
