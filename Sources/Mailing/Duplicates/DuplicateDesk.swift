package import Correspondence
import Filing
import Linkage

/// The duplicate clean-up at the desk: the report, merging, keeping apart, undoing, explaining.
package struct DuplicateDesk: Sendable {
    let file: ClientFile
    let clerk: Clerk
    private let workplace: Workplace

    /// - Throws: A `Problem` if the client file is missing or cannot be used.
    package init(_ workplace: Workplace, clerk: Clerk = .present) throws(Problem) {
        self.workplace = workplace
        self.clerk = clerk
        file = try ClientFile(at: workplace.clientFile, creating: false)
    }

    /// A desk at which the client file is only read, also where it cannot be written to.
    package init(reading workplace: Workplace) throws(Problem) {
        self.workplace = workplace
        clerk = .present
        file = try ClientFile(reading: workplace.clientFile)
    }

    /// Looks through the whole file and reports. The groups are remembered, so that their codes can be typed later.
    ///
    /// - Parameters:
    ///   - language: Nil: the house's, French where there is no `house.yml`.
    ///   - limit: At most so many groups are told in full, those first that save most.
    ///   - files: Where it will be written to: that it can be is seen first.
    package func report(
        in language: MessageLanguage?, limit: Int = 500, for files: ReportFiles = ReportFiles(),
        progress: Progress = .unwatched
    ) throws(Problem) -> DuplicateReport {
        try files.check(besides: file.path)
        let path = "\(workplace.templates)/house.yml"
        let house = FileBytes.exists(path) ? try House(path: path) : nil
        let postage = try house?.postage(saidIn: path)
        let look = try DuplicateLook(at: file, progress: progress)
        let report = try DuplicateReport(
            of: look, in: file, on: clerk.day, postage: postage ?? .usual,
            language: language ?? (house?.language ?? .french == .french ? .french : .english), limit: limit,
            progress: progress)
        try ReportMemory.keep(look.groups, on: clerk.day, in: file)
        return report
    }

    /// Merges all that is surely the same.
    ///
    /// - Parameter ceiling: At most so many merges, the surest first. Nil: no ceiling.
    package func mergeAutomatically(
        atMost ceiling: Int? = nil, progress: Progress = .unwatched
    ) throws(Problem) -> MergeAnswer {
        let outcome = try AutomaticMerging(file, by: clerk).run(atMost: ceiling, progress: progress)
        return MergeAnswer(merges: outcome.merges, waiting: outcome.waiting, groupsToCheck: outcome.groupsToCheck)
    }

    /// Merges clients, or groups of the last report.
    ///
    /// - Parameters:
    ///   - words: Two or more clients (`12`, `ref:C2038`), or one or more codes (`K7F2QX`).
    ///   - survivor: The client whose number stays. Nil: the lowest number.
    ///   - choices: What a person chose to be shown: the field, and the client it is taken from.
    package func merge(
        _ words: [String], into survivor: ClientKey? = nil, choices: [ClientField: ClientKey] = [:],
        progress: Progress = .unwatched
    ) throws(Problem) -> MergeAnswer {
        let groups = try GroupWords(words).groups(in: self, progress: progress)
        var orders: [MergeOrder] = []
        for members in groups {
            var order = MergeOrder(members, into: try survivor.map(number(of:)))
            for (field, key) in choices { order.choices[field] = try number(of: key) }
            orders.append(order)
        }
        let merges = try file.merge(orders, by: clerk.name, at: clerk.moment)
        // The merges are made: these keys are hints for the nights to come.
        try? LinkageMemory.fileKeys(of: merges.map(\.survivor), in: file)
        return MergeAnswer(merges: merges.map(DoneMerge.init))
    }

    /// Remembers that clients, or the members of groups, are not the same.
    ///
    /// - Returns: The clients of each decision.
    package func keepApart(_ words: [String], progress: Progress = .unwatched) throws(Problem) -> [[Client.Number]] {
        let groups = try GroupWords(words).groups(in: self, progress: progress)
        for members in groups { try file.keepApart(members, by: clerk.name, at: clerk.moment) }
        return groups
    }

    /// Takes the decision back that two clients are not the same.
    ///
    /// - Throws: A `Problem` where nobody decided so.
    package func forgetApart(_ one: ClientKey, _ other: ClientKey) throws(Problem) {
        let (first, second) = (try number(of: one), try number(of: other))
        guard try file.forgetApart(first, second) > 0 else {
            throw Problem(.client(first, file: file.path), .neverDecided(second), remedy: .seeDecisions)
        }
    }

    /// The number that a word stands for. An old number stays what it is: a decision is about the record it names.
    func number(of key: ClientKey) throws(Problem) -> Client.Number {
        switch key {
        case .number(let number): return number
        case .reference(let reference): return try file.client(reference: reference).client.number ?? 0
        }
    }
}

extension Wording {
    fileprivate static func neverDecided(_ other: Client.Number) -> Wording {
        Wording(
            en: "nobody decided that this is not client \(other), so there is nothing to take back.",
            fr: "personne n’a décidé que ce n’est pas le client \(other)\u{A0}; il n’y a rien à retirer.")
    }

    fileprivate static let seeDecisions = Wording(
        en: "The decisions stand at the end of: publipost duplicates report",
        fr: "Les décisions figurent à la fin de\u{A0}: publipost duplicates report")
}

/// What merging did.
package struct MergeAnswer: Sendable {
    package var merges: [DoneMerge]
    /// Sure groups beyond the ceiling.
    package var waiting = 0
    /// Groups that a person should look at, where the file was looked through.
    package var groupsToCheck: Int?

    /// In a few lines, the undo command of each merge last.
    package var words: Wording {
        let lines = merges.map { "\($0.words)  \($0.undoCommand)" }
        let (english, french) = (Self.english(merges.count), Self.french(merges.count))
        var more = (en: "", fr: "")
        if waiting > 0 {
            more = (
                waiting == 1
                    ? " One more sure group waits for the next time."
                    : " \(waiting) more sure groups wait for the next time.",
                waiting == 1
                    ? " Un autre groupe sûr attend la prochaine fois."
                    : " \(waiting) autres groupes sûrs attendent la prochaine fois."
            )
        }
        if let groupsToCheck, groupsToCheck > 0 {
            more.en +=
                (groupsToCheck == 1 ? " One group" : " \(groupsToCheck) groups")
                + " should be checked: publipost duplicates review"
            more.fr +=
                (groupsToCheck == 1 ? " Un groupe est" : " \(groupsToCheck) groupes sont")
                + " à vérifier\u{A0}: publipost duplicates review"
        }
        return Wording(
            en: ([english + more.en] + lines).joined(separator: "\n"),
            fr: ([french + more.fr] + lines).joined(separator: "\n"))
    }

    private static func english(_ count: Int) -> String {
        count == 0 ? "Nothing was merged." : count == 1 ? "One merge was made." : "\(count) merges were made."
    }

    private static func french(_ count: Int) -> String {
        count == 0
            ? "Rien n’a été fusionné." : count == 1 ? "Une fusion a été faite." : "\(count) fusions ont été faites."
    }
}
