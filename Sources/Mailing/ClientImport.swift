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
        if path.lowercased().hasSuffix(".xml") { return try runXML(path, progress: progress) }
        let list = try openList(path, map: map)
        let file = try ClientFile(at: workplace.clientFile, creating: true)
        let tray = RejectsTray(path: rejects ?? Self.rejectsPath(beside: path), of: list, in: language)
        let summary = try run(list, into: file, rejects: tray, progress: progress)
        try tray.publish()
        return summary
    }

    private func runXML(_ path: String, progress: Progress) throws(Problem) -> ImportSummary {
        // What is wrong with the list is known before a file is made.
        _ = try ClientXMLList(path: path, homeCountry: homeCountry)
        let file = try ClientFile(at: workplace.clientFile, creating: true)
        return try ClientXMLImport(path: path, homeCountry: homeCountry, day: day).run(into: file, progress: progress)
    }

    /// Opens a list, so that what is wrong with it is known before anything is done.
    func openList(_ path: String, map: String? = nil) throws(Problem) -> ClientList {
        let names = try map.map { path throws(Problem) in try ColumnMapFile.read(path) } ?? [:]
        return try ClientList(
            path: path, map: names, mapPlace: map.map { .file($0) }, homeCountry: homeCountry)
    }

    /// Files every row that can be stored, in one transaction.
    func run(
        _ list: ClientList, into file: ClientFile, rejects: some RejectsSink, progress: Progress
    ) throws(Problem) -> ImportSummary {
        var summary = ImportSummary()
        summary.notes = list.notes.map { Problem(.thing(.theList), $0) }
        let counts = try file.importRows(on: day) { session throws(Problem) in
            while let outcome = try list.next() {
                summary.rows += 1
                try Self.file(outcome, of: list, in: session, rejects: rejects, summary: &summary)
                if summary.rows % 1024 == 0 { try progress.tell(.importing, summary.rows) }
            }
        }
        summary.take(counts)
        return summary
    }

    private static func file(
        _ outcome: ClientList.Outcome, of list: ClientList, in session: ImportSession, rejects: some RejectsSink,
        summary: inout ImportSummary
    ) throws(Problem) {
        switch outcome {
        case .rejected(let rejection):
            summary.rejected += 1
            try rejects.put(rejection)
        case .row(let row):
            summary.doubtfulCells += list.remarks.count
            if case .refused(let words) = try session.put(row) {
                summary.rejected += 1
                try rejects.put(list.rejection(code: "refused", words))
            }
        }
    }

    /// The house's country, against which a phone number without a prefix and a postcode are read.
    private var homeCountry: String {
        (try? House(path: workplace.templates + "/house.yml"))?.country ?? "FR"
    }

    private static func rejectsPath(beside list: String) -> String {
        let ending = list.lowercased().hasSuffix(".csv") ? list.suffix(4) : ""
        return "\(list.dropLast(ending.count)).rejected\(ending.isEmpty ? ".csv" : ending)"
    }
}

extension ImportSummary {
    mutating func take(_ counts: ImportCounts) {
        newClients = counts.newClients
        updatedClients = counts.updatedClients
        unchangedClients = counts.unchangedClients
        newRequests = counts.newRequests
        newStays = counts.newStays
    }

    /// What was done, in a sentence or two.
    package var words: Wording {
        var english = "\(rows) rows read: \(newClients) clients new, \(updatedClients) updated, "
        english += "\(unchangedClients) as they were; \(newRequests) new requests, \(newStays) new stays."
        var french = "\(rows) lignes lues\u{A0}: \(newClients) clients nouveaux, \(updatedClients) mis à jour, "
        french += "\(unchangedClients) inchangés\u{A0}; \(newRequests) demandes et \(newStays) séjours nouveaux."
        if doubtfulCells > 0 {
            english += " \(doubtfulCells) doubtful cells were kept as written."
            french += " \(doubtfulCells) cellules douteuses ont été gardées telles quelles."
        }
        if rejected > 0 {
            english += " \(rejected) rows were refused and written out with the reason."
            french += " \(rejected) lignes ont été refusées et mises de côté avec le motif."
        }
        return Wording(en: english, fr: french)
    }
}

extension Wording {
    fileprivate static let theList = Wording(en: "the list", fr: "la liste")
}
