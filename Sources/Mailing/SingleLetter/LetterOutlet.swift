package import Correspondence
import Glibc

/// Where a single letter goes.
package enum LetterOutlet: Hashable, Sendable {
    case file(String)
    /// A queue of the print service. Nil: the default one.
    case printer(String?)
}

/// How a single letter is written.
package enum LetterForm: String, CaseIterable, Hashable, Sendable {
    case postScript = "ps"
    case text
}

/// A letter's bytes on their way out: they appear whole or not at all.
struct LetterDelivery {
    private let bytes: [UInt8]
    private let outlet: LetterOutlet

    init(_ bytes: [UInt8], to outlet: LetterOutlet) {
        self.bytes = bytes
        self.outlet = outlet
    }

    /// Delivers the letter and books it.
    ///
    /// A file gets its name after the booking; a printer cannot be asked to give a letter back, so it is asked first.
    func deliver(title: String, booking: () throws(Problem) -> Void) throws(Problem) -> PrintService.Job? {
        switch outlet {
        case .file(let path):
            try write(to: path, booking: booking)
            return nil
        case .printer(let printer):
            let job = try print(on: printer, title: title)
            do throws(Problem) { try booking() } catch {
                throw Problem.all([error, Problem(.thing(.printer(job.printer)), .printedNotBooked)])
            }
            return job
        }
    }

    private func write(to path: String, booking: () throws(Problem) -> Void) throws(Problem) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw SystemFault(code: EISDIR).problem(with: path) }
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return try pour(into: path, booking: booking) }
        let file = try WholeFile(path: path)
        try put(into: file.sink)
        try booking()
        try file.publish()
    }

    /// A pipe or a device takes bytes as they come.
    private func pour(into path: String, booking: () throws(Problem) -> Void) throws(Problem) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw SystemFault.last.problem(with: path) }
            rest = rest.dropFirst(count)
        }
        try booking()
    }

    private func print(on printer: String?, title: String) throws(Problem) -> PrintService.Job {
        let folder = try PrivateFolder()
        let path = folder.path + "/letter"
        let file = try WholeFile(path: path)
        try put(into: file.sink)
        try file.publish()
        return try PrintService().print(path, on: printer, title: title)
    }

    private func put(into sink: any ByteSink) throws(Problem) {
        let outcome: Result<Void, Problem> = bytes.withUnsafeBytes { raw in
            do throws(Problem) { return .success(try sink.write(raw)) } catch { return .failure(error) }
        }
        try outcome.get()
    }
}

/// A folder that only its owner can look into, and that goes with what lies in it.
final class PrivateFolder {
    let path: String
    /// Whether it stays.
    var isKept = false

    init() throws(Problem) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/publipost-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemFault.last.problem(with: parent) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if isKept { return }
        for name in FileBytes.names(in: path) { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}

extension Wording {
    fileprivate static let printedNotBooked = Wording(
        en: "the letter was printed but not booked: it does not stand in the history.",
        fr: "la lettre a été imprimée mais pas enregistrée\u{A0}: elle manque dans l’historique.")
}
