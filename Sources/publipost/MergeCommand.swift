import ArgumentParser
import Correspondence
import Mailing

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Makes a letter for each row of any CSV list; no client file is needed.",
        discussion: """
            The list's columns are fields as they stand ({{Montant}}); of the known ones (name, street, town…) the address is \
            made, and client.* is filled. What house.yml says is there as house.*, where there is one. A row whose letter \
            cannot be made is left out and named by its line; exit code 3. The file appears whole or not at all.
            """)

    @Argument(help: "The template: an .xhtml file, or a document of the template folder.")
    var template: String

    @Argument(help: "The list, a CSV file.")
    var list: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the letters go.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("ps, text or xml; by default what the file's ending says.", valueName: "format"))
    var format: ListMerge.Format?

    @Option(help: ArgumentHelp("Column names of your own: \"their_column: our_field\" lines.", valueName: "map.yml"))
    var map: String?

    @Option(help: ArgumentHelp("Makes at most so many letters.", valueName: "number"))
    var limit: Int?

    @Option(help: ArgumentHelp("The date of the letters, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("Where the rows that got no letter go, as CSV.", valueName: "file"))
    var leftOut: String?

    @OptionGroup var printing: PrintingOptions

    @Option(help: ArgumentHelp("The template folder.", valueName: "folder"))
    var templates = "Templates"

    @OptionGroup var speech: VoiceOptions

    // The command was validated: one of the two says it.
    private var chosenFormat: ListMerge.Format { format ?? ListMerge.Format(endingOf: out) ?? .postScript }

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
        if format == nil, ListMerge.Format(endingOf: out) == nil {
            throw ValidationError("\(out) ends in none of .ps, .txt and .xml: add --format ps, text or xml.")
        }
        try printing.check(isPostScript: chosenFormat == .postScript, isText: chosenFormat == .text)
    }

    func run() throws {
        // Letters that go to standard output are not to be mixed with words about them.
        let voice = Voice(
            language: speech.language, quiet: speech.quiet, json: speech.json || out == "/dev/stdout")
        let line = ProgressLine(voice)
        defer { line.clear() }
        let merge = ListMerge(
            template, templates: templates, date: date ?? .today, limit: limit, language: speech.lang,
            wishes: printing.wishes)
        let report = try merge.run(
            list: list, map: map, to: out, as: chosenFormat, leftOut: leftOut, progress: line.progress)
        line.clear()
        for remark in report.remarks { voice.note(remark) }
        for fault in report.faults { voice.fault(fault) }
        for note in report.notes { voice.note(note) }
        voice.say(report.words)
        if speech.json { try JSONOutput.print(MergeOutput(report)) }
        if report.leftOutCount > 0 { throw ExitCode.leftOut }
    }
}

extension ListMerge.Format: ExpressibleByArgument {}

/// What `merge --json` prints.
private struct MergeOutput: Encodable {
    struct Row: Encodable {
        var line: Int
        var code: String
    }

    /// Absent where no letter was made.
    var file: String?
    var rows: Int
    var letters: Int
    var pages: Int
    var bytes: Int
    var leftOut: Int
    /// The first of them.
    var leftOutRows: [Row]
    var warnings: Int
    var warnedRows: [Row]
    /// Seconds by stage.
    var timings: [String: Double]
    /// In kibibytes.
    var peakMemory: Int?

    init(_ report: MergeReport) {
        file = report.file
        rows = report.rows
        letters = report.letters
        pages = report.pages
        bytes = report.bytes
        leftOut = report.leftOutCount
        leftOutRows = report.leftOut.map { Row(line: $0.line, code: $0.code) }
        warnings = report.warningCount
        warnedRows = report.warnings.map { Row(line: $0.line, code: $0.code) }
        timings = report.timings
        peakMemory = PeakMemory.kibibytes
    }
}
