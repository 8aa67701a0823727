import ArgumentParser
import Correspondence
import Mailing

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings clients, their requests and stays from a CSV or XML list into the client file.",
        discussion: """
            Encoding, separator and column names are recognised. A client whose reference is known already is updated, not \
            doubled; an empty cell changes nothing. A row that cannot be stored is written to the rejects with its reason. \
            XML that export has written brings back whole records: tabs, stays, requests, invoices, letters and objections; \
            into an empty file also the numbers. What is there already is not added again.
            """)

    @Argument(help: "The list.")
    var list: String

    @Option(help: ArgumentHelp("Column names of your own: \"their_column: our_field\" lines.", valueName: "map.yml"))
    var map: String?

    @Option(help: ArgumentHelp("Where refused rows go; by default beside the list.", valueName: "file"))
    var rejects: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let summary = try ClientImport(shared.workplace, on: .today, language: shared.language).run(
            list: list, map: map, rejects: rejects, progress: line.progress)
        line.clear()
        for note in summary.notes { shared.voice.note(note) }
        if let path = summary.rejectsPath {
            for refusal in summary.refusals(writtenTo: path) { shared.voice.fault(refusal) }
        }
        shared.voice.say(summary.words)
        if shared.json { try JSONOutput.print(ImportOutput(summary)) }
        if summary.rejected > 0 { throw ExitCode.leftOut }
    }
}

/// What `import --json` prints.
private struct ImportOutput: Encodable {
    var rows: Int
    var newClients: Int
    var updatedClients: Int
    var unchangedClients: Int
    var newRequests: Int
    var newStays: Int
    var rejected: Int
    var doubtfulCells: Int

    init(_ summary: ImportSummary) {
        rows = summary.rows
        newClients = summary.newClients
        updatedClients = summary.updatedClients
        unchangedClients = summary.unchangedClients
        newRequests = summary.newRequests
        newStays = summary.newStays
        rejected = summary.rejected
        doubtfulCells = summary.doubtfulCells
    }
}
