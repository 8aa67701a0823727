import Correspondence
import Interchange

/// Where refused rows go.
protocol RejectsSink: AnyObject {
    func put(_ rejection: ImportRejection) throws(Problem)
}

/// A file of refused rows beside the list, which appears whole, and only if there are any.
final class RejectsTray: RejectsSink {
    private let target: String
    /// Where the rows are, once published. Nil: there are none.
    var path: String? { open == nil ? nil : target }
    private let list: ClientList
    private let language: MessageLanguage
    private var open: (file: WholeFile, writer: RejectsWriter)?

    init(path: String, of list: ClientList, in language: MessageLanguage) {
        target = path
        self.list = list
        self.language = language
    }

    func put(_ rejection: ImportRejection) throws(Problem) {
        if open == nil {
            let file = try WholeFile(path: target)
            open = (
                file, try RejectsWriter(to: file.sink, header: list.header, format: list.format, in: language)
            )
        }
        try open?.writer.put(rejection)
    }

    func publish() throws(Problem) {
        try open?.writer.finish()
        try open?.file.publish()
    }
}

/// The refused rows of a mailing run's import, in the run's folder.
final class RunRejects: RejectsSink {
    private let tray: OutputTray
    private let list: ClientList
    private let language: MessageLanguage
    private var writer: RejectsWriter?

    init(in tray: OutputTray, of list: ClientList, language: MessageLanguage) {
        self.tray = tray
        self.list = list
        self.language = language
    }

    func put(_ rejection: ImportRejection) throws(Problem) {
        if writer == nil {
            writer = try RejectsWriter(
                to: tray.file(named: "rejected.csv"), header: list.header, format: list.format, in: language)
        }
        try writer?.put(rejection)
    }

    func finish() throws(Problem) {
        try writer?.finish()
    }
}
