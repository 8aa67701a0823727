import Correspondence
import Merging
import Testing

/// The cases of the official Mustache specification (github.com/mustache/spec: sections, inverted, comments, partials,
/// interpolation) that apply to a page, by their names there.
///
/// White space collapses here as in HTML, so the specification's rules for standalone lines come to: such lines leave no space and
/// no empty paragraph. What does not apply: set delimiters, lambdas, unescaped tags (a value is never markup), partials that
/// include themselves, and names that do not exist (an error here). A line of signs alone disappears, hence a letter for `=`.
@Suite struct MustacheSpecificationTests {
    private static let inner = FieldCatalogue([.init("b", .text), .init("three", .number)])
    private static let middle = FieldCatalogue([
        .init("mname", .text), .init("bottoms", .list(of: .record(FieldCatalogue([.init("bname", .text)])))),
    ])
    private static let name = FieldCatalogue([.init("upper", .text), .init("lower", .text)])
    private static let top = FieldCatalogue([
        .init("tname", .record(name)), .init("middles", .list(of: .record(middle))),
    ])
    private static let catalogue = FieldCatalogue([
        .init("yes", .flag), .init("no", .flag), .init("nothing", .text), .init("a", .text), .init("b", .text),
        .init("sec", .record(inner)), .init("list", .list(of: .record(FieldCatalogue([.init("item", .number)])))),
        .init("words", .list(of: .text)), .init("numbers", .list(of: .number)),
        .init("lists", .list(of: .list(of: .number))),
        .init("none", .list(of: .text)), .init("tops", .list(of: .record(top))), .init("foo", .text),
    ])

    private static let record: FieldRecord = {
        let numbers: ([Double]) -> FieldValue = { .list($0.map { .number($0) }) }
        let bottoms = FieldValue.list([.record(FieldRecord([.text("x")])), .record(FieldRecord([.text("y")]))])
        let middles = FieldValue.list([.record(FieldRecord([.text("1"), bottoms]))])
        let tname = FieldValue.record(FieldRecord([.text("A"), .text("a")]))
        return FieldRecord([
            .flag(true), .flag(false), .empty, .text("foo"), .text("wrong"),
            .record(FieldRecord([.text("bar"), .number(3)])),
            .list([1, 2, 3].map { .record(FieldRecord([.number($0)])) }), .list([.text("a"), .text("b"), .text("c")]),
            numbers([1, 2, 3]), .list([numbers([1, 2, 3]), numbers([4, 5])]), .list([]),
            .list([.record(FieldRecord([tname, middles]))]), .text("bar"),
        ])
    }()

