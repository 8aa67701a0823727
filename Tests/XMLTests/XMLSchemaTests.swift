import Correspondence
import Testing
import XML

@Suite struct XMLSchemaTests {
    static let text = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="a"><xs:complexType><xs:sequence>
            <xs:element name="b" type="xs:date" maxOccurs="unbounded"/>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """

    @Test func `A document that follows the schema passes`() throws {
        try XMLSchema(Self.text).validate(bytes: Array("<a><b>2026-11-18</b><b>2026-11-19</b></a>".utf8))
    }

    @Test(arguments: [
        (
            "<a>\n<b>2026-11-31</b></a>",
            "x.xml:2: the document does not follow its schema: Element 'b': '2026-11-31' is not a valid value of the atomic type 'xs:date'."
        ),
        (
            "<a>\n\n</a>",
            "x.xml:3: the document does not follow its schema: Element 'a': Missing child element(s). Expected is ( b )."
        ),
        (
            "<c/>",
            "x.xml:1: the document does not follow its schema: Element 'c': No matching global declaration available for the validation root."
        ),
        (
            "<a><b>2026-11-18</b>",
            "x.xml:1: the document has no clean end: it breaks off, or something follows it.\n  -> Export or copy the file again."
        ),
    ])
    func `A document that does not is named with its line`(text: String, expected: String) {
        #expect(
            complaint { try XMLSchema(Self.text).validate(bytes: Array(text.utf8), place: .file("x.xml")) } == expected)
    }

    @Test func `A schema serves many documents`() throws {
        let schema = try XMLSchema(Self.text)
        for day in 1...9 { try schema.validate(bytes: Array("<a><b>2026-11-0\(day)</b></a>".utf8)) }
        #expect(complaint { try schema.validate(bytes: Array("<a/>".utf8)) } != "no problem")
        try schema.validate(bytes: Array("<a><b>2026-11-18</b></a>".utf8))
    }

    @Test func `A text that is no schema is refused`() {
        #expect(complaint { try XMLSchema("<a/>") }.contains("the schema cannot be used: "))
        #expect(complaint { try XMLSchema("<a") }.contains("schema.xsd:1: the document has no clean end"))
    }
}
