import Correspondence
import Merging
import Testing

/// Pages that mean harm, or come from a bad copy, end in a sentence and soon.
@Suite struct TemplateHostileTests {
    @Test func `sections a hundred thousand deep are refused`() {
        let body = String(repeating: "{{#flag}}", count: 100_000)
        #expect(message(page("<p>\(body)</p>")).contains("sections lie in each other more than 50 deep."))
    }

    @Test func `parts that double with each step are refused`() {
        var parts: [String: String] = ["p30": "<p>x</p>"]
        for step in 0..<30 { parts["p\(step)"] = "{{> p\(step + 1)}}{{> p\(step + 1)}}" }
        #expect(message(page("{{> p0}}"), parts: parts).contains("more than 500 parts are taken in."))
    }

    @Test func `no more problems are reported than a person reads`() {
        let body = (0..<5000).map { "<p>{{nothing\($0)}}</p>" }.joined(separator: "\n")
        #expect(message(page(body)).split(separator: "\n").filter { $0.contains("there is no field") }.count == 100)
    }

    @Test func `half a megabyte of tags, references and comments is read in one go`() throws {
        let body = String(repeating: "&amp;{{town}}a{{! x }}<b></b>", count: 20_000)
        let letter = try template(page("<p>\(body)</p>")).merge(CaseFields.record([("town", "Bath")]))
        guard case .paragraph(let paragraph) = letter.body[0] else {
            Issue.record("a paragraph was expected")
            return
        }
        #expect(paragraph.runs.count == 40_001)
    }

    @Test func `a page cut anywhere, or with any sign changed, never stops the program`() {
        let whole = Array(
            page(
                """
                {{> head}}<p class="note">Dear&nbsp;{{town | upper | default: "x"}}, {{#animals}}<b>{{name}}</b>{{/animals}}<br/></p>
                <table><tr><th>a</th></tr>{{#animals}}<tr><td colspan="2">{{species}}</td></tr>{{/animals}}</table>
                <ul>{{^flag}}<li>{{stay.arrival | date: "d MMMM"}}</li>{{/flag}}</ul><img src="a" width="4cm" alt=""/>
                """
            ).utf8)
        func run(_ bytes: [UInt8]) {
            let shelf = TemplateShelf(part: { _ throws(Problem) in ("parts/head.xhtml", Array("<p>{{town}}</p>".utf8)) }
            )
            let template = try? Template(
                parsing: bytes, file: "x", form: .init(number: 1), fields: CaseFields.catalogue, shelf: shelf)
            _ = template?.merge(CaseFields.record([("town", "Bath"), ("animal", "Rex,dog")]))
        }
        run(whole)
        for length in 0..<whole.count { run(Array(whole[..<length])) }
        for index in whole.indices {
            for byte in [UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: " "), 0xC3] {
                var changed = whole
                changed[index] = byte
                run(changed)
            }
        }
    }
}
