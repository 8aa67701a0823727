package import Correspondence
package import XML

/// Writes rejected clients in the vocabulary of the list they come from, each with the reason as an attribute.
///
/// A client stands there as it stood in the list. The file can be mended and imported again: an import passes over the
/// reasons.
package struct ClientXMLRejects {
    private let rejections: [Int: ImportRejection]
    private let language: MessageLanguage

    /// - Parameter rejections: By ``ClientXMLList/position``.
    package init(_ rejections: [Int: ImportRejection], in language: MessageLanguage) {
        self.rejections = rejections
        self.language = language
    }

    /// Copies the rejected clients of the document at `path`, in its order.
    package func copy(from path: String, to sink: any ByteSink) throws(Problem) {
        try copy(from: XMLReader(path: path), to: sink)
    }

    package func copy(from reader: XMLReader, to sink: any ByteSink) throws(Problem) {
        _ = try reader.next()
        try write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clients\(Self.namespace) version=\"1\">\n", to: sink)
        var position = 0
        var depth = 0
        while let node = try reader.next() {
            switch node {
            case .open(let name):
                if depth == 0, name == "client" || name == "erased" {
                    position += 1
                    if let rejection = rejections[position] {
                        try write(element(reader.wholeElement(), name, rejection), to: sink)
                    }
                }
                depth += 1
            case .close: depth -= 1
            case .text: break
            }
        }
        try write("</clients>\n", to: sink)
    }

    private static let namespace = " xmlns=\"\(ClientSchema.namespace)\""

    /// The element with the reason first among its attributes, in the place of an older one.
    private func element(_ text: String, _ name: String, _ rejection: ImportRejection) -> String {
        let tagEnd = text.firstIndex(of: ">") ?? text.endIndex
        var tag = String(text[..<tagEnd])
        if let known = tag.firstRange(of: Self.namespace) { tag.removeSubrange(known) }
        if let old = tag.firstRange(of: " reason=\""),
            let end = tag[old.upperBound...].firstIndex(of: "\"")
        {
            tag.removeSubrange(old.lowerBound...end)
        }
        let line = language == .french ? "ligne \(rejection.line) : " : "line \(rejection.line): "
        let reason = escaped(line + rejection.words.text(in: language))
        let name = "<\(name)"
        let rest = tag.hasPrefix(name) ? tag.dropFirst(name.count) : ""
        return "  \(name) reason=\"\(reason)\"\(rest)\(text[tagEnd...])\n"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    private func write(_ text: String, to sink: any ByteSink) throws(Problem) { try sink.write(Array(text.utf8)) }
}
