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
        file = try OutputFile(name: path, path: draft)
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
