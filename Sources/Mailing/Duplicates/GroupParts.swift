import Correspondence

/// Joins records pair by pair, the strongest pair first, as long as nothing speaks against two of them being together.
struct GroupParts {
    private var parts: [[Client.Number]]
    private let mayMeet: (Client.Number, Client.Number) -> Bool

    /// - Parameter mayMeet: Whether two records may be in one part.
    init(_ members: [Client.Number], mayMeet: @escaping (Client.Number, Client.Number) -> Bool) {
        parts = members.map { [$0] }
        self.mayMeet = mayMeet
    }

    /// The parts of two or more, each ascending, ordered by their first.
    func joined(by pairs: [FoundPair]) -> [[Client.Number]] {
        var copy = self
        for pair in pairs.sorted(by: Self.isStronger) { copy.join(pair) }
        return copy.parts.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private static func isStronger(_ a: FoundPair, _ b: FoundPair) -> Bool {
        (a.likeness == .same ? 0 : 1, -a.weight.bits, a.one, a.other)
            < (b.likeness == .same ? 0 : 1, -b.weight.bits, b.one, b.other)
    }

    private mutating func join(_ pair: FoundPair) {
        guard let a = parts.firstIndex(where: { $0.contains(pair.one) }),
            let b = parts.firstIndex(where: { $0.contains(pair.other) }), a != b,
            parts[a].allSatisfy({ one in parts[b].allSatisfy { mayMeet(one, $0) } })
        else { return }
        parts[min(a, b)] += parts[max(a, b)]
        parts.remove(at: max(a, b))
    }
}
