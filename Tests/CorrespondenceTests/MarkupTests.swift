import Correspondence
import Testing

@Suite struct `Escaping` {
    @Test(arguments: [
        ("Le Goff & fils <SARL>", "Le Goff &amp; fils &lt;SARL&gt;"), ("\"Le Petit\"", "&quot;Le Petit&quot;"),
        ("<\u{301}script>", "&lt;\u{301}script&gt;"), ("Nguyễn", "Nguyễn"),
    ])
    func `takes nothing in a text for its own`(text: String, expected: String) {
        #expect(Markup.escaped(text) == expected)
    }
}
