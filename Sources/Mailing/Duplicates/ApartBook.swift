import Correspondence
import Filing

/// Which clients somebody decided are not the same, by the numbers under which they are filed now.
struct ApartBook {
    private var others: [Client.Number: Set<Client.Number>] = [:]

    /// Nothing is decided.
    init() {}

    init(_ file: ClientFile) throws(Problem) {
        for decision in try file.apartDecisions() {
            // A record that was erased since keeps nobody apart.
            guard let one = try? file.currentNumber(of: decision.one),
                let other = try? file.currentNumber(of: decision.other), one != other
            else { continue }
            keep(one, other)
        }
    }

    mutating func keep(_ one: Client.Number, _ other: Client.Number) {
        others[one, default: []].insert(other)
        others[other, default: []].insert(one)
    }

    func holds(_ one: Client.Number, _ other: Client.Number) -> Bool {
        others[one]?.contains(other) ?? false
    }

    /// Whether a decision stands between two of `members`.
    func parts(_ members: [Client.Number]) -> Bool {
        members.contains { others[$0].map { !$0.isDisjoint(with: members) } ?? false }
    }
}
