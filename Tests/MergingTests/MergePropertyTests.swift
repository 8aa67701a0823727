import Correspondence
import Merging
import Testing

/// What holds for every value and every letter of a form.
@Suite struct MergePropertyTests {
    private static let fields = FieldCatalogue([.init("value", .text), .init("other", .text)])

    @Test func `any text as a value comes out unchanged, in one run without a key`() throws {
        let template = try template(page("<p>Dear {{value}}, hello</p>"), fields: Self.fields)
        var random = SplitMix(seed: 4711)
        for _ in 0..<2000 {
            let value = random.text() + "x"
            let letter = template.merge(FieldRecord([.text(value), .empty]))
            guard case .paragraph(let paragraph) = letter.body[0] else {
                Issue.record("a paragraph was expected")
                return
            }
            #expect(paragraph.runs.map(\.text) == ["Dear ", value, ", hello"])
            #expect(paragraph.runs.map { $0.key == nil } == [false, true, false])
            #expect(paragraph.key == nil)
        }
    }

    @Test func `equal keys name equal content in every letter of a form`() throws {
        let body = """
            <header><p class="sender">House<br/>Street</p></header>
            <p>Dear {{value}}  <b>{{other}}</b> and {{other}}, <i>you</i></p>
            <div class="note"><p>{{value}}</p><ul><li>One</li><li>{{other}}</li></ul></div>
            <p>End</p><p>End</p>
            """
        let template = try template(page(body), fields: Self.fields)
        var known: [Int: String] = [:]
        for values in [("a", "b"), ("", "b"), ("a", ""), ("", "")] {
            let letter = template.merge(FieldRecord([.init(values.0), .init(values.1)]))
            for (key, content) in keyed(letter) {
                #expect(known[key] == nil || known[key] == content)
                known[key] = content
            }
        }
        #expect(!known.isEmpty)
    }

    @Test func `what is the same in every letter carries a key`() throws {
        let letter = try template(page("<header><p>House</p></header><p>Same</p><p>{{value}}</p>"), fields: Self.fields)
            .merge(FieldRecord([.text("v")]))
        guard case .group(let group) = letter.body[0], case .paragraph(let same) = letter.body[1],
            case .paragraph(let varying) = letter.body[2]
        else {
            Issue.record("other blocks were expected")
            return
        }
        #expect(group.key != nil)
        #expect(same.key != nil)
        #expect(varying.key == nil)
        #expect(letter.subject.key != nil)
    }

    @Test func `two paragraphs never share a run's key, for their type may differ`() throws {
        let letter = try template(
            page("<p>Same {{value}}<br/>x</p><p class=\"note\">Same {{value}}<br/>x</p>"), fields: Self.fields
        )
        .merge(FieldRecord([.text("v")]))
        let keys = letter.body.map { block in
            if case .paragraph(let paragraph) = block { paragraph.runs.compactMap(\.key) } else { [Int]() }
        }
        #expect(keys[0].count == 3 && keys[1].count == 3)
        #expect(Set(keys[0]).isDisjoint(with: keys[1]))
    }

