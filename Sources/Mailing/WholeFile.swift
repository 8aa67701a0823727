package import Correspondence
import Glibc

/// A file that appears under its name whole or not at all: written beside it, renamed at the end.
package final class WholeFile {
    private let path: String
    private let draft: String
    private let file: OutputFile
    private var isPublished = false

    package init(path: String) throws(Problem) {
        self.path = path
        draft = "\(path).draft-\(getpid())"
        // What a killed process with the same number left is nobody's any more.
        unlink(draft)
        try Self.requireFolder(of: path)
        do throws(Problem) {
            file = try OutputFile(name: path, path: draft)
        } catch {
            // The draft's name means nothing to anybody.
            throw Problem(.file(path), error.what, remedy: error.remedy)
        }
    }

    /// - Throws: A `Problem` where the folder that the file is to lie in is not there.
    static func requireFolder(of path: String) throws(Problem) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        guard FileBytes.exists(String(path[..<slash])) else {
            throw Problem(.file(path), .noFolder, remedy: .makeFolder)
        }
    }

    deinit {
        if !isPublished { unlink(draft) }
    }

    /// Where the content goes.
    package var sink: any ByteSink { file }

    /// Gives the file its name, in place of one that had it.
    package func publish() throws(Problem) {
        _ = try file.finish()
        guard rename(draft, path) == 0 else { throw SystemFault.last.problem(with: path) }
        isPublished = true
    }
}

extension Wording {
    fileprivate static let noFolder = Wording(
        en: "there is no such folder, so nothing was written.", fr: "ce dossier n’existe pas\u{A0}; rien n’a été écrit."
    )
    fileprivate static let makeFolder = Wording(
        en: "Make the folder, or choose another.", fr: "Créez le dossier, ou choisissez-en un autre.")
}
