import Correspondence

/// What somebody typed after `merge` or `apart`: clients of one group, or codes of groups.
enum GroupWords {
    case clients([ClientKey])
    case codes([GroupCode])

    /// - Throws: A `Problem` (weight: usage) where the words are neither, or both.
    init(_ words: [String]) throws(Problem) {
        let keys = words.compactMap { ClientKey($0) }
        let codes = words.compactMap { ClientKey($0) == nil ? GroupCode(typed: $0) : nil }
        for word in words where ClientKey(word) == nil && GroupCode(typed: word) == nil {
            throw Problem(.option(word), .noWord, remedy: .typeEither, weight: .usage)
        }
        if keys.isEmpty, !codes.isEmpty {
            self = .codes(codes)
        } else if codes.isEmpty, keys.count > 1 {
            self = .clients(keys)
        } else {
            throw Problem(words.first.map(Place.option), .tooFew, remedy: .typeEither, weight: .usage)
        }
    }

    /// The members of each group.
    func groups(in desk: DuplicateDesk, progress: Progress) throws(Problem) -> [[Client.Number]] {
        switch self {
        case .clients(let keys):
            var members: [Client.Number] = []
            for key in keys {
                let number = try desk.number(of: key)
                // Named twice is once; a client beside none but itself is for the file to refuse.
                if !members.contains(number) || keys.count == 2 { members.append(number) }
            }
            return [members]
        case .codes(let codes):
            return try Self.members(of: codes, in: desk, progress: progress)
        }
    }

    /// What the last report meant by the codes; for one that is not in it, what is found now.
    private static func members(
        of codes: [GroupCode], in desk: DuplicateDesk, progress: Progress
    ) throws(Problem) -> [[Client.Number]] {
        var known = try ReportMemory.groups(in: desk.file)
        if codes.contains(where: { known[$0] == nil }) {
            for group in try DuplicateLook(at: desk.file, progress: progress).groups {
                known[group.code] = group.members
            }
        }
        var groups: [[Client.Number]] = []
        for code in codes {
            guard let members = known[code] else { throw Problem(.option(code.text), .noGroup, remedy: .newReport) }
            groups.append(members)
        }
        return groups
    }
}

extension Wording {
    fileprivate static let noWord = Wording(
        en: "this is neither a client's number nor a group's code.",
        fr: "ce n’est ni un numéro de client ni le code d’un groupe.")
    fileprivate static let tooFew = Wording(
        en: "give at least two clients, or only codes.", fr: "donnez au moins deux clients, ou seulement des codes.")
    fileprivate static let typeEither = Wording(
        en: "Type clients, such as: 12 40 ref:C2038; or codes of the report, such as: K7F2QX",
        fr: "Tapez des clients, par exemple\u{A0}: 12 40 ref:C2038\u{A0}; ou des codes du rapport\u{A0}: K7F2QX")
    fileprivate static let noGroup = Wording(
        en: "no group has this code: it was mistyped, or its records have changed since the report.",
        fr: "aucun groupe n’a ce code\u{A0}: faute de frappe, ou fiches changées depuis le rapport.")
    fileprivate static let newReport = Wording(
        en: "Make a new one with: publipost duplicates report",
        fr: "Faites-en un nouveau\u{A0}: publipost duplicates report")
}
