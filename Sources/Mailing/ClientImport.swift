package import Correspondence
import Filing
import Interchange

/// Brings a list of clients into the client file.
package struct ClientImport {
    private let workplace: Workplace
    private let day: CivilDate
    private let language: MessageLanguage

    /// - Parameters:
    ///   - day: The day that new and changed records count as confirmed.
    ///   - language: What the reasons in the rejects are worded in.
    package init(_ workplace: Workplace, on day: CivilDate, language: MessageLanguage) {
        self.workplace = workplace
        self.day = day
        self.language = language
    }

    /// Imports the list at `path` into the client file, which is made where it is missing.
    ///
    /// Refused rows go to `rejects`, which appears only if there are any.
    ///
    /// - Parameters:
    ///   - map: The path of a map file, nil where the column names are ours.
    ///   - rejects: Nil: beside the list.
    /// - Throws: A `Problem` if the list, the map or the client file cannot be used. The client file is then as it was.
    package func run(
        list path: String, map: String? = nil, rejects: String? = nil, progress: Progress = .unwatched
    ) throws(Problem) -> ImportSummary {
        if let rejects { try check(rejects, apartFrom: [path, map].compactMap(\.self)) }
        // What is wrong with the list is known before a file is made.
        let opened = try openList(path, map: map)
        let file = try ClientFile(at: workplace.clientFile, creating: true)
        let rejects = rejects ?? Self.rejectsPath(beside: path)
        switch opened {
        case .rows(let list): return try run(list, at: path, into: file, rejects: rejects, progress: progress)
        case .records(let list): return try run(list, into: file, rejects: rejects, progress: progress)
        }
    }

    private func run(
        _ list: ClientList, at path: String, into file: ClientFile, rejects: String, progress: Progress
    ) throws(Problem) -> ImportSummary {
        let tray = RejectsTray(path: rejects, of: list, in: language)
        var summary = try run(list, at: path, into: file, rejects: tray, progress: progress)
        try tray.publish()
        summary.rejectsPath = tray.path
        return summary
    }

    private func run(
        _ list: ClientXMLImport, into file: ClientFile, rejects: String, progress: Progress
    ) throws(Problem) -> ImportSummary {
        var summary = try list.run(into: file, in: language, progress: progress) { refused throws(Problem) in
            let file = try WholeFile(path: rejects)
            try refused.copy(from: list.path, to: file.sink)
            try file.publish()
        }
        if summary.rejected > 0 { summary.rejectsPath = rejects }
        return summary
    }

    /// What is refused must not take the place of what it is refused from.
    private func check(_ rejects: String, apartFrom others: [String]) throws(Problem) {
        for other in others where rejects == other || FileBytes.isSame(rejects, other) {
            throw Problem(.option("--rejects"), .takesThePlace(of: other), remedy: .nameAnotherFile, weight: .usage)
        }
    }

    /// Opens a list, so that what is wrong with it is known before anything is done.
    func openList(_ path: String, map: String? = nil) throws(Problem) -> OpenedList {
        if path.lowercased().hasSuffix(".xml") {
            if let map { throw Problem(.file(map), .noMapForXML, remedy: .leaveMapOut, weight: .usage) }
            return .records(try ClientXMLImport(path: path, homeCountry: homeCountry, day: day))
        }
        let names = try map.map { path throws(Problem) in try ColumnMapFile.read(path) } ?? [:]
        return .rows(
            try ClientList(path: path, map: names, mapPlace: map.map { .file($0) }, homeCountry: homeCountry))
    }

    /// Files every row that can be stored, in one transaction.
    func run(
        _ list: ClientList, at path: String, into file: ClientFile, rejects: some RejectsSink, progress: Progress
    ) throws(Problem) -> ImportSummary {
        var summary = ImportSummary()
        summary.notes = list.notes.map { Problem(.file(path, line: 1), $0) }
        let counts = try file.importRows(on: day) { session throws(Problem) in
            while let outcome = try list.next() {
                summary.rows += 1
                try Self.file(outcome, of: list, at: path, in: session, rejects: rejects, summary: &summary)
                if summary.rows % 1024 == 0 { try progress.tell(.importing, summary.rows) }
            }
        }
        summary.take(counts)
        return summary
    }

    private static func file(
        _ outcome: ClientList.Outcome, of list: ClientList, at path: String, in session: ImportSession,
        rejects: some RejectsSink,
        summary: inout ImportSummary
    ) throws(Problem) {
        switch outcome {
        case .rejected(let rejection):
            summary.refuse(rejection, of: path)
            try rejects.put(rejection)
        case .row(let row):
            summary.doubtfulCells += list.remarks.count
            if case .refused(let words) = try session.put(row) {
                let rejection = list.rejection(code: "refused", words)
                summary.refuse(rejection, of: path)
                try rejects.put(rejection)
            }
        }
    }

    /// The house's country, against which a phone number without a prefix and a postcode are read.
    private var homeCountry: String {
        (try? House(path: workplace.templates + "/house.yml"))?.country ?? "FR"
    }

    static func rejectsPath(beside list: String) -> String {
        let endings = [".csv", ".xml"]
        let ending = endings.contains { list.lowercased().hasSuffix($0) } ? list.suffix(4) : ""
        return "\(list.dropLast(ending.count)).rejected\(ending.isEmpty ? ".csv" : ending)"
    }
}

