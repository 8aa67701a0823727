package import Correspondence
import Fingerprints
import Glibc

/// A file being written into the output tray: buffered, counted and fingerprinted on its way to the disk.
package final class OutputFile: ByteSink {
    /// As the manifest names it: relative to the run's folder.
    package let name: String
    /// What messages call it.
    private let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    /// Nil where nobody asks for it.
    private let running: RunningFingerprint?
    private(set) var byteCount = 0

    private static let bufferSize = 1 << 16

    /// Creates the file at `path`, which must not be there yet.
    ///
    /// - Parameters:
    ///   - saying: What messages call it. Nil: its path.
    ///   - isFingerprinted: Whether ``finish()`` is to tell the content's SHA-256.
    package init(
        name: String, path: String, saying: String? = nil, isFingerprinted: Bool = true
    ) throws(Problem) {
        self.name = name
        self.path = saying ?? path
        running = isFingerprinted ? RunningFingerprint() : nil
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: self.path) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        if bytes.count >= Self.bufferSize {
            try writeThrough(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Opens a device or a pipe, which has no content of its own to keep whole.
    init(device path: String) throws(Problem) {
        name = path
        self.path = path
        running = nil
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: path) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    /// Writes everything to the disk itself, closes the file and returns its fingerprint.
    @discardableResult
    func finish() throws(Problem) -> Fingerprint? {
        guard descriptor >= 0 else { return nil }
        try flush()
        // A pipe or a terminal has nothing to bring to a disk.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw SystemFault.last.problem(with: path)
        }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw SystemFault.last.problem(with: path) }
        return running?.finish()
    }

    private func flush() throws(Problem) {
        let full = buffer
        buffer.removeAll(keepingCapacity: true)
        let outcome: Result<Void, Problem> = full.withUnsafeBytes { bytes in
            do throws(Problem) {
                return .success(try writeThrough(bytes))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    private func writeThrough(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        var rest = bytes
        while let start = rest.baseAddress, rest.count > 0 {
            let written = Glibc.write(descriptor, start, rest.count)
            if written < 0 && errno == EINTR { continue }
            // A disk that takes nothing and does not say why is full.
            guard written > 0 else {
                throw (written < 0 ? SystemFault.last : SystemFault(code: ENOSPC)).problem(with: path)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        running?.take(bytes)
        byteCount += bytes.count
    }
}
