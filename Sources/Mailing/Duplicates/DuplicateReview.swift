package import Correspondence

/// A walk through the groups of a report, one decision each.
package struct DuplicateReview {
    private let groups: [DuplicateReport.Group]
    private var index = 0
    private var made: [DoneMerge] = []
    private var apart = 0

    /// - Parameter all: Whether the sure groups are shown too.
    package init(_ report: DuplicateReport, all: Bool) {
        groups = report.groups.filter { all || $0.found.likeness == .check }
    }

    /// The group to decide about. Nil: there is none left.
    package var current: DuplicateReport.Group? { index < groups.count ? groups[index] : nil }

    /// `3/41`.
    package var place: String { "\(index + 1)/\(groups.count)" }

    /// Does what a key asks for.
    ///
    /// - Returns: What was done, in words. Nil: nothing to tell.
    package mutating func press(_ key: Character, at desk: DuplicateDesk) throws(Problem) -> Wording? {
        guard let current else { return nil }
        let members = current.found.members.map(String.init)
        switch key.lowercased() {
        case "m":
            let answer = try desk.merge(members)
            made += answer.merges
            index += 1
            return answer.words
        case "a":
            _ = try desk.keepApart(members)
            apart += 1
            index += 1
            return .keptApart
        case "s", " ": passOver()
        case "u":
            guard let last = made.popLast() else { return .nothingToUndo }
            return try desk.undo(last.number).words
        case "q": index = groups.count
        default: return .unknownKey
        }
        return nil
    }

    /// Leaves the group as it is and goes on to the next.
    package mutating func passOver() { index += 1 }

    /// What the walk came to.
    package var words: Wording {
        guard !groups.isEmpty else { return .nothingToCheck }
        return Wording(
            en: "\(made.count) merged, \(apart) kept apart, of \(groups.count) groups.",
            fr: "\(made.count) fusionnés, \(apart) séparés, sur \(groups.count) groupes.")
    }

    package static let keys = Wording(
        en: "m merge · a not the same · s later · u undo · q quit",
        fr: "m fusionner · a différents · s plus tard · u annuler · q quitter")
}

extension Wording {
    fileprivate static let keptApart = Wording(en: "Kept apart.", fr: "Séparés.")
    fileprivate static let nothingToCheck = Wording(
        en: "No group is to be checked. The sure ones are shown with: publipost duplicates review --all",
        fr: "Aucun groupe n’est à vérifier. Les sûrs se voient avec\u{A0}: publipost duplicates review --all")
    fileprivate static let nothingToUndo = Wording(en: "Nothing to undo.", fr: "Rien à annuler.")
    fileprivate static let unknownKey = Wording(
        en: "This key means nothing here.", fr: "Cette touche n’a pas de sens ici.")
}
