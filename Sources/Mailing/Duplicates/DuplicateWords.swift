package import Correspondence

/// How the clean-up speaks of evidence, likelihood and money, in one language.
package struct DuplicateWords: Sendable {
    package let language: MessageLanguage

    package init(_ language: MessageLanguage) {
        self.language = language
    }

    func say(_ english: String, _ french: String) -> String {
        language == .french ? french : english
    }

    /// A field's name as an office says it.
    func name(of field: ClientField) -> String {
        language == .french ? field.frenchName : field.name.replacing("_", with: " ")
    }

    /// What a piece of evidence is about: `phone`, or `street, postcode, town` where several fields were judged together.
    package func subject(of evidence: Evidence) -> String {
        switch evidence.field {
        case "": say("before comparing", "avant de comparer")
        case "title": say("title", "civilité")
        case "other records": say("other records", "autres fiches")
        case "street + postcode + town": say("address", "adresse")
        case "given_name + email": say("given name in the e-mail", "prénom dans l’e-mail")
        case "family_name + given_name": say("order of the names", "ordre des noms")
        default: evidence.field.split(separator: " + ").map(word(for:)).joined(separator: ", ")
        }
    }

    private func word(for field: Substring) -> String {
        ClientField(rawValue: String(field)).map(name(of:)) ?? String(field)
    }

    /// `phone: same`.
    package func phrase(_ evidence: Evidence) -> String {
        if evidence.field.isEmpty { return evidence.level.text(in: language) }
        return subject(of: evidence) + colon + evidence.level.text(in: language)
    }

    var colon: String { language == .french ? "\u{A0}: " : ": " }

    /// `+3.2`, with the language's decimal sign.
    package func bits(_ weight: MatchWeight) -> String {
        let tenths = Int((weight.bits * 10).rounded())
        let sign = tenths < 0 ? "−" : "+"
        return "\(sign)\(tenths.magnitude / 10)\(decimalSign)\(tenths.magnitude % 10)"
    }

    /// `99.7 %`; what rounds to a certainty is not called one.
    package func percent(_ probability: Double) -> String {
        let thousandths = min(999, max(1, Int((probability * 1000).rounded())))
        return "\(thousandths / 10)\(decimalSign)\(thousandths % 10)\u{A0}%"
    }

    /// `1.5`.
    func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(decimalSign)\(tenths % 10)"
    }

    func euros(_ amount: Money) -> String {
        let cents = amount.cents % 100
        return "\(amount.cents / 100)\(decimalSign)\(cents < 10 ? "0" : "")\(cents)\u{A0}€"
    }

    private var decimalSign: String { language == .french ? "," : "." }

    package func answer(_ likeness: Likeness) -> String {
        switch likeness {
        case .same: say("sure", "sûr")
        case .check: say("to be checked", "à vérifier")
        case .different: say("different", "différents")
        }
    }

    /// The evidence in a sentence: what speaks for one client, then what speaks against.
    package func sentence(_ evidence: [Evidence]) -> String {
        let telling = evidence.filter { !$0.field.isEmpty && abs($0.weight.bits) >= 0.5 }
        let (pro, contra) = (telling.filter { $0.weight.bits > 0 }, telling.filter { $0.weight.bits < 0 })
        var parts: [String] = []
        if !pro.isEmpty { parts.append(say("For", "Pour") + colon + list(pro)) }
        if !contra.isEmpty { parts.append(say("Against", "Contre") + colon + list(contra)) }
        return parts.joined(separator: " ")
    }

    private func list(_ evidence: [Evidence]) -> String {
        let subjects = evidence.map { "\(subject(of: $0)) (\($0.level.text(in: language)))" }
        return subjects.joined(separator: ", ") + "."
    }

    /// Whether a group may be merged unattended, and if not, why not.
    func verdict(on group: DuplicateReport.Group) -> String {
        if group.found.likeness == .same {
            return say("Sure: may be merged unattended.", "Sûr\u{A0}: peut être fusionné sans surveillance.")
        }
        let weakest = group.pairs.filter { $0.found.likeness != .same }.last
        let against = (weakest?.evidence ?? []).filter { !$0.field.isEmpty && $0.weight.bits <= -0.5 }
        if let weakest, !against.isEmpty {
            return say(
                "Not merged unattended: between \(weakest.found.one) and \(weakest.found.other), ",
                "Pas fusionné sans surveillance\u{A0}: entre \(weakest.found.one) et \(weakest.found.other), ")
                + list(against)
        }
        if let weakest, weakest.evidence.contains(where: { $0.field == "other records" && $0.weight.bits >= 2 }) {
            return say(
                "Not merged unattended: between \(weakest.found.one) and \(weakest.found.other) it is mostly a third record "
                    + "that speaks for it.",
                "Pas fusionné sans surveillance\u{A0}: entre \(weakest.found.one) et \(weakest.found.other), c’est surtout une "
                    + "troisième fiche qui parle pour.")
        }
        if weakest != nil {
            return say(
                "Not merged unattended: too little is known to be sure.",
                "Pas fusionné sans surveillance\u{A0}: on en sait trop peu pour être sûr.")
        }
        return say(
            "Not merged unattended: not every record resembles every other.",
            "Pas fusionné sans surveillance\u{A0}: les fiches ne se ressemblent pas toutes entre elles.")
    }
}
