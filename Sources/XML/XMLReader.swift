import CLibXML2
package import Correspondence
import Glibc

/// Reads an XML document as it comes, node by node, in constant memory.
///
/// Documents with a DOCTYPE are refused: they could bring entities of any size, and no document of ours has one. Nothing is
/// read from anywhere else. The first fault ends the reading with a `Problem` that names its line.
///
/// ```swift
/// let reader = try XMLReader(path: "clients.xml")
/// while let node = try reader.next() {
///     if case .open(let name) = node, name == "client" { number = reader.attribute("number") }
/// }
/// ```
package final class XMLReader {
    package enum Node: Hashable, Sendable {
        /// An element begins: its local name. An empty element is closed at once, by a `close` of its own.
        case open(String)
        /// Text of an element. Long texts may arrive in several pieces.
        case text(String)
        /// An element ends: its local name.
        case close(String)
    }

    private let reader: xmlTextReaderPtr
    private let faults = XMLFaults()
    private let bytes: ByteFeed
    private let place: Place?
    private var pendingClose: String?

    /// Opens the file at `path`.
    package convenience init(path: String) throws(Problem) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(.file(path), errno) }
        try self.init(ByteFeed(descriptor: descriptor), place: .file(path))
    }

    package convenience init(bytes: [UInt8], place: Place? = nil) throws(Problem) {
        try self.init(ByteFeed(bytes: bytes), place: place)
    }

    private init(_ bytes: ByteFeed, place: Place?) throws(Problem) {
        XMLSafety.setUp()
        self.bytes = bytes
        self.place = place
        // XML_PARSE_NONET alone: never NOENT, DTDLOAD or HUGE.
        let options = Int32(XML_PARSE_NONET.rawValue)
        let reader = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer, count > 0 else { return 0 }
                let feed = Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
                return feed.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
            }, { _ in 0 }, Unmanaged.passUnretained(bytes).toOpaque(), nil, nil, options)
        guard let reader else { throw .outOfMemory }
        self.reader = reader
        xmlTextReaderSetStructuredErrorHandler(reader, XMLFaults.handler, faults.pointer)
    }

    deinit { xmlFreeTextReader(reader) }

    /// The line of the current node, from 1.
    ///
    /// libxml2 counts a node's lines up to 65,535 only; behind that this is the line up to which it has read, a little ahead.
    package var line: Int {
        let line = xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? 0
        return line > 0 && line < 65_535 ? line : max(1, Int(xmlTextReaderGetParserLineNumber(reader)))
    }

    /// Where the current node is, for problems.
    package var here: Place? { place(at: line) }

    /// How deep the current element lies: 0 for the root.
    package var depth: Int { Int(xmlTextReaderDepth(reader)) }

    /// The namespace of the current element. Nil: it has none.
    package var namespace: String? { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } }

    /// Moves to the next node. Nil: the document is at its end.
    ///
    /// - Throws: A `Problem` if the document is not well formed, has a DOCTYPE, or can no longer be read.
    package func next() throws(Problem) -> Node? {
        if let name = pendingClose {
            pendingClose = nil
            return .close(name)
        }
        while try advance() {
            switch UInt32(xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                if xmlTextReaderIsEmptyElement(reader) == 1 { pendingClose = localName }
                return .open(localName)
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                return .close(localName)
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text(xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "")
            default:
                break
            }
        }
        return nil
    }

    /// The value of an attribute of the element that was opened last. Nil: it has none of that name.
    package func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    /// The element that was opened last as it stands in the document, to its end, in UTF-8. What ``next()`` returns stays the same.
    package func wholeElement() -> String {
        guard let text = xmlTextReaderReadOuterXml(reader) else { return "" }
        // What libxml2's `xmlFree` is where nobody has set another.
        defer { Glibc.free(text) }
        return String(cString: text)
    }

    private var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    /// Moves libxml2 on. Returns false at the end.
    private func advance() throws(Problem) -> Bool {
        let result = xmlTextReaderRead(reader)
        if let code = bytes.failure { throw .unreadable(place ?? .file("XML"), code) }
        if result < 0, bytes.isEmpty { throw .empty(place) }
        if let fault = faults.first.first {
            if fault.code == XML_ERR_DOCUMENT_END.rawValue { throw .noCleanEnd(place(at: fault.line)) }
            throw .notWellFormed(place(at: fault.line), fault)
        }
        // libxml2 may say nothing where a document breaks off between two tags.
        guard result >= 0 else { throw .noCleanEnd(here) }
        guard result > 0 else { return false }
        if UInt32(xmlTextReaderNodeType(reader)) == XML_READER_TYPE_DOCUMENT_TYPE.rawValue { throw .doctype(here) }
        return true
    }

    private func place(at line: Int?) -> Place? {
        guard let line, case .file(let name, _, _)? = place else { return place }
        return .file(name, line: line)
    }
}

