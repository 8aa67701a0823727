import ArgumentParser
import Correspondence
import Mailing

struct DuplicatesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says field by field why two clients are thought to be the same, or not.",
        discussion: "In bits: +3 means eight times likelier for one client than for two; a minus speaks against.")

    @Argument(help: "A client: its number or ref:TEXT.")
    var one: ClientKey

    @Argument(help: "The other client.")
    var other: ClientKey

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let explanation = try DuplicateDesk(reading: shared.workplace).explain(one, other, progress: line.progress)
        line.clear()
        if shared.json { return try JSONOutput.print(ExplanationOutput(explanation, in: shared.language)) }
        for text in explanation.lines(in: shared.language) { print(text) }
    }
}

/// What `duplicates explain --json` prints.
private struct ExplanationOutput: Encodable {
    struct Part: Encodable {
        var field: String
        var level: String
        var bits: Double
    }

    var one: Int64
    var other: Int64
    var answer: String
    var probability: Double
    var bits: Double
    var apart: Bool
    var evidence: [Part]

    init(_ explanation: PairExplanation, in language: MessageLanguage) {
        one = explanation.pair.one
        other = explanation.pair.other
        answer = explanation.pair.likeness.rawValue
        probability = explanation.pair.probability
        bits = explanation.pair.weight.bits
        apart = explanation.isSettled
        evidence = explanation.evidence.map {
            Part(field: $0.field, level: $0.level.text(in: language), bits: $0.weight.bits)
        }
    }
}