    @Test(arguments: [
        ("Truthy", "{{#yes}}This should be rendered.{{/yes}}", "This should be rendered."),
        ("Falsey", "\"{{#no}}This should not be rendered.{{/no}}\" x", "\"\" x"),
        ("Null is falsey", "x{{#nothing}}not rendered{{/nothing}}", "x"),
        ("Context", "{{#sec}}Hi {{b}}.{{/sec}}", "Hi bar."),
        ("Parent contexts", "{{#sec}}{{a}}, {{b}}, {{sec.three}}{{/sec}}", "foo, bar, 3"),
        ("Variable test", "{{#foo}}{{.}} is {{foo}}{{/foo}}", "bar is bar"),
        (
            "List Contexts",
            "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}{{tname.upper}}{{mname}}{{bname}}.{{/bottoms}}{{/middles}}{{/tops}}",
            "a1.A1x.A1y."
        ),
        ("List", "{{#list}}{{item}}{{/list}}", "123"),
        ("Empty List", "x{{#none}}Yay lists!{{/none}}", "x"),
        ("Doubled", "{{#yes}}* first{{/yes}} * {{foo}} {{#yes}}* third{{/yes}}", "* first * bar * third"),
        ("Nested (Truthy)", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", "| A B C D E |"),
        ("Nested (Falsey), spaces collapsed", "| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", "| A E |"),
        ("Implicit Iterator - String", "{{#words}}({{.}}){{/words}}", "(a)(b)(c)"),
        ("Implicit Iterator - Integer", "{{#numbers}}({{.}}){{/numbers}}", "(1)(2)(3)"),
        ("Implicit Iterator - Array", "{{#lists}}({{#.}}{{.}}{{/.}}){{/lists}}", "(123)(45)"),
        ("Dotted Names - Truthy", "{{#sec.b}}Here{{/sec.b}}", "Here"),
        ("Padding", "|{{# yes }}a{{/ yes }}|", "|a|"),
        ("Surrounding Whitespace, collapsed", "| {{#yes}}\t|\t{{/yes}} | x", "| | | x"),
        ("Internal Whitespace, collapsed", "| {{#yes}} {{! Important Whitespace }}\n {{/yes}} | x", "| | x"),
        ("Inverted: Falsey", "{{^no}}This should be rendered.{{/no}}", "This should be rendered."),
        ("Inverted: Truthy", "x{{^yes}}not rendered{{/yes}}", "x"),
        ("Inverted: Null is falsey", "{{^nothing}}rendered{{/nothing}}", "rendered"),
        ("Inverted: Context", "x{{^sec}}Hi {{b}}.{{/sec}}", "x"),
        ("Inverted: List", "x{{^list}}{{a}}{{/list}}", "x"),
        ("Inverted: Empty List", "{{^none}}Yay lists!{{/none}}", "Yay lists!"),
        ("Inverted: Nested (Falsey)", "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", "| A B C D E |"),
        ("Inverted: Padding", "|{{^ no }}a{{/ no }}|", "|a|"),
        ("Comments: Inline", "12345{{! Comment Block! }}67890", "1234567890"),
        ("Comments: Multiline", "12345{{!\n  This is a\n  multi-line comment...\n}}67890", "1234567890"),
        ("Comments: Surrounding Whitespace, collapsed", "12345 {{! Comment Block! }} 67890", "12345 67890"),
        ("Comments: Indented Inline", "  12 {{! 34 }}\n", "12"),
        ("Interpolation: Surrounding Whitespace", "| {{foo}} |", "| bar |"),
        ("Interpolation With Padding", "|{{ foo }}|", "|bar|"),
    ])
    func `a case of the specification holds`(name: String, body: String, expected: String) throws {
        #expect(try merge("<p>\(body)</p>") == expected)
    }

    @Test(arguments: [
        ("Standalone Lines", "<p>This Is</p>\n{{#yes}}\n<p>|</p>\n{{/yes}}\n<p>A Line</p>", "This Is\n|\nA Line"),
        (
            "Indented Standalone Lines", "<p>This Is</p>\n  {{#yes}}\n<p>|</p>\n  {{/yes}}\n<p>A Line</p>",
            "This Is\n|\nA Line"
        ),
        ("Standalone Line Endings", "<p>|</p>\r\n{{#yes}}\r\n{{/yes}}\r\n<p>|</p>", "|\n|"),
        ("Comments: Standalone", "<p>Begin.</p>\n{{! Comment Block! }}\n<p>End.</p>", "Begin.\nEnd."),
        (
            "Comments: Multiline Standalone", "<p>Begin.</p>\n{{!\nSomething's going on here...\n}}\n<p>End.</p>",
            "Begin.\nEnd."
        ),
        (
            "Inverted: Doubled", "{{^no}}<p>* first</p>{{/no}}<p>* {{foo}}</p>{{^no}}<p>* third</p>{{/no}}",
            "* first\n* bar\n* third"
        ),
    ])
    func `a standalone line leaves nothing behind`(name: String, body: String, expected: String) throws {
        #expect(try merge(body) == expected)
    }

    @Test(arguments: [
        ("Basic Behavior", "<p>\"{{>text}}\"</p>", ["text": "from partial"], "\"from partial\""),
        ("Context", "<p>\"{{>partial}}\"</p>", ["partial": "*{{a}}*"], "\"*foo*\""),
        ("Nested", "<p>{{>outer}}</p>", ["outer": "*{{a}} {{>inner}}*", "inner": "{{foo}}!"], "*foo bar!*"),
        ("Context of the section", "<p>{{#sec}}{{>inner}}{{/sec}}</p>", ["inner": "{{b}}"], "bar"),
        ("Surrounding Whitespace, collapsed", "<p>| {{>partial}} |</p>", ["partial": "\t|\t"], "| | |"),
        ("Padding Whitespace", "<p>|{{> partial }}|</p>", ["partial": "[]"], "|[]|"),
        (
            "Standalone, with elements", "<p>x</p>\n  {{>partial}}\n<p>y</p>", ["partial": "<p>1</p>\n<p>2</p>\n"],
            "x\n1\n2\ny"
        ),
        (
            "A whole page as a part", "{{>partial}}",
            ["partial": "<!DOCTYPE html><html><body><p>{{foo}}</p></body></html>"], "bar"
        ),
    ])
    func `a part is put in its place`(name: String, body: String, parts: [String: String], expected: String) throws {
        #expect(try merge(body, parts: parts) == expected)
    }

    private func merge(_ body: String, parts: [String: String] = [:]) throws -> String {
        let template = try template(page(body), fields: Self.catalogue, parts: parts)
        return template.merge(Self.record).body.flatMap(lines(of:)).joined(separator: "\n")
    }
}
