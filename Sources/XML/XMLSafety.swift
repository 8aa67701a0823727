import CLibXML2

/// What has to be settled once in a process before libxml2 is used.
package enum XMLSafety {
    /// Readies libxml2 and forbids it every look outside: no network, no external entity, no external DTD.
    ///
    /// May be called any number of times, from any thread; everything in this room calls it first.
    package static func setUp() { _ = isReady }

    private static let isReady: Bool = {
        xmlInitParser()
        // Process-wide: no option of a single parse can bring external entities back (libxml2 2.9 reads `file:` entities under
        // XML_PARSE_NOENT even with XML_PARSE_NONET).
        xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()
}

/// What libxml2 reports while it works, the first few reports kept.
///
/// Passed to C as a plain pointer: whoever gives it away keeps it alive.
final class XMLFaults {
    struct Fault {
        var words: String
        /// Of `xmlParserErrors`.
        var code: Int32
        var line: Int?
        var column: Int?
    }

    private(set) var first: [Fault] = []
    private(set) var count = 0

    private static let limit = 20

    /// The pointer to give to C.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The handler to give to C together with ``pointer``.
    static let handler: xmlStructuredErrorFunc = { userData, error in
        guard let userData, let error else { return }
        Unmanaged<XMLFaults>.fromOpaque(userData).takeUnretainedValue().take(error.pointee)
    }

    func removeAll() {
        first.removeAll()
        count = 0
    }

    private func take(_ error: xmlError) {
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        count += 1
        guard first.count < Self.limit else { return }
        var words = error.message.map { String(cString: $0) } ?? ""
        while let last = words.last, last.isWhitespace || last == "." { words.removeLast() }
        first.append(
            Fault(
                words: words, code: error.code, line: error.line > 0 ? Int(error.line) : nil,
                column: error.int2 > 0 ? Int(error.int2) : nil))
    }
}
