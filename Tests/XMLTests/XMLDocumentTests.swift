import Correspondence
import Testing
import XML

@Suite struct XMLDocumentTests {
    @Test func `a page is read with its elements, attributes and text`() throws {
        let page = "<!DOCTYPE html>\n<p class=\"note\">Caf&eacute;<!-- here --> &amp; bar<br/>end</p>\n"
        let document = try XMLDocument(parsing: Array(page.utf8), file: "page.xhtml")
        #expect(document.root.name == "p")
        #expect(document.root[attribute: "class"] == "note")
        #expect(outline(document.root) == #"p[class=note]("Café & bar" br() "end")"#)
    }

    @Test func `each tag, attribute and text knows where it stands`() throws {
        let page = "<body>\r\n  <p class='note'>Été &#233;&nbsp;{{x}}</p>\r\n</body>"
        let document = try XMLDocument(parsing: Array(page.utf8), file: "page.xhtml")
        guard case .element(let paragraph) = document.root.children[1], case .text(let text) = paragraph.children[0]
        else {
            Issue.record("the paragraph is missing")
            return
        }
        #expect(document.source.text(paragraph.tag) == "<p class='note'>")
        #expect(document.source.text(paragraph.attributes[0].valueRange) == "note")
        let tag = text.string.utf8.count - 5
        #expect(document.source.text(text.sourceRange(of: tag..<tag + 5)) == "{{x}}")
        #expect(
            document.source.place(at: text.sourceRange(of: tag..<tag + 5).lowerBound)
                == .file("page.xhtml", line: 2, column: 35))
    }

    @Test func `HTML's named characters are read, all 252 of them`() throws {
        let names = ["nbsp", "eacute", "euro", "OElig", "hellip", "Yuml", "thetasym", "diams", "zwnj", "rang"]
        let page = "<p>" + names.map { "&\($0);" }.joined() + "&lt;&gt;&amp;&quot;</p>"
        let document = try XMLDocument(parsing: Array(page.utf8), file: "page.xhtml")
        #expect(outline(document.root) == "p(\"\u{A0}é€Œ…Ÿϑ♦\u{200C}\u{232A}<>&\"\")")
    }

    @Test func `a byte order mark, a declaration and a namespace do not matter`() throws {
        let page = """
            \u{FEFF}<?xml version="1.0" encoding="ISO-8859-1"?>
            <!doctype HTML>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><![CDATA[a < b é]]></html>
            """
        let document = try XMLDocument(parsing: Array(page.utf8), file: "page.xhtml")
        #expect(outline(document.root) == #"html[lang=fr]("a < b é")"#)
    }

    @Test func `a piece of a page is read as several elements`() throws {
        let document = try XMLDocument(parsing: Array("<p>a</p>b<p>c</p>".utf8), file: "part.xhtml", isFragment: true)
        #expect(outline(document.root) == #"fragment(p("a") "b" p("c"))"#)
    }

    private func outline(_ element: XMLDocument.Element) -> String {
        let attributes = element.attributes.map { "[\($0.name)=\($0.value)]" }.joined()
        let children = element.children.map { node in
            switch node {
            case .element(let child): outline(child)
            case .text(let text): "\"\(text.string)\""
            }
        }
        return element.name + attributes + "(" + children.joined(separator: " ") + ")"
    }
}