extension XMLReader {
    /// Reads to the end while a schema looks on.
    func validate(by context: xmlSchemaValidCtxtPtr) throws(Problem) {
        let invalid = XMLFaults()
        guard xmlTextReaderSchemaValidateCtxt(reader, context, 0) == 0 else { throw .outOfMemory }
        // Set again: the reader has put a handler of its own on the context.
        xmlSchemaSetValidStructuredErrors(context, XMLFaults.handler, invalid.pointer)
        defer { xmlTextReaderSchemaValidateCtxt(reader, nil, 0) }
        while try advance(), invalid.count == 0 {}
        guard let fault = invalid.first.first else { return }
        throw .notValid(place(at: fault.line ?? line), fault)
    }
}

/// Feeds libxml2 from a file or from memory.
private final class ByteFeed {
    private let descriptor: Int32
    private let bytes: [UInt8]
    private var position = 0
    /// The error number of a read that went wrong.
    private(set) var failure: Int32?
    /// Whether nothing has come.
    private(set) var isEmpty = true

    init(descriptor: Int32) {
        self.descriptor = descriptor
        bytes = []
    }

    init(bytes: [UInt8]) {
        descriptor = -1
        self.bytes = bytes
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Returns how many bytes were read: 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard descriptor >= 0 else { return readMemory(into: buffer) }
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 { isEmpty = false }
            if count >= 0 { return Int32(count) }
            if errno == EINTR { continue }
            failure = errno
            return -1
        }
    }

    private func readMemory(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        if count > 0 { isEmpty = false }
        return Int32(count)
    }
}

extension Problem {
    fileprivate static func unreadable(_ place: Place, _ code: Int32) -> Problem {
        let reason = String(cString: strerror(code))
        let what =
            switch code {
            case ENOENT, ENOTDIR: Wording(en: "there is no such file.", fr: "ce fichier n’existe pas.")
            case EACCES, EPERM:
                Wording(en: "you may not read this file.", fr: "vous n’avez pas le droit de lire ce fichier.")
            case EISDIR: Wording(en: "this is a folder, not a file.", fr: "c’est un dossier, pas un fichier.")
            default:
                Wording(
                    en: "the file cannot be read (\(reason)).", fr: "le fichier ne peut pas être lu (\(reason)).")
            }
        return Problem(
            place, what, remedy: Wording(en: "Check the name and the folder.", fr: "Vérifiez le nom et le dossier."))
    }

    fileprivate static func empty(_ place: Place?) -> Problem {
        Problem(
            place, Wording(en: "the document is empty.", fr: "le document est vide."),
            remedy: Wording(en: "Export the file again.", fr: "Exportez de nouveau le fichier."))
    }

    fileprivate static func noCleanEnd(_ place: Place?) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document has no clean end: it breaks off, or something follows it.",
                fr: "le document n’a pas de fin nette : il s’interrompt, ou quelque chose le suit."),
            remedy: Wording(en: "Export or copy the file again.", fr: "Exportez ou copiez de nouveau le fichier."))
    }

    fileprivate static func notWellFormed(_ place: Place?, _ fault: XMLFaults.Fault) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document is not well-formed XML: \(fault.words).",
                fr: "le document n’est pas du XML bien formé : \(fault.words)."),
            remedy: Wording(
                en: "Export the file again, or mend this line.",
                fr: "Exportez de nouveau le fichier, ou corrigez cette ligne."))
    }

    fileprivate static func doctype(_ place: Place?) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document has a DOCTYPE, which is not accepted.",
                fr: "le document a un DOCTYPE, ce qui n’est pas accepté."),
            remedy: Wording(en: "Take the <!DOCTYPE …> out.", fr: "Retirez le <!DOCTYPE …>."))
    }

    fileprivate static func notValid(_ place: Place?, _ fault: XMLFaults.Fault) -> Problem {
        Problem(
            place,
            Wording(
                en: "the document does not follow its schema: \(fault.words).",
                fr: "le document ne suit pas son schéma : \(fault.words)."))
    }
}
