import Correspondence
import Testing
import XML

@Suite struct XMLDocumentTests {
    @Test func `a page is read with its elements, attributes and text`() throws {
        let page = "<!DOCTYPE html>\n<p class=\"note\">Caf&eacute;<br/>&amp; bar</p>"
        let document = try XMLDocument(parsing: Array(page.utf8), file: "page.xhtml")
        #expect(document.root.name == "p")
        #expect(document.root[attribute: "class"] == "note")
        #expect(document.root.children.count == 3)
    }
}
