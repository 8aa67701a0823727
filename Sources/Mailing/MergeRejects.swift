import Correspondence
import Interchange

/// The rows of a list that got no letter, as CSV: line, reason, words. It appears whole, and only if there are any.
final class MergeRejects {
    private let path: String
    private let language: MessageLanguage
    private var open: (file: WholeFile, writer: CSVWriter)?

    init(path: String, language: MessageLanguage) {
        self.path = path
        self.language = language
    }

    func put(line: Int, _ reason: MergeReport.Reason) throws(Problem) {
        try writer().row([String(line), reason.code, reason.words.text(in: language)])
    }

    private func writer() throws(Problem) -> CSVWriter {
        if let open { return open.writer }
        let file = try WholeFile(path: path)
        let writer = CSVWriter(to: file.sink)
        open = (file, writer)
        try writer.row(["line", "reason", "words"])
        return writer
    }

    func publish() throws(Problem) {
        try open?.writer.finish()
        try open?.file.publish()
    }
}
