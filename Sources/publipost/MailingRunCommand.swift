import ArgumentParser
import Correspondence
import Mailing

struct MailingRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Makes a mailing's letters and books them.",
        discussion: """
            Leaves a folder OUTPUT/NAME/DATE with the letters, the export, the morning sheet and a list of who was left out \
            and why. The folder appears whole or not at all. A run with nothing to do leaves none and says so.
            """)

    @Argument(help: "The mailing's name: Templates/mailings/NAME.yml.")
    var name: String

    @Option(help: ArgumentHelp("The date of the letters, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("Imports this list first.", valueName: "list"))
    var clients: String?

    @Option(help: ArgumentHelp("Makes at most so many letters; the others wait for the next run.", valueName: "number"))
    var limit: Int?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit wants a number of at least 1.") }
    }

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let run = MailingRun(
            shared.workplace, mailing: name, date: date ?? .today, limit: limit, language: shared.lang)
        let report = try run.run(importing: clients, progress: line.progress)
        line.clear()
        for note in report.summary.imported?.notes ?? [] { shared.voice.note(note) }
        for note in report.notes { shared.voice.note(note) }
        for fault in report.faults { shared.voice.fault(fault) }
        shared.voice.say(report.words)
        if shared.json { try JSONOutput.print(MailingRunOutput(report)) }
        if report.summary.hasFaults { throw ExitCode.leftOut }
    }
}

/// What `mailing run --json` prints.
private struct MailingRunOutput: Encodable {
    var mailing: String
    var date: String
    /// Absent where there was nothing to do.
    var folder: String?
    var letters: Int
    var pages: Int
    var leftOut: Int
    /// Pending requests without a letter of their own, by reason code.
    var setAside: [String: Int]
    var rejectedRows: Int
    var clients: Int
    /// The numbers of the merges that were made first.
    var merges: [Int64]
    /// Seconds by stage.
    var timings: [String: Double]

    init(_ report: MailingReport) {
        mailing = report.summary.mailing
        date = report.summary.date.iso
        folder = report.folder
        letters = report.summary.letters
        pages = report.summary.pages
        leftOut = report.summary.setAside.faultCount
        setAside = report.summary.setAside.counts
        rejectedRows = report.summary.imported?.rejected ?? 0
        clients = report.summary.clients
        merges = report.summary.merges.map(\.number)
        timings = report.timings
    }
}
