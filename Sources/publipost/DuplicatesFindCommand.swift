import ArgumentParser
import Correspondence
import FoundationEssentials
import Mailing

struct DuplicatesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Finds the duplicates in any list; no client file is needed.",
        discussion: """
            Writes id,group: each id once, records of one group are the same client. With --pairs also every pair at or above \
            the threshold, with its probability, its weight in bits and the answer: same (safe to merge unattended) or check. \
            Without a birth date or a number of their own (a member's, a passport's), persons of one name and house are never \
            "same": a father and his son look alike on paper. Nor is anybody where no column is known as a name. A column that \
            publipost does not know is compared under its own name.
            """)

    @Argument(help: "The list, a CSV file.")
    var list: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the groups go.", valueName: "groups.csv"))
    var output: String

    @Option(help: ArgumentHelp("Column names of your own: \"their_column: our_field\" lines.", valueName: "map.yml"))
    var map: String?

    @Option(help: ArgumentHelp("Where the pairs go.", valueName: "pairs.csv"))
    var pairs: String?

    @Option(help: ArgumentHelp("The probability from which two records are one client, 0 to 1.", valueName: "p"))
    var threshold = 0.5

    @Flag(help: "Print one JSON value on standard output and nothing else.")
    var json = false

    @Flag(help: "Print nothing but problems.")
    var quiet = false

    @Option(help: ArgumentHelp("The language of messages: fr or en.", valueName: "language"))
    var lang: MessageLanguage?

    func validate() throws {
        guard threshold > 0 && threshold < 1 else {
            throw ValidationError("--threshold wants a number between 0 and 1, such as 0.5.")
        }
    }

    func run() throws {
        let voice = Voice(language: lang ?? .ofLocale, quiet: quiet, json: json)
        let line = ProgressLine(voice)
        defer { line.clear() }
        let search = DuplicateSearch(threshold: threshold, workers: ProcessInfo.processInfo.activeProcessorCount)
        let outcome = try search.run(list: list, map: map, groups: output, pairs: pairs, progress: line.progress)
        line.clear()
        for note in outcome.notes { voice.note(note) }
        for fault in outcome.faults { voice.fault(fault) }
        voice.say(outcome.words)
        if json { try JSONOutput.print(SearchOutput(outcome)) }
        if outcome.unreadable > 0 { throw ExitCode.leftOut }
    }
}

/// What `duplicates find --json` prints.
private struct SearchOutput: Encodable {
    struct Rule: Encodable {
        var name: String
        var pairs: Int
        var skippedRecords: Int
    }

    var records: Int
    var groups: Int
    var groupedRecords: Int
    var pairs: Int
    var samePairs: Int
    var unreadableRows: Int
    var candidatePairs: Int
    var candidatePairsPerSecond: Double
    var bytesPerRecord: Int?
    var rules: [Rule]
    /// Seconds by stage.
    var timings: [String: Double]
    var linkageTimings: [String: Double]

    init(_ outcome: DuplicateSearch.Outcome) {
        records = outcome.rows
        groups = outcome.groups
        groupedRecords = outcome.groupedRecords
        pairs = outcome.pairs
        samePairs = outcome.samePairs
        unreadableRows = outcome.unreadable
        candidatePairs = outcome.candidatePairs
        candidatePairsPerSecond = outcome.candidatePairsPerSecond
        bytesPerRecord = outcome.bytesPerRecord
        rules = outcome.rules.map { Rule(name: $0.name, pairs: $0.pairs, skippedRecords: $0.skippedRecords) }
        timings = outcome.timings
        linkageTimings = outcome.linkageTimings
    }
}
