/// How much a piece of evidence speaks for two records being the same client.
///
/// Unit: bits, log2(m / u). `+3` means eight times likelier for the same client than for two strangers,
/// `0` says nothing, negative speaks against. Independent evidence adds up.
package struct MatchWeight: Comparable, Hashable, Sendable {
    package var bits: Double

    package init(bits: Double) {
        self.bits = bits
    }

    package static func < (a: MatchWeight, b: MatchWeight) -> Bool { a.bits < b.bits }
    package static func + (a: MatchWeight, b: MatchWeight) -> MatchWeight { MatchWeight(bits: a.bits + b.bits) }
}

/// What one comparison of two records says: which field, at which level of agreement, how strongly.
package struct Evidence: Hashable, Sendable {
    /// The field's name, or the names of the fields that were judged together, such as `phone`.
    package var field: String
    /// The level of agreement, in words an office understands: "same", "sounds alike", "differs"…
    package var level: Wording
    package var weight: MatchWeight

    package init(field: String, level: Wording, weight: MatchWeight) {
        self.field = field
        self.level = level
        self.weight = weight
    }
}

/// What is thought of two records.
package enum Likeness: String, Hashable, Sendable {
    /// Safe to merge unattended.
    case same
    /// Probably the same client; a person should look.
    case check
    case different
}

/// Records believed to be one client.
package struct DuplicateGroup: Hashable, Sendable {
    /// Two or more client numbers, ascending.
    package var members: [Client.Number]
    /// The probability, 0 to 1, of the weakest link that holds the group together.
    package var probability: Double
    /// Whether every member is surely the same client, or a person should look.
    package var likeness: Likeness

    package init(members: [Client.Number], probability: Double, likeness: Likeness) {
        self.members = members
        self.probability = probability
        self.likeness = likeness
    }
}
