import Correspondence
import Foundation
import Linkage

/// What one list gave, against its truth.
struct Measurement {
    var name: String
    var records = 0
    var quality = Quality()
    var sameZone = Quality()
    var wall = 0.0
    var cpu = 0.0
    var memory = 0
    var candidates = 0
    var calibration = ""
    var recallOfPairs = 0.0

    struct Quality {
        var found = 0
        var right = 0
        var all = 0
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { all == 0 ? 1 : Double(right) / Double(all) }
        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    static func sets(in folder: String, maps: String?, only: [String]) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        printHead()
        for name in names where only.isEmpty || only.contains(name) {
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path + "/truth.csv") else { continue }
            let map = try maps.map { try columnMap($0 + "/" + name + ".yml") } ?? [:]
            try measure(name, path, map).printRow()
        }
    }

    static func printHead() {
        print(
            "set               records      F1   prec    rec | same: prec    rec | calibration .1 .3 .5 .7 .9 .99          | wall    cpu  MB  pairs"
        )
    }

    static func columnMap(_ path: String) throws -> [String: String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
        var map: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            }
            if parts.count == 2 { map[parts[0]] = parts[1] }
        }
        return map
    }

    static func measure(_ name: String, _ folder: String, _ map: [String: String]) throws -> Measurement {
        let ids = try CSVTable(path: folder + "/records.csv", map: map).ids
        return try measure(name, try clusters(folder + "/truth.csv", ids)) {
            try CSVTable(path: folder + "/records.csv", map: map)
        }
    }

    /// Reads a list and searches it; both count.
    static func measure(_ name: String, _ truth: [Int], _ read: () throws -> CSVTable) throws -> Measurement {
        let start = (Date(), cpuSeconds())
        let list = try read()
        let result = try Linkage(options: LinkageOptions()).result(of: list.table)
        var own = Measurement(name: name)
        (own.wall, own.cpu) = (Date().timeIntervalSince(start.0), cpuSeconds() - start.1)
        own.memory = peakMemory()
        own.records = list.ids.count
        own.candidates = result.report.candidatePairs
        own.judge(result, truth)
        if ProcessInfo.processInfo.environment["DETAIL"] != nil { own.detail(result, list, truth) }
        return own
    }

    /// The true cluster of each row, as a number.
    static func clusters(_ path: String, _ ids: [String]) throws -> [Int] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        var (clusterOf, numbers): ([String: Int], [String: Int]) = ([:], [:])
        data.withUnsafeBytes { raw in
            var rows = CSVRows(bytes: raw.bindMemory(to: UInt8.self))
            _ = rows.next()
            while rows.next(), rows.cells.count >= 2 {
                let cluster = String(decoding: rows.row[rows.cells[1]], as: UTF8.self)
                let number = numbers[cluster] ?? numbers.count
                numbers[cluster] = number
                clusterOf[String(decoding: rows.row[rows.cells[0]], as: UTF8.self)] = number
            }
        }
        return ids.enumerated().map { clusterOf[$1] ?? -1 - $0 }
    }

    mutating func judge(_ result: LinkageResult, _ truth: [Int]) {
        var sizes: [Int: Int] = [:]
        for cluster in truth { sizes[cluster, default: 0] += 1 }
        let all = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        (quality.all, sameZone.all) = (all, all)
        for group in result.groups {
            for (place, a) in group.enumerated() {
                for b in group[(place + 1)...] {
                    quality.found += 1
                    if truth[a] == truth[b] { quality.right += 1 }
                }
            }
        }
        for pair in result.pairs where pair.likeness == .same {
            sameZone.found += 1
            if truth[pair.a] == truth[pair.b] { sameZone.right += 1 }
        }
        recallOfPairs = all == 0 ? 1 : Double(result.pairs.filter { truth[$0.a] == truth[$0.b] }.count) / Double(all)
        calibration = Self.calibration(result, truth)
    }

    private static func calibration(_ result: LinkageResult, _ truth: [Int]) -> String {
        let bounds = [0.5, 0.7, 0.85, 0.95, 0.99, 0.999, 1.01]
        return zip(bounds, bounds.dropFirst()).map { low, high in
            let pairs = result.pairs.filter { $0.probability >= low && $0.probability < high }
            let right = pairs.filter { truth[$0.a] == truth[$0.b] }.count
            return pairs.isEmpty
                ? "   –   " : String(format: "%.2f/%d", Double(right) / Double(pairs.count), pairs.count)
        }.joined(separator: " ")
    }

    func printRow() {
        print(
            name.padding(toLength: 16, withPad: " ", startingAt: 0),
            String(
                format: "%8d  %.4f %.4f %.4f | %.5f %.4f | %@ | %.2f %.2f %d %d", records, quality.f1,
                quality.precision, quality.recall,
                sameZone.precision, sameZone.recall, calibration, wall, cpu, memory, candidates))
    }

    static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Megabytes.
    static func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
