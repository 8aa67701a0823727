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

    /// - Throws: A `Problem` if the list is none of clients: known before anything is done.
    init(path: String, homeCountry: String, day: CivilDate) throws(Problem) {
        self.path = path
        self.homeCountry = homeCountry
        self.day = day
        _ = try ClientXMLList(path: path, homeCountry: homeCountry)
    }

    /// - Parameter write: Called once, only if clients were refused, with what writes them out.
    func run(
        into file: ClientFile, in language: MessageLanguage, progress: Progress,
        rejects write: (ClientXMLRejects) throws(Problem) -> Void
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
        if !rejections.isEmpty { try write(ClientXMLRejects(rejections, in: language)) }
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
}
