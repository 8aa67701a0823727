import Correspondence
import Testing
import XML

@Suite struct XMLReaderTests {
    @Test func `Elements, attributes and text come in the document's order`() throws {
        let reader = try XMLReader(
            bytes: Array("<a xmlns='urn:x' n='1&amp;2'><!-- c --><b/>é<![CDATA[<&]]><c k='v'>t</c>\n</a>".utf8))
        var seen: [String] = []
        while let node = try reader.next() {
            switch node {
            case .open(let name):
                seen.append(
                    "<\(name) \(reader.attribute("n") ?? "-") \(reader.attribute("k") ?? "-") \(reader.namespace ?? "-")"
                )
            case .text(let text): seen.append(text)
            case .close(let name): seen.append(">\(name)")
            }
        }
        #expect(
            seen == ["<a 1&2 - urn:x", "<b - - urn:x", ">b", "é", "<&", "<c - v urn:x", "t", ">c", "\n", ">a"])
    }

    @Test(arguments: [
        (
            "<a><b></a>",
            "x.xml:1: the document is not well-formed XML: Opening and ending tag mismatch: b line 1 and a."
        ),
        ("<a>\n<b>&nbsp;</b></a>", "x.xml:2: the document is not well-formed XML: Entity 'nbsp' not defined."),
        ("<a>\u{1}</a>", "x.xml:1: the document is not well-formed XML: PCDATA invalid Char value 1."),
    ])
    func `A document that is not well formed stops with its line`(text: String, expected: String) {
        #expect(
            problem(in: text) == expected + "\n  -> Export the file again, or mend this line.")
    }

    @Test func `An empty document and one without a clean end are told apart`() {
        #expect(problem(in: "") == "x.xml: the document is empty.\n  -> Export the file again.")
        for text in ["<a>\n<b/>", "<a>\n</a><b/>"] {
            #expect(
                problem(in: text) == """
                    x.xml:2: the document has no clean end: it breaks off, or something follows it.
                      -> Export or copy the file again.
                    """)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x0 'ha'><!ENTITY x1 '&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;'>]><a>&x1;</a>",
    ])
    func `A DOCTYPE is refused`(text: String) {
        #expect(
            problem(in: text) == """
                x.xml:1: the document has a DOCTYPE, which is not accepted.
                  -> Take the <!DOCTYPE …> out.
                """)
    }

    @Test func `A missing file and a folder are told apart`() {
        #expect(
            complaint { try XMLReader(path: "nowhere.xml") } == """
                nowhere.xml: there is no such file.
                  -> Check the name and the folder.
                """)
        #expect(
            complaint { try XMLReader(path: "/").next() } == """
                /: this is a folder, not a file.
                  -> Check the name and the folder.
                """)
    }

    private func problem(in text: String) -> String {
        complaint {
            let reader = try XMLReader(bytes: Array(text.utf8), place: .file("x.xml"))
            while try reader.next() != nil {}
        }
    }
}

/// The English text of the problem that `act` throws.
func complaint(_ act: () throws -> some Any) -> String {
    do {
        _ = try act()
        return "no problem"
    } catch let problem as Problem {
        return problem.text(in: .english)
    } catch {
        return "\(error)"
    }
}
