import CLibXML2
package import Correspondence

/// Writes an XML document to a sink as it grows, by libxml2's streaming writer.
///
/// Memory does not grow with the document. Text may hold anything: what XML marks up is escaped, and what XML 1.0
/// cannot hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD, so that every document is well formed.
///
/// ```swift
/// let writer = try XMLWriter(to: sink, indented: true)
/// try writer.open("mailing", ["run": "documentation/2026-11-18"])
/// try writer.element("selection", "Pending requests.")
/// try writer.finish()            // closes what is open
/// ```
package final class XMLWriter {
    private let sink: any ByteSink
    private let writer: xmlTextWriterPtr
    private let gate: Gate

    /// Stands between libxml2 and the sink: collects bytes, remembers the problem that a callback cannot throw.
    private final class Gate {
        var bytes: [UInt8] = []
        var problem: Problem?
    }

    private static let flushSize = 1 << 16

    /// Begins a document, in UTF-8.
    ///
    /// - Parameter indented: One element a line, two spaces deeper each; text is left as it is.
    package init(to sink: any ByteSink, indented: Bool = true) throws(Problem) {
        XMLSafety.setUp()
        self.sink = sink
        let gate = Gate()
        self.gate = gate
        gate.bytes.reserveCapacity(2 * Self.flushSize)
        let output = xmlOutputBufferCreateIO(
            { context, bytes, count in
                guard let context, let bytes, count > 0 else { return 0 }
                let gate = Unmanaged<Gate>.fromOpaque(context).takeUnretainedValue()
                bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                    gate.bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: Int(count)))
                }
                return count
            }, { _ in 0 }, Unmanaged.passUnretained(gate).toOpaque(), nil)
        guard let output else { throw .outOfMemory }
        guard let writer = xmlNewTextWriter(output) else {
            xmlOutputBufferClose(output)
            throw .outOfMemory
        }
        self.writer = writer
        if indented {
            xmlTextWriterSetIndent(writer, 1)
            xmlTextWriterSetIndentString(writer, "  ")
        }
        try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    }

    deinit { xmlFreeTextWriter(writer) }

    /// Opens an element. `attributes` whose value is nil are left out.
    package func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) throws(Problem) {
        try check(xmlTextWriterStartElement(writer, name))
        for (name, value) in attributes {
            guard let value else { continue }
            try check(xmlTextWriterWriteAttribute(writer, name, storable(value)))
        }
    }

    /// Writes text into the open element.
    package func text(_ text: String) throws(Problem) {
        try check(xmlTextWriterWriteString(writer, storable(text)))
    }

    /// Closes the element opened last.
    package func close() throws(Problem) {
        try check(xmlTextWriterEndElement(writer))
        try pass(ifOver: Self.flushSize)
    }

    /// Writes an element that holds nothing but text. Nil: no element.
    package func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String?
    ) throws(Problem) {
        guard let text else { return }
        try open(name, attributes)
        if !text.isEmpty { try self.text(text) }
        try close()
    }

    package func element(_ name: String, _ text: String?) throws(Problem) { try element(name, [:], text) }

    /// Writes a comment. `--` becomes `- -`.
    package func comment(_ text: String) throws(Problem) {
        try check(xmlTextWriterWriteComment(writer, storable(text).split(separator: "--").joined(separator: "- -")))
    }

    /// Closes what is open and hands the last bytes to the sink. To be called once.
    package func finish() throws(Problem) {
        try check(xmlTextWriterEndDocument(writer))
        try check(xmlTextWriterFlush(writer))
        try pass(ifOver: 0)
    }

    private func pass(ifOver size: Int) throws(Problem) {
        if size > 0 { guard gate.bytes.count >= size else { return } }
        guard !gate.bytes.isEmpty else { return }
        let result: Result<Void, Problem> = gate.bytes.withUnsafeBytes { raw in
            do throws(Problem) {
                return .success(try sink.write(raw))
            } catch {
                return .failure(error)
            }
        }
        gate.bytes.removeAll(keepingCapacity: true)
        try result.get()
    }

    private func check(_ result: Int32) throws(Problem) {
        if result < 0 { throw .outOfMemory }
    }
}

/// The text with U+FFFD for each character that XML 1.0, production 2, does not allow.
private func storable(_ text: String) -> String {
    var text = text
    let isStorable = text.withUTF8 { bytes in
        var before: UInt8 = 0
        for byte in bytes {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            if before == 0xBF, byte >= 0xBE { return false }
            before = byte
        }
        return true
    }
    guard !isStorable else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
        default: scalars.append(scalar)
        }
    }
    return String(scalars)
}

extension Problem {
    /// libxml2 refused to go on, which it does only where there is no memory left.
    static let outOfMemory = Problem(
        nil,
        Wording(
            en: "there is not enough memory to work on the XML document.",
            fr: "il n’y a pas assez de mémoire pour travailler sur le document XML."),
        remedy: Wording(
            en: "Close other programs, then run again.", fr: "Fermez d’autres programmes, puis recommencez."))
}
