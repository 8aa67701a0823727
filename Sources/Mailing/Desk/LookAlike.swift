package import Correspondence

/// A client who may be the person that somebody is about to create.
package struct LookAlike: Hashable, Sendable {
    package var line: ClientLine
    /// 0 to 1.
    package var probability: Double
    package var likeness: Likeness
    /// What speaks for it and against it, the strongest first.
    package var evidence: [Evidence]

    /// The likeness in a word.
    package var answer: Wording {
        switch likeness {
        case .same: Wording(en: "surely the same", fr: "sûrement le même")
        case .check: Wording(en: "probably the same", fr: "probablement le même")
        case .different: Wording(en: "perhaps another", fr: "peut-être un autre")
        }
    }

    /// The reason in words: "phone: same; birth date: same; street differs".
    package var reason: Wording {
        let spoken = evidence.filter {
            !Self.isAside($0.field) && (Self.isName($0.field) || abs($0.weight.bits) >= 0.3)
        }
        .prefix(5)
        return Wording(
            en: spoken.map { "\(Self.label($0.field).english): \($0.level.english)" }.joined(separator: "; "),
            fr: spoken.map { "\(Self.label($0.field).french)\u{A0}: \($0.level.french)" }.joined(separator: "\u{A0}; "))
    }

    /// What says nothing of the two records themselves.
    private static func isAside(_ field: String) -> Bool { field.isEmpty || field == "other records" }

    /// What is always said, however common the name is.
    private static func isName(_ field: String) -> Bool { ["family_name", "given_name", "company"].contains(field) }

    /// What an office calls a field, or several that were judged together: `street + postcode + town`.
    private static func label(_ names: String) -> Wording {
        let fields = names.split(separator: " ").filter { $0 != "+" }.map(String.init)
        if fields.contains("street") || fields.contains("town") { return Wording(en: "address", fr: "adresse") }
        return Wording(
            en: fields.map { $0.replacing("_", with: " ") }.joined(separator: ", "),
            fr: fields.map { ClientField(rawValue: $0)?.frenchName ?? $0 }.joined(separator: ", "))
    }
}
