import ArgumentParser
import Correspondence
import Mailing

struct DuplicatesMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Makes records one client; every merge can be undone.",
        discussion: """
            Clients by number or ref:TEXT, at least two, become one; codes stand for groups of the last report. Field by field, \
            what was confirmed last is shown, then the fuller record's; nothing is thrown away, and an objection or a \
            returned-mail flag is never lost. --automatic merges all that is surely the same.
            """)

    @Argument(help: ArgumentHelp("Two or more clients, or codes of the report.", valueName: "client or code"))
    var words: [String] = []

    @Flag(help: "Merge all that is surely the same, and nothing else.")
    var automatic = false

    @Option(help: ArgumentHelp("With --automatic: at most so many merges, the surest first.", valueName: "number"))
    var atMost: Int?

    @Option(help: ArgumentHelp("The client whose number stays; by default the lowest.", valueName: "client"))
    var into: ClientKey?

    @Option(help: ArgumentHelp("Show this client's value of a field, as in: phone=40", valueName: "field=client"))
    var take: [FieldChoice] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if automatic != words.isEmpty {
            throw ValidationError("Give clients or codes to merge, or --automatic alone.")
        }
        if let atMost, atMost < 1 || !automatic {
            throw ValidationError("--at-most wants a number of at least 1, and goes with --automatic.")
        }
        if automatic && (into != nil || !take.isEmpty) {
            throw ValidationError("--into and --take are for clients that you name.")
        }
    }

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let desk = try DuplicateDesk(shared.workplace)
        let choices = Dictionary(take.map { ($0.field, $0.client) }, uniquingKeysWith: { $1 })
        let answer =
            automatic
            ? try desk.mergeAutomatically(atMost: atMost, progress: line.progress)
            : try desk.merge(words, into: into, choices: choices, progress: line.progress)
        line.clear()
        shared.voice.say(answer.words)
        if shared.json { try JSONOutput.print(MergeOutput(answer)) }
    }
}

/// A field and the client that it is taken from: `phone=40`.
struct FieldChoice: ExpressibleByArgument {
    var field: ClientField
    var client: ClientKey

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = ClientField(rawValue: String(parts[0])),
            let client = ClientKey(String(parts[1]))
        else { return nil }
        self.field = field
        self.client = client
    }
}

/// What `duplicates merge --json` prints.
private struct MergeOutput: Encodable {
    struct Merge: Encodable {
        var merge: Int64
        var survivor: Int64
        var merged: [Int64]
    }

    var merges: [Merge]

    init(_ answer: MergeAnswer) {
        merges = answer.merges.map { Merge(merge: $0.number, survivor: $0.survivor, merged: $0.merged) }
    }
}
