import ArgumentParser
import Correspondence
import Mailing

struct DuplicatesReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Shows the duplicates in the client file, side by side, and why.",
        discussion: """
            Those first whose cleaning saves most. Without a file to write to, the report is printed. Nothing is merged. The \
            codes beside the tick boxes are for: publipost duplicates merge CODE… and publipost duplicates apart CODE…
            """)

    @Option(help: ArgumentHelp("One self-contained page, to be read or printed on A4.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("The report as plain text.", valueName: "file"))
    var text: String?

    @Option(help: ArgumentHelp("XML; its schema: publipost schema duplicates.", valueName: "file"))
    var xml: String?

    @Option(help: ArgumentHelp("One row for each record.", valueName: "file"))
    var csv: String?

    @Option(help: ArgumentHelp("Tell at most so many groups in full.", valueName: "number"))
    var limit = 500

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
    }

    func run() throws {
        let files = ReportFiles(html: html, text: text, xml: xml, csv: csv)
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let report = try DuplicateDesk(shared.workplace).report(
            in: shared.lang, limit: limit, for: files, progress: line.progress)
        try report.write(to: files)
        line.clear()
        if shared.json { return try JSONOutput.print(DuplicateReportOutput(report)) }
        if files.isEmpty { return print(report.text, terminator: "") }
        shared.voice.say(report.brief)
    }
}

/// What `duplicates report --json` prints.
private struct DuplicateReportOutput: Encodable {
    struct Group: Encodable {
        var code: String
        var answer: String
        var probability: Double
        var lettersSaved: Double
        var members: [Int64]
        var pairs: [Pair]
    }

    struct Pair: Encodable {
        var one: Int64
        var other: Int64
        var answer: String
        var probability: Double
        var bits: Double
    }

    var clients: Int
    var groups: Int
    var sure: Int
    var check: Int
    var spareRecords: Int
    var lettersSaved: Double
    /// In euros.
    var postageSaved: String
    var settled: [[Int64]]
    var list: [Group]

    init(_ report: DuplicateReport) {
        clients = report.state.clients
        groups = report.state.groups
        sure = report.state.sureGroups
        check = report.state.groupsToCheck
        spareRecords = report.state.spareRecords
        lettersSaved = report.state.lettersSaved
        let cents = report.state.postageSaved.cents
        postageSaved = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
        settled = report.settled.map { [$0.one, $0.other] }
        list = report.groups.map { group in
            Group(
                code: group.found.code.text, answer: group.found.likeness.rawValue,
                probability: group.found.probability, lettersSaved: group.lettersSaved, members: group.found.members,
                pairs: group.found.pairs.map { pair in
                    Pair(
                        one: pair.one, other: pair.other, answer: pair.likeness.rawValue,
                        probability: pair.probability, bits: pair.weight.bits)
                })
        }
    }
}
