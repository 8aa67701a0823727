import Correspondence
import Foundation
import Linkage

extension Measurement {
    /// Prints false and missed pairs, stages and rules, for whoever looks for what to improve.
    func detail(_ result: LinkageResult, _ list: CSVTable, _ truth: [Int]) {
        for (stage, seconds) in result.report.seconds {
            print("  \(stage.rawValue) \(String(format: "%.2f", seconds))")
        }
        print("  compared \(result.report.comparedPairs), \(result.report.crowdedRecords) records crowded")
        for rule in result.report.rules { print("  rule \(rule.name): \(rule.pairs) (\(rule.skippedRecords) skipped)") }
        print(result.model)
        var groupOf: [Int: Int] = [:]
        for (number, group) in result.groups.enumerated() { for row in group { groupOf[row] = number } }
        let weights = Dictionary(result.pairs.map { ($0.a << 32 | $0.b, $0.weight.bits) }, uniquingKeysWith: { $1 })
        var wrong: [(Int, Int)] = []
        for group in result.groups {
            for (place, a) in group.enumerated() {
                for b in group[(place + 1)...] where truth[a] != truth[b] { wrong.append((a, b)) }
            }
        }
        var members: [Int: [Int]] = [:]
        for (row, cluster) in truth.enumerated() { members[cluster, default: []].append(row) }
        var missed: [(Int, Int)] = []
        for rows in members.values.sorted(by: { $0[0] < $1[0] }) where rows.count > 1 {
            for (place, a) in rows.enumerated() {
                for b in rows[(place + 1)...] where groupOf[a] == nil || groupOf[a] != groupOf[b] {
                    missed.append((a, b))
                }
            }
        }
        if let band = ProcessInfo.processInfo.environment["BAND"]?.split(separator: " ").compactMap({ Double($0) }),
            band.count == 2
        {
            showBand(band[0], band[1], result, list, truth)
            return
        }
        let limit = Int(ProcessInfo.processInfo.environment["DETAIL"] ?? "") ?? 30
        show("wrong", wrong, limit, list, weights)
        show("missed", missed, limit, list, weights)
    }

    /// Prints pairs whose weight lies between two bounds, with their evidence.
    private func showBand(_ low: Double, _ high: Double, _ result: LinkageResult, _ list: CSVTable, _ truth: [Int]) {
        let pairs = result.pairs.filter { $0.weight.bits >= low && $0.weight.bits < high }
        let limit = Int(ProcessInfo.processInfo.environment["DETAIL"] ?? "") ?? 30
        let onlyWrong = ProcessInfo.processInfo.environment["WRONG"] != nil
        let chosen = pairs.filter { !onlyWrong || truth[$0.a] != truth[$0.b] }
        print("== \(chosen.count) pairs")
        for place in stride(from: 0, to: chosen.count, by: max(1, chosen.count / limit)) {
            let pair = chosen[place]
            print("--", truth[pair.a] == truth[pair.b] ? "right" : "WRONG", String(format: "%.1f", pair.weight.bits))
            for row in [pair.a, pair.b] {
                print(
                    "  ", list.ids[row],
                    (0..<list.table.fields.count).map { list.table.cell(row: row, column: $0) }.joined(separator: " | ")
                )
            }
            let words = result.explain(pair.a, pair.b).map {
                "\($0.field): \($0.level.english) \(String(format: "%.1f", $0.weight.bits))"
            }
            print("    ", words.joined(separator: "; "))
        }
    }

    private func show(_ title: String, _ pairs: [(Int, Int)], _ limit: Int, _ list: CSVTable, _ weights: [Int: Double])
    {
        print("== \(title): \(pairs.count)")
        let step = max(1, pairs.count / limit)
        for place in stride(from: 0, to: pairs.count, by: step) {
            let (a, b) = pairs[place]
            print("-- weight", weights[min(a, b) << 32 | max(a, b)].map { String(format: "%.1f", $0) } ?? "none")
            for row in [a, b] {
                print(
                    "  ", list.ids[row],
                    (0..<list.table.fields.count).map { list.table.cell(row: row, column: $0) }.joined(separator: " | ")
                )
            }
        }
    }
}
