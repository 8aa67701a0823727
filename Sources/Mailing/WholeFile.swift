package import Correspondence
import Glibc

/// A file that appears under its name whole or not at all: written beside it, renamed at the end.
///
/// A link is followed to the file that it names. A device or a pipe (`/dev/stdout`, `/dev/null`) is written straight: it has
/// no content of its own, and must keep its name.
package final class WholeFile {
    /// As the user named it.
    private let path: String
    private let target: String
    /// Nil for a device or a pipe.
    private let draft: String?
    private let file: OutputFile
    private var isPublished = false

    package init(path: String) throws(Problem) {
        guard !path.isEmpty else { throw Problem(nil, .noName, remedy: .nameAFile, weight: .usage) }
        self.path = path
        switch FileKind(at: path) {
        case .folder: throw SystemFault(code: EISDIR).problem(with: path)
        case .stream:
            (target, draft) = (path, nil)
            file = try OutputFile(device: path)
        case .file, .missing:
            try Self.requireFolder(of: path)
            if Self.isDatabase(path) { throw Problem(.file(path), .isDatabase, remedy: .nameAnotherFile) }
            target = Self.followed(path)
            let draft = "\(target).draft-\(getpid())"
            self.draft = draft
            // What a killed process with the same number left is nobody's any more.
            unlink(draft)
            file = try OutputFile(name: path, path: draft, saying: path, isFingerprinted: false)
        }
    }

    deinit {
        if let draft, !isPublished { unlink(draft) }
    }

    /// Where the content goes.
    package var sink: any ByteSink { file }

    /// Where the content lies before it is published. Nil: nowhere that it can be read again.
    var draftPath: String? { draft }

    var byteCount: Int { file.byteCount }

    /// Ends the content, which nobody sees yet. ``publish()`` does so too.
    func finish() throws(Problem) { try file.finish() }

    /// Gives the file its name, in place of one that had it.
    package func publish() throws(Problem) {
        try file.finish()
        guard let draft else { return }
        guard rename(draft, target) == 0 else { throw SystemFault.last.problem(with: path) }
        isPublished = true
    }

    /// - Throws: A `Problem` where the folder that the file is to lie in is not there.
    static func requireFolder(of path: String) throws(Problem) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        guard FileBytes.exists(String(path[..<slash])) else {
            throw Problem(.file(path), .noFolder, remedy: .makeFolder)
        }
    }

    /// Whether a client file or another database stands at `path`, which no list or letter may take the place of.
    ///
    /// One with a log beside it may be open in this program, and is then not opened again: to close it would undo the
    /// locks on it. Source: SQLite, "How To Corrupt An SQLite Database File", 2.2.
    private static func isDatabase(_ path: String) -> Bool {
        guard FileBytes.exists(path) else { return false }
        if FileBytes.exists(path + "-wal") { return true }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let mark = Array("SQLite format 3\0".utf8)
        var head = [UInt8](repeating: 0, count: mark.count)
        return read(descriptor, &head, head.count) == head.count && head == mark
    }

    private static func followed(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

/// What stands under a name.
private enum FileKind {
    case missing, file, folder, stream

    init(at path: String) {
        var state = stat()
        guard stat(path, &state) == 0 else {
            self = .missing
            return
        }
        switch state.st_mode & S_IFMT {
        case S_IFDIR: self = .folder
        case S_IFREG: self = .file
        default: self = .stream
        }
    }
}

extension Wording {
    fileprivate static let noName = Wording(en: "the file's name is empty.", fr: "le nom du fichier est vide.")
    fileprivate static let nameAFile = Wording(en: "Name a file.", fr: "Indiquez un fichier.")
    fileprivate static let isDatabase = Wording(
        en: "a client file stands there, so nothing was written.",
        fr: "un fichier client s’y trouve\u{A0}; rien n’a été écrit.")
    fileprivate static let nameAnotherFile = Wording(en: "Name another file.", fr: "Indiquez un autre fichier.")
    fileprivate static let noFolder = Wording(
        en: "there is no such folder, so nothing was written.", fr: "ce dossier n’existe pas\u{A0}; rien n’a été écrit."
    )
    fileprivate static let makeFolder = Wording(
        en: "Make the folder, or choose another.", fr: "Créez le dossier, ou choisissez-en un autre.")
}
