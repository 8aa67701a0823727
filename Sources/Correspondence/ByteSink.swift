/// Where bytes go: a file in the output tray, a printer, a buffer in a test.
package protocol ByteSink: AnyObject {
    /// Takes all of `bytes` or throws; nothing is taken by half and forgotten.
    func write(_ bytes: UnsafeRawBufferPointer) throws(Problem)
}

/// A sink that keeps everything in memory.
package final class MemorySink: ByteSink {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        self.bytes.append(contentsOf: bytes)
    }
}

extension ByteSink {
    package func write(_ text: String) throws(Problem) {
        var text = text
        let result: Result<Void, Problem> = text.withUTF8 { utf8 in
            do throws(Problem) {
                return .success(try write(UnsafeRawBufferPointer(utf8)))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
