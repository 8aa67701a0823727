package import Correspondence

/// Two records that may be one client.
package struct FoundPair: Hashable, Sendable {
    /// The lower number.
    package var one: Client.Number
    package var other: Client.Number
    /// The chance that both are one client, 0 to 1.
    package var probability: Double
    /// log2 of the odds of `probability`.
    package var weight: MatchWeight
    package var likeness: Likeness
}

/// Records believed to be one client, with the pairs that hold them together. No two of them were decided to be different.
package struct FoundGroup: Hashable, Sendable {
    /// Two or more client numbers, ascending.
    package var members: [Client.Number]
    /// The pairs inside the group that are at least likely, by number.
    package var pairs: [FoundPair]
    /// The parts that may be merged unattended: disjoint, of two or more members each, ascending.
    package var sureParts: [[Client.Number]]

    /// The probability of the weakest of the pairs.
    package var probability: Double { probability(within: members) }

    /// Whether all of it may be merged unattended.
    package var likeness: Likeness { sureParts.first?.count == members.count ? .same : .check }

    /// What is written beside the tick box on paper.
    package var code: GroupCode { GroupCode(of: members) }

    /// The probability of the weakest pair among some of the members.
    func probability(within part: [Client.Number]) -> Double {
        pairs.filter { part.contains($0.one) && part.contains($0.other) }.map(\.probability).min() ?? 0
    }
}
