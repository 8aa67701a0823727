import Correspondence
import Testing
import XML

/// What libxml2 finds wrong, said in our words, with the line and the place in it.
@Suite struct XMLDocumentMessageTests {
    @Test(arguments: [
        (
            "<html>\n  <p>Bonjour</div>\n</html>",
            """
            page.xhtml:2:13: </div> closes, but <p> of line 2 is still open.
                <p>Bonjour</div>
                          ^^^^^^
              -> Write </p> where it ends.
            """
        ),
        (
            "<html>\n  <body>\n  <p>Bonjour</p>\n",
            """
            page.xhtml:2:3: <body> is never closed.
                <body>
                ^^^^^^
              -> Write </body> where it ends.
            """
        ),
        (
            "<p>One<br>two</p>",
            """
            page.xhtml:1:14: </p> closes, but <br> of line 1 is still open.
                <p>One<br>two</p>
                             ^^^^
              -> Write <br/>: it has no end of its own.
            """
        ),
        (
            "<p>Müller & Söhne</p>",
            """
            page.xhtml:1:11: an "&" cannot stand alone.
                <p>Müller & Söhne</p>
                          ^
              -> Write &amp; for the sign itself.
            """
        ),
        (
            "<p>Caf&eacuté;</p>",
            """
            page.xhtml:1:7: there is no character named "eacuté".
                <p>Caf&eacuté;</p>
                      ^^^^^^^^
              -> Write &eacute;, or the character itself.
            """
        ),
        (
            "<p>a < b</p>",
            """
            page.xhtml:1:6: a "<" stands here that begins no tag.
                <p>a < b</p>
                     ^
              -> Write &lt; for the sign itself.
            """
        ),
        (
            "<p class=note>x</p>",
            """
            page.xhtml:1:10: an attribute has no value in quotes.
                <p class=note>x</p>
                         ^^^^
              -> Write it as name="value".
            """
        ),
        (
            "<p class=\"a\" class=\"b\">x</p>",
            """
            page.xhtml:1:14: the attribute "class" stands twice in one tag.
                <p class="a" class="b">x</p>
                             ^^^^^
              -> Keep one of the two.
            """
        ),
        (
            "<p>x</p>\n<p>y</p>",
            """
            page.xhtml:2:1: something follows after the end of the page.
                <p>y</p>
                ^^^
              -> Move it inside, before the last closing tag.
            """
        ),
        (
            "<p>x<!-- note</p>",
            """
            page.xhtml:1:5: this comment is never closed.
                <p>x<!-- note</p>
                    ^^^^
              -> Write --> where it ends.
            """
        ),
        (
            "<p>&#0;</p>",
            """
            page.xhtml:1:4: there is no character of this number.
                <p>&#0;</p>
                   ^^^^
              -> Write the character itself.
            """
        ),
        (
            "<p><o:p>x</o:p></p>",
            """
            page.xhtml:1:5: a name with the prefix "o:" belongs to no letter.
                <p><o:p>x</o:p></p>
                    ^^^
              -> Write it without the prefix, or delete it: a word processor has left it.
            """
        ),
        (
            "",
            """
            page.xhtml: the page is empty.
              -> Write <html lang="…"> with a <head> and a <body>.
            """
        ),
    ])
    func `a page that is not well-formed is refused with the place`(page: String, expected: String) {
        #expect(message(Array(page.utf8)) == expected)
    }

    @Test func `a page in another encoding is refused at its first wrong byte`() {
        #expect(
            message(Array("<p>Caf".utf8) + [0xE9] + Array("</p>".utf8)) == """
                page.xhtml:1:7: the file is not UTF-8 text.
                    <p>Caf\u{FFFD}</p>
                          ^
                  -> Save it again in your editor with the encoding UTF-8.
                """)
    }

    @Test func `an invisible control character is refused`() {
        #expect(message(Array("<p>a\u{1}b</p>".utf8)).contains("an invisible control character stands here."))
    }

    private static let refusedDoctype = "only a bare <!DOCTYPE html> may stand before the page"

    @Test(arguments: [
        #"<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><p>&lol2;</p>"#,
        #"<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>"#,
        #"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><p/>"#,
        #"<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><p/>"#,
        "<p/><!DOCTYPE html>",
    ])
    func `any other DOCTYPE is refused, so no entity is ever read`(page: String) {
        #expect(message(Array(page.utf8)).contains(Self.refusedDoctype))
    }

    @Test func `a hundred thousand nested elements end in a sentence`() {
        let page = String(repeating: "<b>", count: 100_000)
        #expect(message(Array(page.utf8)).contains("elements lie in each other more than 256 deep."))
    }

    @Test func `a line of ten megabytes ends in a sentence`() {
        let page = "<p>" + String(repeating: "x", count: 10_000_000) + "</p>"
        #expect(
            message(Array(page.utf8)) == """
                page.xhtml: the file is larger than 1 MB, which no letter template is.
                  -> Check that this is the right file; keep images in files of their own.
                """)
    }

    @Test func `of a very long line only the part around the place is shown`() {
        let page = "<p>" + String(repeating: "x", count: 900_000) + "& y</p>"
        let text = message(Array(page.utf8))
        #expect(text.hasPrefix("page.xhtml:1:900004: an \"&\" cannot stand alone.\n    …xxx"))
        #expect(text.utf8.count < 700)
    }

    @Test func `no cut page makes the reading stop or crash`() {
        let page = Array(
            "<!DOCTYPE html>\r\n<html lang='fr'><!-- c --><p class=\"a&amp;b\">é&nbsp;&#233;<![CDATA[x]]></p><br/></html>"
                .utf8)
        for length in 0..<page.count { _ = message(Array(page[..<length])) }
        for index in page.indices {
            var changed = page
            for byte in [UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\""), 0x00, 0xFF, UInt8(ascii: ">")] {
                changed[index] = byte
                _ = message(changed)
            }
        }
    }

    private func message(_ page: [UInt8]) -> String {
        do {
            _ = try XMLDocument(parsing: page, file: "page.xhtml")
            return ""
        } catch {
            return error.text(in: .english)
        }
    }
}
