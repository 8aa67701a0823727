import CLibXML2
import Correspondence

extension XMLDocument {
    /// Parses the prepared page with libxml2 and copies its tree.
    static func tree(of prepared: Preparation, in source: Source) throws(Problem) -> Element {
        _ = libraryIsReady
        let complaints = Complaints()
        guard let page = ParsedPage(prepared.bytes, complaints: complaints) else {
            throw Problem(.file(source.file), .outOfMemory, remedy: .closeOthers)
        }
        if let first = complaints.first {
            throw problem(for: first, in: prepared, of: source)
        }
        guard let root = page.root else {
            throw Problem(.file(source.file), .empty, remedy: .writePage)
        }
        var copier = TreeCopier(prepared)
        return copier.element(root)
    }

    /// libxml2 asks that its first call is made once, before any thread parses.
    private static let libraryIsReady: Void = xmlInitParser()
}

/// What libxml2 found wrong, in its own codes.
final class Complaints {
    struct Complaint {
        var code: Int32
        /// Where the parser stood, in bytes of what it read.
        var offset: Int
        /// The first name that the complaint speaks of.
        var name: String?
        var otherName: String?
        /// A line that the complaint speaks of, from 1; 0: none.
        var line: Int
    }

    private(set) var first: Complaint?

    func note(_ error: xmlError, in context: xmlParserCtxtPtr) {
        guard first == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        var offset = 0
        if let input = context.pointee.input, let current = input.pointee.cur, let base = input.pointee.base {
            offset = current - base + Int(input.pointee.consumed)
        }
        first = Complaint(
            code: error.code, offset: offset, name: error.str1.map { String(cString: $0) },
            otherName: error.str2.map { String(cString: $0) }, line: Int(error.int1))
    }
}

/// libxml2's own tree of a page, freed with this value.
private struct ParsedPage: ~Copyable {
    private let document: xmlDocPtr?

    /// Parses without network, without external entities, without libxml2's own printing. Nil: no memory.
    init?(_ bytes: [UInt8], complaints: Complaints) {
        guard let context = xmlNewParserCtxt(), let handler = context.pointee.sax else { return nil }
        defer { xmlFreeParserCtxt(context) }
        handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        context.pointee._private = Unmanaged.passUnretained(complaints).toOpaque()
        handler.pointee.serror = { context, error in
            guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error,
                let complaints = context.pointee._private
            else { return }
            Unmanaged<Complaints>.fromOpaque(complaints).takeUnretainedValue().note(error.pointee, in: context)
        }
        let options = Int32(XML_PARSE_NONET.rawValue)
        document = withExtendedLifetime(complaints) {
            bytes.withUnsafeBytes { buffer in
                let start = buffer.bindMemory(to: CChar.self).baseAddress
                return xmlCtxtReadMemory(context, start, Int32(buffer.count), nil, "UTF-8", options)
            }
        }
    }

    deinit {
        xmlFreeDoc(document)
    }

    var root: xmlNodePtr? { document.flatMap { xmlDocGetRootElement($0) } }
}

/// Copies libxml2's tree and gives each node its place: start tags and texts come in the same order in tree and page.
private struct TreeCopier {
    private let prepared: XMLDocument.Preparation
    private var nextTag = 0
    private var nextText = 0

    init(_ prepared: XMLDocument.Preparation) {
        self.prepared = prepared
    }

    mutating func element(_ node: xmlNodePtr) -> XMLDocument.Element {
        let tag = nextTag < prepared.tags.count ? prepared.tags[nextTag] : .init(range: 0..<0)
        nextTag += 1
        return XMLDocument.Element(
            name: name(node.pointee.name, node.pointee.ns), attributes: attributes(of: node, in: tag),
            children: children(of: node), tag: tag.range)
    }

    private mutating func children(of node: xmlNodePtr) -> [XMLDocument.Node] {
        var children: [XMLDocument.Node] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                text += child.pointee.content.map { String(cString: $0) } ?? ""
            case XML_ELEMENT_NODE:
                close(&text, into: &children)
                children.append(.element(element(child)))
            default:
                break
            }
            next = child.pointee.next
        }
        close(&text, into: &children)
        return children
    }

    private mutating func close(_ text: inout String, into children: inout [XMLDocument.Node]) {
        guard !text.isEmpty else { return }
        while nextText < prepared.texts.count, prepared.texts[nextText].isEmpty { nextText += 1 }
        let segments = nextText < prepared.texts.count ? prepared.texts[nextText] : []
        nextText += 1
        children.append(.text(XMLDocument.Text(string: text, segments: segments)))
        text = ""
    }

    private func attributes(of node: xmlNodePtr, in tag: XMLDocument.Preparation.Tag) -> [XMLDocument.Attribute] {
        // Namespace declarations are no attributes for libxml2, so places are found by the order of the others.
        var attributes: [XMLDocument.Attribute] = []
        var next = node.pointee.properties
        var place = 0
        while let attribute = next {
            let name = name(attribute.pointee.name, attribute.pointee.ns)
            while place < tag.attributes.count, tag.attributes[place].name.count != name.utf8.count { place += 1 }
            let range = place < tag.attributes.count ? tag.attributes[place] : (tag.range, tag.range)
            attributes.append(
                XMLDocument.Attribute(
                    name: name, value: value(of: attribute), nameRange: range.0, valueRange: range.1))
            place += 1
            next = attribute.pointee.next
        }
        return attributes
    }

    /// Joins the value's texts. The prepared page has no references that libxml2 would keep as nodes of another kind.
    private func value(of attribute: xmlAttrPtr) -> String {
        var value = ""
        var next = attribute.pointee.children
        while let text = next {
            value += text.pointee.content.map { String(cString: $0) } ?? ""
            next = text.pointee.next
        }
        return value
    }

    private func name(_ local: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
        let local = local.map { String(cString: $0) } ?? ""
        guard let prefix = space?.pointee.prefix else { return local }
        return String(cString: prefix) + ":" + local
    }
}

extension Wording {
    fileprivate static var outOfMemory: Wording {
        Wording(en: "there is not enough memory to read the page.", fr: "la mémoire manque pour lire la page.")
    }
    fileprivate static var closeOthers: Wording {
        Wording(en: "Close other programs, then try again.", fr: "Fermez d’autres programmes, puis recommencez.")
    }
    fileprivate static var empty: Wording {
        Wording(en: "the page is empty.", fr: "la page est vide.")
    }
    fileprivate static var writePage: Wording {
        Wording(
            en: "Write <html lang=\"…\"> with a <head> and a <body>.",
            fr: "Écrivez <html lang=\"…\"> avec un <head> et un <body>.")
    }
}
