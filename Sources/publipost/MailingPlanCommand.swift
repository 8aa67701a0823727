import ArgumentParser
import Correspondence
import Mailing

struct MailingPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Counts the letters that a run would make, and writes nothing.")

    @Argument(help: "The mailing's name: Templates/mailings/NAME.yml.")
    var name: String

    @Option(help: ArgumentHelp("The date of the letters, yyyy-mm-dd; by default today.", valueName: "date"))
    var date: CivilDate?

    @Option(help: ArgumentHelp("Counts at most so many letters.", valueName: "number"))
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
        let summary = try run.plan(progress: line.progress)
        line.clear()
        shared.voice.say(summary.forecast)
        if shared.json { try JSONOutput.print(PlanOutput(summary)) }
    }
}

/// What `mailing plan --json` prints.
private struct PlanOutput: Encodable {
    var mailing: String
    var date: String
    var requests: Int
    var letters: Int
    var lettersByLanguage: [String: Int]
    var lettersByCountry: [String: Int]
    /// Pending requests without a letter of their own, by reason code.
    var setAside: [String: Int]

    init(_ summary: RunSummary) {
        mailing = summary.mailing
        date = summary.date.iso
        requests = summary.requests
        letters = summary.letters
        lettersByLanguage = Dictionary(
            uniqueKeysWithValues: summary.lettersByLanguage.map { ($0.key.rawValue, $0.value) })
        lettersByCountry = summary.lettersByCountry
        setAside = summary.setAside.counts
    }
}
