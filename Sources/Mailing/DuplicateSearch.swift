package import Correspondence
import Interchange
import Linkage

/// Finds the duplicates in any list: no client file needed.
package struct DuplicateSearch {
    /// What was found, for a person and for `--json`.
    package struct Outcome: Sendable {
        package var rows = 0
        package var groups = 0
        /// Records that are in a group with another.
        package var groupedRecords = 0
        /// Pairs at or above the threshold.
        package var pairs = 0
        package var samePairs = 0
        /// Pairs compared field by field.
        package var candidatePairs = 0
        package var candidatePairsPerSecond = 0.0
        /// Working memory held per record while comparing.
        package var bytesPerRecord = 0
        /// What each way of finding candidates contributed.
        package var rules: [Rule] = []
        /// Seconds by stage: reading, linking, writing.
        package var timings: [String: Double] = [:]
        /// Seconds by stage inside linking.
        package var linkageTimings: [String: Double] = [:]
        /// Columns that are not known.
        package var notes: [Problem] = []
        /// The first rows that could not be read.
        package var faults: [Problem] = []
        /// Rows that could not be read: they are in no group.
        package var unreadable = 0
    }

    /// One way of finding candidates, by what two records must share.
    package struct Rule: Sendable {
        package var name: String
        /// Pairs that no rule before it found.
        package var pairs: Int
        /// Records in blocks too large to be compared pair by pair.
        package var skippedRecords: Int
    }

    private let threshold: Double
    private let workers: Int

    /// - Parameter threshold: The probability, 0 to 1, from which two records are put into one group.
    package init(threshold: Double = 0.5, workers: Int) {
        self.threshold = threshold
        self.workers = workers
    }

    /// Reads the list at `path` and writes the groups, and the pairs where they are asked for.
    ///
    /// - Parameters:
    ///   - map: A map file's path, nil where the column names are ours.
    ///   - groups: Where `id,group` goes: each identifier once, a record without duplicates in a group of its own.
    ///   - pairs: Where `id_a,id_b,probability,weight,answer` goes: every pair at or above the threshold.
    /// - Throws: A `Problem` if the list has no usable column, gives an identifier twice, or a file cannot be written.
    package func run(
        list path: String, map: String? = nil, groups: String, pairs: String? = nil, progress: Progress = .unwatched
    ) throws(Problem) -> Outcome {
        for (option, output) in [("-o", groups), ("--pairs", pairs)] {
            guard let output else { continue }
            try check(output, of: option, apartFrom: [path, map, option == "-o" ? pairs : nil].compactMap(\.self))
        }
        var watch = Stopwatch()
        var outcome = Outcome()
        let list = try PersonList(path: path, map: map, outcome: &outcome)
        outcome.timings["reading"] = watch.split()
        let result = try Linkage(options: options(progress, rows: list.table.count)).result(of: list.table)
        outcome.timings["linking"] = watch.split()
        let groupFile = try WholeFile(path: groups)
        try list.writeGroups(result.groups, to: groupFile.sink)
        let pairFile = try pairs.map { path throws(Problem) in try WholeFile(path: path) }
        if let pairFile { try list.writePairs(result.pairs, to: pairFile.sink) }
        try groupFile.publish()
        try pairFile?.publish()
        outcome.timings["writing"] = watch.split()
        outcome.take(result)
        return outcome
    }

    /// What is found must not take the place of what it is found in.
    private func check(_ output: String, of option: String, apartFrom others: [String]) throws(Problem) {
        for other in others where output == other || FileBytes.isSame(output, other) {
            throw Problem(.option(option), .takesThePlace(of: other), remedy: .nameAnother, weight: .usage)
        }
    }

    private func options(_ progress: Progress, rows: Int) -> LinkageOptions {
        LinkageOptions(
            threshold: threshold, workers: workers,
            progress: { _, part in progress.show(.comparing, Int(part * Double(rows)), of: rows) })
    }
}

extension DuplicateSearch.Outcome {
    fileprivate mutating func take(_ result: LinkageResult) {
        groups = result.groups.count
        groupedRecords = result.groups.reduce(0) { $0 + $1.count }
        pairs = result.pairs.count
        samePairs = result.pairs.count { $0.likeness == .same }
        let report = result.report
        candidatePairs = report.candidatePairs
        candidatePairsPerSecond = report.pairsPerSecond
        bytesPerRecord = report.bytesPerRecord
        rules = report.rules.map {
            DuplicateSearch.Rule(name: $0.name, pairs: $0.pairs, skippedRecords: $0.skippedRecords)
        }
        linkageTimings = Dictionary(
            report.seconds.map { ($0.stage.rawValue, $0.seconds) }, uniquingKeysWith: +)
    }

    /// What was found, in a sentence or two.
    package var words: Wording {
        Wording(
            en: "\(rows) records: \(groupedRecords) of them in \(groups) groups of duplicates; \(samePairs) pairs are "
                + "surely the same, \(pairs - samePairs) should be checked.",
            fr:
                "\(rows) fiches, dont \(groupedRecords) en \(groups) groupes de doublons\u{A0}; \(samePairs) paires sûres, "
                + "\(pairs - samePairs) à vérifier.")
    }
}

extension Wording {
    fileprivate static func takesThePlace(of other: String) -> Wording {
        Wording(
            en: "what is found would take the place of \(other).", fr: "le résultat remplacerait \(other).")
    }

    fileprivate static let nameAnother = Wording(en: "Name another file.", fr: "Indiquez un autre fichier.")
}
