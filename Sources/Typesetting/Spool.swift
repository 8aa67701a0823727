import Correspondence
import Glibc

/// Where pages wait until the file's head is known: in memory, and from some size on in a file without a name.
final class Spool {
    private static let memoryLimit = 2 << 20
    /// `O_TMPFILE` of <fcntl.h> on x86 and ARM, which Swift does not import.
    private static let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY

    private let folder: String
    private var file: Int32 = -1
    /// To be appended to; ``settle()`` afterwards.
    let bytes = ByteArena(capacity: 1 << 16)

    init(folder: String) {
        self.folder = folder
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Moves what was appended to the file where memory holds enough.
    func settle() throws(Problem) {
        if bytes.count >= Spool.memoryLimit { try flush() }
    }

    private func flush() throws(Problem) {
        if file < 0 { try openFile() }
        var done = 0
        while done < bytes.count {
            let count = write(file, bytes.base + done, bytes.count - done)
            if count < 0 {
                if errno == EINTR { continue }
                throw .spoolFull(folder, errno)
            }
            done += count
        }
        bytes.cut(to: 0)
    }

    private func openFile() throws(Problem) {
        // A file that never has a name cannot be left behind. Not every file system knows how.
        file = open(folder, Spool.temporaryFile | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 { return }
        var name = Array((folder + "/publipost-XXXXXX").utf8CString)
        file = name.withUnsafeMutableBufferPointer { mkstemp($0.baseAddress.unsafelyUnwrapped) }
        guard file >= 0 else { throw .spoolFull(folder, errno) }
        name.withUnsafeBufferPointer { _ = unlink($0.baseAddress.unsafelyUnwrapped) }
    }

    /// Hands everything on, in order.
    func pour(into sink: any ByteSink) throws(Problem) {
        if file >= 0 {
            if bytes.count > 0 { try flush() }
            try pourFile(into: sink)
        } else if bytes.count > 0 {
            try sink.write(UnsafeRawBufferPointer(start: bytes.base, count: bytes.count))
            bytes.cut(to: 0)
        }
    }

    private func pourFile(into sink: any ByteSink) throws(Problem) {
        guard lseek(file, 0, SEEK_SET) == 0 else { throw .spoolFull(folder, errno) }
        let size = 1 << 18
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(file, buffer, size)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .spoolFull(folder, errno) }
            if count == 0 { return }
            try sink.write(UnsafeRawBufferPointer(start: buffer, count: count))
        }
    }
}

extension Problem {
    static func spoolFull(_ folder: String, _ code: Int32) -> Problem {
        let reason = String(cString: strerror(code))
        return Problem(
            .file(folder),
            Wording(
                en: "pages could not be kept here while the file was being made (\(reason)).",
                fr: "les pages n'ont pas pu être gardées ici pendant la fabrication du fichier (\(reason))."),
            remedy: Wording(
                en: "Make room there, then run again. Nothing was written.",
                fr: "Faites de la place, puis recommencez. Rien n'a été écrit."))
    }
}
