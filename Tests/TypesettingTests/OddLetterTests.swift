import Correspondence
import Testing

@testable import Typesetting

/// Letters that nobody writes and that must neither stop a run nor break its file.
@Suite struct OddLetterTests {
    static let bodies: [(name: String, body: [Letter.Block])] = [
        ("nothing", []),
        (
            "empty paragraphs",
            [Samples.paragraph(""), Samples.paragraph(" "), Samples.paragraph("\n\n"), Samples.paragraph("\u{A0}")]
        ),
        ("one word without end", [Samples.paragraph(String(repeating: "anticonstitutionnellement", count: 40))]),
        (
            "a long address on the Internet",
            [Samples.paragraph("Voir https://example.org/" + String(repeating: "abc/", count: 60) + " ici.")]
        ),
        ("a long paragraph", [Samples.paragraph(String(repeating: Samples.lorem + " ", count: 400))]),
        (
            "words of many families",
            [Samples.paragraph("שלום عالم 漢字 ไทย 😀 e\u{301}\u{323}\u{302} \u{200D}\u{FEFF}\u{0000}\u{0007}\u{202E}abc")]
        ),
        ("an empty table", [.table(Letter.Table(rows: []))]),
        ("a table of empty rows", [.table(Letter.Table(headRows: 3, rows: [[], [], []]))]),
        (
            "a table of heads only",
            [.table(Letter.Table(headRows: 5, rows: [[Letter.Cell(isHead: true, content: .init(runs: [.init("A")]))]]))]
        ),
        (
            "a wide cell",
            [
                .table(
                    Letter.Table(rows: [
                        [
                            Letter.Cell(columns: 9, content: .init(runs: [.init(Samples.lorem)])),
                            Letter.Cell(content: .init(runs: [.init("1")])),
                        ]
                    ]))
            ]
        ),
        (
            "many columns",
            [.table(Letter.Table(rows: [(0..<40).map { Letter.Cell(content: .init(runs: [.init("colonne \($0)")])) }]))]
        ),
        (
            "an empty list",
            [.list(Letter.List(ordered: true, items: [])), .list(Letter.List(ordered: false, items: [[]]))]
        ),
        (
            "lists in lists",
            [
                (0..<30).reduce(Samples.paragraph("fond")) { inner, _ in
                    .list(Letter.List(ordered: false, items: [[inner]]))
                }
            ]
        ),
        (
            "everything tied",
            [
                .group(
                    Letter.Group(
                        kind: .div, classes: ["keep"], blocks: (0..<120).map { Samples.paragraph("Ligne \($0)") }))
            ]
        ),
        (
            "a tall header",
            [.group(Letter.Group(kind: .header, blocks: (0..<60).map { Samples.paragraph("Ligne \($0)") }))]
        ),
        (
            "a tall footer",
            [.group(Letter.Group(kind: .footer, blocks: (0..<200).map { Samples.paragraph("Ligne \($0)") }))]
        ),
        (
            "unknown classes",
            [
                Samples.paragraph(
                    "Un", classes: ["", "zut", "x y", "right", "center", "small", "small", "small", "small"])
            ]
        ),
        ("rules", (0..<200).map { _ in .rule }),
    ]

    @Test(arguments: bodies.map(\.name))
    func `An odd letter makes a sound file`(name: String) throws {
        let body = try #require(Self.bodies.first { $0.name == name }).body
        for geometry in ["nf", "dl", "labels-2x7"] {
            let (bytes, printed) = try Samples.print([
                Samples.letter(geometry: geometry, body: body), Samples.letter(geometry: geometry),
            ])
            let counted = try Tool.pageCount(bytes)
            #expect(counted.output == "\(printed.map(\.pages).reduce(0, +))\n")
            #expect(counted.errors == "" && counted.status == 0)
            for line in bytes.split(separator: 10) { #expect(line.count <= 255) }
        }
        _ = try Samples.plain([Samples.letter(body: body)], encoding: .latin9)
    }

    @Test func `A letter of nothing at all is one empty page`() throws {
        let (bytes, printed) = try Samples.print([Letter(form: .init(number: 9), language: Language(rawValue: ""))])
        #expect(printed.map(\.pages) == [1])
        #expect(try Tool.pageCount(bytes).output == "1\n")
    }
}
