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
        /// By how much the process's memory grew at most while the list was searched, for each record; nil where the system does not say.
        package var bytesPerRecord: Int?
        /// What each way of finding candidates contributed.
        package var rules: [Rule] = []
        /// Seconds by stage: reading, linking, writing.
        package var timings: [String: Double] = [:]
        /// Seconds by stage inside linking.
        package var linkageTimings: [String: Double] = [:]
        /// Columns that are not known or empty, and records that could not be compared with all they should.
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
        let memory = PeakMemory.kibibytes
        let list = try PersonList(path: path, map: map, outcome: &outcome)
        outcome.timings["reading"] = watch.split()
        let result = try result(of: list, path: path, progress)
        outcome.timings["linking"] = watch.split()
        let groupFile = try WholeFile(path: groups)
        try list.writeGroups(result.groups, to: groupFile.sink)
        let pairFile = try pairs.map { path throws(Problem) in try WholeFile(path: path) }
        if let pairFile { try list.writePairs(result.pairs, to: pairFile.sink) }
        try groupFile.publish()
        try pairFile?.publish()
        outcome.timings["writing"] = watch.split()
        outcome.take(result)
        if let memory, let peak = PeakMemory.kibibytes {
            outcome.bytesPerRecord = 1024 * (peak - memory) / max(outcome.rows, 1)
        }
        if result.report.crowdedRecords > 0 {
            outcome.notes.append(
                Problem(.file(path), .crowded(result.report.crowdedRecords), remedy: .tellApart))
        }
        return outcome
    }

    private func result(of list: PersonList, path: String, _ progress: Progress) throws(Problem) -> LinkageResult {
        do {
            return try Linkage(options: options(progress, rows: list.table.count)).result(of: list.table)
        } catch {
            var problem = error
            problem.place = problem.place ?? .file(path)
            throw problem
        }
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
    fileprivate static func crowded(_ count: Int) -> Wording {
        Wording(
            en:
                "\(count) records have nothing that fewer than \(LinkageReport.largestBlock) others share, so they were "
                + "compared only with records that are the same in everything.",
            fr:
                "\(count) fiches n'ont rien que moins de \(LinkageReport.largestBlock) autres ne partagent\u{A0}; elles "
                + "n'ont été comparées qu'aux fiches identiques en tout.")
    }

    fileprivate static let tellApart = Wording(
        en: "Add a column that tells them apart, such as a birth date or a telephone number.",
        fr: "Ajoutez une colonne qui les distingue, comme la date de naissance ou le téléphone.")

    fileprivate static func takesThePlace(of other: String) -> Wording {
        Wording(
            en: "what is found would take the place of \(other).", fr: "le résultat remplacerait \(other).")
    }

    fileprivate static let nameAnother = Wording(en: "Name another file.", fr: "Indiquez un autre fichier.")
}
