import Correspondence
import Testing
import XML

@Suite struct XMLWriterTests {
    @Test func `A document is written as it grows`() throws {
        let text = try written { writer throws(Problem) in
            try writer.open("letters", ["run": "a & \"b\"", "note": nil])
            try writer.element("name", "Dvořák <et fils>")
            try writer.element("empty", "")
            try writer.element("nothing", nil)
            try writer.comment("a -- b")
        }
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <letters run="a &amp; &quot;b&quot;">
                  <name>Dvořák &lt;et fils&gt;</name>
                  <empty/>
                  <!--a - - b-->
                </letters>

                """)
    }

    @Test func `What XML cannot hold becomes a replacement character`() throws {
        let text = try written { writer throws(Problem) in
            try writer.open("a", ["b": "x\u{1}y"])
            try writer.text("x\u{0}y\u{FFFE}z\tw\n\u{1F600}")
        }
        #expect(text.contains("b=\"x\u{FFFD}y\">x\u{FFFD}y\u{FFFD}z\tw\n\u{1F600}</a>"))
        let reader = try XMLReader(bytes: Array(text.utf8))
        while try reader.next() != nil {}
    }

    @Test func `A sink that refuses stops the writing`() throws {
        let writer = try XMLWriter(to: FullSink())
        try writer.open("a")
        #expect(throws: FullSink.problem) { try writer.finish() }
    }

    private func written(_ write: (XMLWriter) throws(Problem) -> Void) throws -> String {
        let sink = MemorySink()
        let writer = try XMLWriter(to: sink)
        try write(writer)
        try writer.finish()
        return String(decoding: sink.bytes, as: UTF8.self)
    }
}

private final class FullSink: ByteSink {
    static let problem = Problem(nil, Wording(en: "full.", fr: "plein."))

    func write(_ bytes: UnsafeRawBufferPointer) throws(Problem) { throw Self.problem }
}
