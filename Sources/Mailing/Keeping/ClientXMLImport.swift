import Correspondence
import Filing
import Interchange

/// Brings clients from XML into the client file, whole records in one transaction.
///
/// A client that cannot be stored is put aside with the reason, and nothing of it is in the file; the others are.
struct ClientXMLImport {
    let path: String
    let homeCountry: String
    let day: CivilDate

    /// - Parameter rejects: Where refused clients go; the file appears only if there are any.
    func run(
        into file: ClientFile, rejects: String, in language: MessageLanguage, progress: Progress
    ) throws(Problem) -> ImportSummary {
        let list = try ClientXMLList(path: path, homeCountry: homeCountry)
        var summary = ImportSummary()
        var rejections: [Int: ImportRejection] = [:]
        let counts = try file.importRows(on: day) { session throws(Problem) in
            while let outcome = try list.next() {
                let rejection = try Self.file(outcome, of: list, in: session, &summary)
                if let rejection {
                    summary.refuse(rejection, of: path)
                    rejections[list.position] = rejection
                }
                if summary.rows % 1024 == 0 { try progress.tell(.importing, summary.rows) }
            }
        }
        summary.take(counts)
        if !rejections.isEmpty {
            try write(rejections, to: rejects, in: language)
            summary.rejectsPath = rejects
        }
        return summary
    }

    /// - Returns: Why the client was refused. Nil: it was filed.
    private static func file(
        _ outcome: ClientXMLList.Outcome, of list: ClientXMLList, in session: ImportSession,
        _ summary: inout ImportSummary
    ) throws(Problem) -> ImportRejection? {
        switch outcome {
        case .rejected(let rejection):
            summary.rows += 1
            return rejection
        case .record(let record):
            if record.erasedOn == nil { summary.rows += 1 }
            summary.doubtfulCells += list.remarks.count
            guard case .refused(let words) = try session.put(record) else { return nil }
            return ImportRejection(line: list.lineNumber, code: "refused", words: words, cells: [], original: [])
        }
    }

    private func write(
        _ rejections: [Int: ImportRejection], to rejects: String, in language: MessageLanguage
    ) throws(Problem) {
        let file = try WholeFile(path: rejects)
        try ClientXMLRejects(rejections, in: language).copy(from: path, to: file.sink)
        try file.publish()
    }
}
