package import Correspondence
package import Filing
import Foundation
package import Linkage

/// One look through records for those that are the same client. What somebody decided is respected.
package struct DuplicateLook {
    let list: RecordList
    /// Disjoint groups, ordered by their first member.
    package private(set) var groups: [FoundGroup] = []
    /// Likely pairs that somebody decided are not the same, by number.
    private(set) var settled: [FoundPair] = []
    /// Nil where there were fewer than two records.
    package let result: LinkageResult?

    /// Looks through a whole client file.
    ///
    /// - Complexity: Memory grows with the client file: Linkage holds it as one compact table.
    package init(at file: ClientFile, model: LinkageModel? = nil, progress: Progress) throws(Problem) {
        try self.init(
            through: RecordList(file), apart: ApartBook(file), model: model, progress: progress)
    }

    /// - Parameter model: What an earlier look learned. Nil: it is learned from this list.
    init(
        through list: RecordList, apart: ApartBook, model: LinkageModel? = nil, progress: Progress
    ) throws(Problem) {
        self.list = list
        let count = list.numbers.count
        try progress.tell(.comparing, 0, of: count)
        guard count > 1 else {
            result = nil
            return
        }
        let options = LinkageOptions(
            workers: ProcessInfo.processInfo.activeProcessorCount, model: model,
            progress: { _, part in progress.show(.comparing, Int(part * Double(count)), of: count) })
        let result = try Linkage(options: options).result(of: list.table)
        self.result = result
        sort(result, apart: apart)
    }

    /// Returns the evidence on two clients of the list, field by field.
    func explain(_ one: Client.Number, _ other: Client.Number) -> [Evidence] {
        guard let result, let a = list.row(of: one), let b = list.row(of: other) else { return [] }
        return result.explain(min(a, b), max(a, b))
    }

    private mutating func sort(_ result: LinkageResult, apart: ApartBook) {
        var groupOfRow: [Int: Int] = [:]
        for (number, group) in result.groups.enumerated() {
            for row in group { groupOfRow[row] = number }
        }
        var pairs = [[FoundPair]](repeating: [], count: result.groups.count)
        for pair in result.pairs {
            let found = found(pair)
            if apart.holds(found.one, found.other) {
                settled.append(found)
            } else if let group = groupOfRow[pair.a], group == groupOfRow[pair.b] {
                pairs[group].append(found)
            }
        }
        for (rows, pairs) in zip(result.groups, pairs) {
            groups += Self.groups(of: rows.map { list.numbers[$0] }, pairs: pairs, apart: apart)
        }
        groups.sort { $0.members[0] < $1.members[0] }
    }

    private func found(_ pair: LinkedPair) -> FoundPair {
        FoundPair(
            one: list.numbers[pair.a], other: list.numbers[pair.b], probability: pair.probability, weight: pair.weight,
            likeness: pair.likeness)
    }

    /// The group as it was found, or its parts where a decision stands between two members.
    private static func groups(of members: [Client.Number], pairs: [FoundPair], apart: ApartBook) -> [FoundGroup] {
        let isParted = apart.parts(members)
        let wholes =
            isParted ? GroupParts(members) { !apart.holds($0, $1) }.joined(by: pairs) : [members]
        return wholes.map { whole in
            let inside = pairs.filter { whole.contains($0.one) && whole.contains($0.other) }
            return FoundGroup(members: whole, pairs: inside, sureParts: sureParts(of: whole, inside, apart))
        }
    }

    /// What holds together by "same" pairs alone, each member being likely the same as every other: a chain whose ends are not is
    /// for a person to judge.
    private static func sureParts(
        of members: [Client.Number], _ pairs: [FoundPair], _ apart: ApartBook
    ) -> [[Client.Number]] {
        let likely = Set(pairs.map { [$0.one, $0.other] })
        let parts = GroupParts(members) { likely.contains([min($0, $1), max($0, $1)]) && !apart.holds($0, $1) }
        return parts.joined(by: pairs.filter { $0.likeness == .same })
    }
}
