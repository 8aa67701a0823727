import Correspondence
import Glibc

/// Where the bytes of a text file come from.
protocol ByteSource: AnyObject {
    /// Reads at least one byte and at most what `buffer` holds. Returns 0 at the end only.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int

    /// Shows the source's bytes to `evidence`, from the first on, without taking them.
    func show(to evidence: inout EncodingEvidence) throws(Problem)
}

/// Bytes in memory, handed out in pieces.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let pieceSize: Int
    private var position = 0

    init(_ bytes: [UInt8], pieceSize: Int) {
        self.bytes = bytes
        self.pieceSize = max(1, pieceSize)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        let count = min(buffer.count, pieceSize, bytes.count - position)
        for offset in 0..<count { buffer[offset] = bytes[position + offset] }
        position += count
        return count
    }

    func show(to evidence: inout EncodingEvidence) throws(Problem) {
        bytes.withUnsafeBufferPointer { evidence.see($0) }
    }
}

/// The bytes of a file, read by `read(2)`.
final class FileSource: ByteSource {
    private let name: String
    private let descriptor: Int32
    /// What was read ahead from something that cannot be read twice, such as a pipe.
    private var ahead: [UInt8] = []
    private var aheadPosition = 0

    init(path: String) throws(Problem) {
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, errno) }
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        guard aheadPosition < ahead.count else { return try readFile(into: buffer) }
        let count = min(buffer.count, ahead.count - aheadPosition)
        for offset in 0..<count { buffer[offset] = ahead[aheadPosition + offset] }
        aheadPosition += count
        if aheadPosition == ahead.count {
            ahead = []
            aheadPosition = 0
        }
        return count
    }

    private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .unreadable(name, errno) }
        }
    }

    /// A file on disk is looked at as far as the evidence wants; a pipe only as far as its first megabyte.
    func show(to evidence: inout EncodingEvidence) throws(Problem) {
        let size = 1 << 18
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while !evidence.isSure {
            let count = pread(descriptor, buffer.baseAddress, size, off_t(offset))
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == ESPIPE { return try showAhead(to: &evidence, by: buffer) }
            guard count >= 0 else { throw .unreadable(name, errno) }
            guard count > 0 else { return }
            evidence.see(UnsafeBufferPointer(rebasing: buffer.assumingMemoryBound(to: UInt8.self)[..<count]))
            offset += count
        }
    }

    private func showAhead(
        to evidence: inout EncodingEvidence, by buffer: UnsafeMutableRawBufferPointer
    ) throws(Problem) {
        while ahead.count < 1 << 20 {
            let count = try readFile(into: buffer)
            guard count > 0 else { break }
            ahead.append(contentsOf: buffer[..<count])
        }
        ahead.withUnsafeBufferPointer { evidence.see($0) }
    }
}

extension Problem {
    /// A file that cannot be opened or read.
    static func unreadable(_ path: String, _ code: Int32) -> Problem {
        let what =
            switch code {
            case ENOENT, ENOTDIR: Wording(en: "there is no such file.", fr: "ce fichier n’existe pas.")
            case EACCES, EPERM:
                Wording(en: "you may not read this file.", fr: "vous n’avez pas le droit de lire ce fichier.")
            case EISDIR: Wording(en: "this is a folder, not a file.", fr: "c’est un dossier, pas un fichier.")
            default:
                Wording(
                    en: "the file cannot be read (\(String(cString: strerror(code)))).",
                    fr: "le fichier ne peut pas être lu (\(String(cString: strerror(code)))).")
            }
        let remedy =
            switch code {
            case EACCES, EPERM:
                Wording(
                    en: "Give yourself the right to read it, or run as its owner.",
                    fr: "Donnez-vous le droit de le lire, ou lancez la commande sous le nom de son propriétaire.")
            default:
                Wording(en: "Check the name and the folder.", fr: "Vérifiez le nom et le dossier.")
            }
        return Problem(.file(path), what, remedy: remedy)
    }
}
