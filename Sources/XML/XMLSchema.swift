import CLibXML2
package import Correspondence

/// A schema (W3C XML Schema 1.0) that documents are held against, in a stream.
package final class XMLSchema {
    private let schema: xmlSchemaPtr

    /// Parses a schema that stands in one text and includes no other.
    ///
    /// - Throws: A `Problem` if the text is no schema.
    package init(_ text: String) throws(Problem) {
        let bytes = Array(text.utf8)
        // libxml2 would print to standard error where a schema is not even well-formed XML.
        let check = try XMLReader(bytes: bytes, place: .file("schema.xsd"))
        while try check.next() != nil {}
        let faults = XMLFaults()
        let parsed: xmlSchemaPtr? = bytes.withUnsafeBytes { raw in
            let start = raw.bindMemory(to: CChar.self).baseAddress
            guard let context = xmlSchemaNewMemParserCtxt(start, Int32(raw.count)) else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            xmlSchemaSetParserStructuredErrors(context, XMLFaults.handler, faults.pointer)
            return withExtendedLifetime(faults) { xmlSchemaParse(context) }
        }
        guard let parsed else { throw .noSchema(faults.first.first) }
        schema = parsed
    }

    deinit { xmlSchemaFree(schema) }

    /// Holds the document at `path` against the schema, in constant memory.
    ///
    /// - Throws: A `Problem` that names the first faults with their lines, or says that the file cannot be read.
    package func validate(path: String) throws(Problem) {
        try validate(XMLReader(path: path))
    }

    /// Holds a document in memory against the schema.
    package func validate(bytes: [UInt8], place: Place? = nil) throws(Problem) {
        try validate(XMLReader(bytes: bytes, place: place))
    }

    /// Reads `reader` to its end.
    package func validate(_ reader: XMLReader) throws(Problem) {
        guard let context = xmlSchemaNewValidCtxt(schema) else { throw .outOfMemory }
        defer { xmlSchemaFreeValidCtxt(context) }
        try reader.validate(by: context)
    }
}

extension Problem {
    fileprivate static func noSchema(_ fault: XMLFaults.Fault?) -> Problem {
        let words = fault?.words ?? "?"
        return Problem(
            fault?.line.map { .file("schema.xsd", line: $0) },
            Wording(
                en: "the schema cannot be used: \(words).", fr: "le schéma ne peut pas être utilisé : \(words)."))
    }
}