extension Wording {
    fileprivate static let noMapForXML = Wording(
        en: "an XML list has no columns to map, so nothing was imported.",
        fr: "une liste XML n’a pas de colonnes à nommer\u{A0}; rien n’a été importé.")
    fileprivate static func takesThePlace(of other: String) -> Wording {
        Wording(
            en: "the refused rows would take the place of \(other), so nothing was imported.",
            fr: "les lignes refusées remplaceraient \(other)\u{A0}; rien n’a été importé.")
    }

    fileprivate static let nameAnotherFile = Wording(en: "Name another file.", fr: "Indiquez un autre fichier.")
    fileprivate static let leaveMapOut = Wording(en: "Leave --map out.", fr: "Laissez --map de côté.")
}

extension ImportSummary {
    mutating func take(_ counts: ImportCounts) {
        newClients = counts.newClients
        updatedClients = counts.updatedClients
        unchangedClients = counts.unchangedClients
        newRequests = counts.newRequests
        newStays = counts.newStays
    }

    mutating func refuse(_ rejection: ImportRejection, of path: String) {
        rejected += 1
        if refused.count < Self.namedRows {
            refused.append(Problem(.file(path, line: rejection.line), rejection.words.asSentence))
        }
    }

    /// What was done, in a sentence or two.
    package var words: Wording {
        var english = "\(plural(rows, "row")) read: \(plural(newClients, "client")) new, \(updatedClients) updated, "
        english +=
            "\(unchangedClients) as they were; \(plural(newRequests, "new request")), \(plural(newStays, "new stay"))."
        var french = "Lignes lues\u{A0}: \(rows)\u{A0}; fiches nouvelles\u{A0}: \(newClients), mises à jour\u{A0}: "
        french +=
            "\(updatedClients), inchangées\u{A0}: \(unchangedClients)\u{A0}; demandes nouvelles\u{A0}: \(newRequests)\u{A0}; "
        french += "séjours nouveaux\u{A0}: \(newStays)."
        if doubtfulCells > 0 {
            english += " \(plural(doubtfulCells, "doubtful cell")) kept as written."
            french += " Cellules douteuses, gardées telles quelles\u{A0}: \(doubtfulCells)."
        }
        if rejected > 0 {
            english += " \(plural(rejected, "row")) refused and written out with the reason."
            french += " Lignes refusées, mises de côté avec le motif\u{A0}: \(rejected)."
        }
        return Wording(en: english, fr: french)
    }

    /// "1 row", "2 rows".
    private func plural(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