    @Test func `what the house says is the same in every letter, so it carries keys`() throws {
        let house = House(
            values: [
                "website": .text("a <b>\nc"), "lowest_price": .number(245), "has_pool": .flag(false), "fax": .text(""),
            ],
            name: "Camping", town: "Bath")
        let fields = LetterFields(house: house)
        let body = """
            <header><p>{{house.name}}<br/>{{house.fax}}<br/>{{house.website}}</p>{{#house.fax}}<p>{{client.town}}</p>{{/house.fax}}</header>
            <p>From {{house.lowest_price | money}}.{{#house.has_pool}} A pool.{{/house.has_pool}}{{^house.has_pool}} No pool.{{/house.has_pool}}</p>
            {{#house}}{{#client.types}}<p>{{.}}: {{name}} {{client.town}}</p>{{/client.types}}{{/house}}
            <p>{{today}}</p>
            """
        let day = try #require(CivilDate(year: 2026, month: 11, day: 24))
        var client = Client(number: 1)
        client.types = ["tourist"]
        client.address.town = "Ede"
        let record = fields.record(client: client, today: day, language: .english)
        let expected = """
            header
            Camping
            a <b>
            c
            From €245.00. No pool.
            tourist: Camping Ede
            24 November 2026
            """
        let plain = try Template(
            parsing: Array(page(body).utf8), file: "x", form: .init(number: 1), fields: fields.catalogue,
            shelf: TemplateShelf())
        let folded = try Template(
            parsing: Array(page(body).utf8), file: "x", form: .init(number: 2), fields: fields.catalogue,
            constants: fields.constants(today: day), shelf: TemplateShelf())
        var (one, other) = (plain.merge(record), folded.merge(record))
        one.subject = Letter.Paragraph()
        other.subject = Letter.Paragraph()
        #expect(text(of: one) == expected)
        #expect(text(of: other) == expected)
        guard case .group(let header) = other.body[0], case .paragraph(let price) = other.body[1],
            case .paragraph(let today) = other.body[3]
        else {
            Issue.record("other blocks were expected")
            return
        }
        #expect(header.key != nil && price.key != nil && today.key != nil)
        #expect(folded.emptyFields(in: record) == ["house.fax"])
    }

    @Test func `a template tells which fields it uses and which a letter lacks`() throws {
        let house = House(name: "Camping des Dunes", town: "Saint-Malo")
        let fields = LetterFields(house: house)
        let body =
            "<p>{{salutation}}, {{client.email}}</p>{{#client.animals}}<p>{{name}} {{client.town}}</p>{{/client.animals}}"
        let template = try template(page(body), fields: fields.catalogue)
        #expect(
            template.fieldNames == [
                "salutation", "client.email", "client.animals", "client.animals.name", "client.town",
            ])
        var client = Client(number: 1)
        client.familyName = "Durand"
        let record = fields.record(client: client, today: CivilDate(dayNumber: 20_000), language: .english)
        #expect(template.emptyFields(in: record) == ["client.email", "client.town"])
    }

    @Test func `no letter is made without a name or a town`() {
        var client = Client(number: 7)
        #expect(LetterFields.leftOut(client)?.code == "no_name")
        client.company = "Acme"
        #expect(LetterFields.leftOut(client)?.code == "no_town")
        #expect(LetterFields.leftOut(client)?.words.text(in: .english) == "no town, so no letter was made.")
        client.address.town = "Bath"
        #expect(LetterFields.leftOut(client) == nil)
    }

    private func keyed(_ letter: Letter) -> [(Int, String)] {
        letter.body.flatMap(keyed) + keyed(letter.subject)
    }

    private func keyed(_ block: Letter.Block) -> [(Int, String)] {
        switch block {
        case .paragraph(let paragraph), .heading(_, let paragraph): keyed(paragraph)
        case .group(let group):
            (group.key.map { [($0, "group " + group.blocks.flatMap(lines(of:)).joined(separator: "|"))] } ?? [])
                + group.blocks.flatMap(keyed)
        case .list(let list): list.items.flatMap { $0.flatMap(keyed) }
        case .table(let table): table.rows.flatMap { $0.flatMap { keyed($0.content) } }
        case .image, .rule: []
        }
    }

    private func keyed(_ paragraph: Letter.Paragraph) -> [(Int, String)] {
        (paragraph.key.map { [($0, "paragraph " + text(of: paragraph))] } ?? [])
            + paragraph.runs.compactMap { run in run.key.map { ($0, "run \(run.style.rawValue) \(run.text)") } }
    }
}

/// Source: S. Vigna, "SplitMix64", 2015 (public domain).
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Signs that templates, XML and PostScript know, white space, and any other character.
    mutating func text() -> String {
        let signs = Array("<>&{}#^/!|\"'()\\% \n\t;:,.{{}}éŒřΩЯ\u{A0}\u{202F}")
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &self) {
            if Bool.random(using: &self) {
                text.append(signs.randomElement(using: &self) ?? "x")
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
