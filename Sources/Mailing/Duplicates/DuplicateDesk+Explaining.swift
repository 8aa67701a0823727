package import Correspondence
import Filing
import Foundation
import Linkage

/// What is thought of two clients, and why.
package struct PairExplanation: Sendable {
    package var pair: FoundPair
    /// The strongest first; it adds up to the pair's weight.
    package var evidence: [Evidence]
    /// Somebody decided that they are not the same.
    package var isSettled: Bool
}

extension DuplicateDesk {
    /// Up to here the whole file is looked through, so that the answer is the report's; above, the kept model judges the pair alone.
    private static let smallFile = 20_000

    /// Explains what is thought of two clients, field by field.
    ///
    /// - Throws: A `Problem` where one is missing, or both are one client already.
    package func explain(
        _ a: ClientKey, _ b: ClientKey, progress: Progress = .unwatched
    ) throws(Problem) -> PairExplanation {
        let (x, y) = (try file.currentNumber(of: number(of: a)), try file.currentNumber(of: number(of: b)))
        guard x != y else { throw Problem(.client(x, file: file.path), .oneClient) }
        let (one, other) = (min(x, y), max(x, y))
        let isSettled = try ApartBook(file).holds(one, other)
        if try file.clientCount() <= Self.smallFile {
            let look = try DuplicateLook(through: RecordList(file), apart: ApartBook(), progress: progress)
            let evidence = look.explain(one, other)
            let found = look.groups.flatMap(\.pairs).first { $0.one == one && $0.other == other }
            return PairExplanation(
                pair: found ?? Self.pair(one, other, evidence), evidence: evidence, isSettled: isSettled)
        }
        return try explainAlone(one, other, isSettled: isSettled)
    }

    private func explainAlone(
        _ one: Client.Number, _ other: Client.Number, isSettled: Bool
    ) throws(Problem) -> PairExplanation {
        let model = try LinkageMemory.model(in: file, on: clerk.day)
        let count = try file.clientCount()
        let scorer =
            model.map { Scorer(fields: RecordList.columns, model: $0) }
            ?? Scorer(fields: RecordList.columns, records: count)
        let (first, second) = (
            RecordList.cells(of: try file.client(one).client), RecordList.cells(of: try file.client(other).client)
        )
        var table = scorer.table
        table.append(cells: second)
        let evidence = scorer.explain(first, second)
        var pair = Self.pair(one, other, evidence)
        if let scored = scorer.scores(of: first, among: table, threshold: 0).first { pair.likeness = scored.likeness }
        return PairExplanation(pair: pair, evidence: evidence, isSettled: isSettled)
    }

    private static func pair(_ one: Client.Number, _ other: Client.Number, _ evidence: [Evidence]) -> FoundPair {
        let bits = evidence.reduce(0) { $0 + $1.weight.bits }
        let probability = 1 / (1 + exp2(-bits))
        return FoundPair(
            one: one, other: other, probability: probability, weight: MatchWeight(bits: bits),
            likeness: probability >= 0.5 ? .check : .different)
    }
}

extension Scorer {
    /// An empty table of the scorer's columns.
    fileprivate var table: RecordTable { RecordTable(fields: fields) }
}

extension PairExplanation {
    /// A line for each piece of evidence, then the sum and the answer.
    package func lines(in language: MessageLanguage) -> [String] {
        let words = DuplicateWords(language)
        let rows = evidence.map { evidence in
            [words.bits(evidence.weight), words.subject(of: evidence), evidence.level.text(in: language)]
        }
        let sum =
            "\(words.bits(pair.weight)) bits, \(words.percent(pair.probability))\(words.colon)\(words.answer(pair.likeness))"
        var lines = DuplicateReport.columns(rows.map { [padded($0[0]), $0[1], $0[2]] })
        lines.append(sum)
        if isSettled {
            lines.append(
                words.say("Somebody decided that they are not the same.", "Quelqu’un a décidé qu’ils sont différents."))
        }
        return lines
    }

    private func padded(_ figure: String) -> String {
        String(repeating: " ", count: max(0, 6 - figure.count)) + figure
    }
}

extension Wording {
    fileprivate static let oneClient = Wording(
        en: "both numbers are this one client already.", fr: "les deux numéros sont déjà ce même client.")
}
