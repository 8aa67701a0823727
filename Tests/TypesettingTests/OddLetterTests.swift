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
        ("one word of forty thousand letters", [Samples.paragraph(String(repeating: "a", count: 40_000))]),
        (
            "twenty thousand fields without a space",
            [.paragraph(Letter.Paragraph(runs: (0..<20_000).map { _ in Letter.Run("Annecy", style: .bold) }))]
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
        ("Hebrew", [Samples.paragraph("שלום"), Samples.paragraph("عالم"), Samples.paragraph("שלוabcם")]),
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
            #expect(bytes.split(separator: 10).allSatisfy { $0.count <= 255 })
        }
        _ = try Samples.plain([Samples.letter(body: body)], encoding: .latin9)
    }

    @Test func `A letter of nothing at all is one empty page`() throws {
        let (bytes, printed) = try Samples.print([Letter(form: .init(number: 9), language: Language(rawValue: ""))])
        #expect(printed.map(\.pages) == [1])
        #expect(try Tool.pageCount(bytes).output == "1\n")
    }

    private func text(_ dice: inout LineBreakerTests.Dice) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            32...126, 160...591, 768...879, 880...1279, 1424...1791, 2304...2431, 7680...8191, 8192...8303,
            12352...12543,
            0x1F300...0x1F6FF, 0...31,
        ]
        var text = ""
        for _ in 0..<dice.roll(40) {
            let range = ranges[dice.roll(ranges.count)]
            let value = range.lowerBound + UInt32(dice.roll(Int(range.upperBound - range.lowerBound) + 1))
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            if dice.roll(5) == 0 { text += dice.roll(4) == 0 ? "\n" : " " }
        }
        return text
    }

    private func block(_ dice: inout LineBreakerTests.Dice, depth: Int) -> Letter.Block {
        func paragraph(_ dice: inout LineBreakerTests.Dice) -> Letter.Paragraph {
            let runs = (0..<dice.roll(4)).map { _ in
                Letter.Run(text(&dice), style: Letter.Style(rawValue: UInt8(dice.roll(16))))
            }
            let classes = ["right", "center", "small", "keep", "closing", "signature", "note", "tight", "house"]
            return Letter.Paragraph(
                classes: (0..<dice.roll(3)).map { _ in classes[dice.roll(classes.count)] }, runs: runs)
        }
        switch dice.roll(depth > 3 ? 3 : 8) {
        case 0, 1: return .paragraph(paragraph(&dice))
        case 2: return .heading(level: dice.roll(5), paragraph(&dice))
        case 3: return .rule
        case 4:
            return .list(
                Letter.List(
                    ordered: dice.roll(2) == 0,
                    items: (0..<dice.roll(4)).map { _ in (0..<dice.roll(3)).map { _ in block(&dice, depth: depth + 1) }
                    }))
        case 5:
            let rows = (0..<dice.roll(60)).map { _ in
                (0..<dice.roll(5)).map { _ in
                    Letter.Cell(isHead: dice.roll(3) == 0, columns: dice.roll(4), content: paragraph(&dice))
                }
            }
            return .table(Letter.Table(headRows: dice.roll(4), rows: rows))
        default:
            let kinds: [Letter.Group.Kind] = [.div, .header, .footer, .address]
            return .group(
                Letter.Group(
                    kind: kinds[dice.roll(4)], classes: dice.roll(3) == 0 ? ["keep"] : [],
                    blocks: (0..<dice.roll(6)).map { _ in block(&dice, depth: depth + 1) }))
        }
    }

    @Test func `Letters of random blocks and random text make a sound file`() throws {
        var dice = LineBreakerTests.Dice(state: 2026)
        let languages: [Language] = [.french, .english, .german, .dutch, .spanish, .italian]
        let letters = (0..<15).map { number in
            Letter(
                client: Int64(number), form: .init(number: number), language: languages[number % 6],
                subject: Letter.Paragraph(runs: [Letter.Run(text(&dice))]),
                addressLines: (0..<dice.roll(9)).map { _ in text(&dice) },
                placeAndDate: text(&dice), referenceLine: text(&dice), pieceCode: text(&dice),
                body: (0..<dice.roll(12)).map { _ in block(&dice, depth: 0) })
        }
        let (bytes, printed) = try Samples.print(letters)
        let counted = try Tool.pageCount(bytes)
        #expect(counted.output == "\(printed.map(\.pages).reduce(0, +))\n")
        #expect(counted.errors == "")
        #expect(bytes.split(separator: 10).allSatisfy { $0.count <= 255 })
        #expect(try Samples.print(letters).bytes == bytes)
        _ = try Samples.plain(letters, encoding: .latin9)
    }
}
