import Correspondence
import Merging
import Testing

/// One sentence of a whole-text test: what stands in the body, the values, and the letter.
struct MergingCase: CustomTestStringConvertible, Sendable {
    var sentence: String
    var body: String
    var values: [(String, String)]
    var expected: String

    var testDescription: String { sentence }

    /// Reads blocks of `--- sentence ---`, the body, lines `key=value` after `with`, and the letter after `gives`.
    static func read(_ text: String) -> [MergingCase] {
        var cases: [MergingCase] = []
        for block in text.split(separator: "\n--- ", omittingEmptySubsequences: true) {
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard let with = lines.firstIndex(of: "with"), let gives = lines.firstIndex(of: "gives") else { continue }
            let sentence = lines[0].replacing("--- ", with: "").replacing(" ---", with: "")
            let values = lines[(with + 1)..<gives].map { line -> (String, String) in
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return (parts[0], parts.count > 1 ? parts[1] : "")
            }
            let expected = lines[(gives + 1)...].joined(separator: "\n")
            cases.append(
                MergingCase(
                    sentence: sentence, body: lines[1..<with].joined(separator: "\n"), values: values,
                    expected: expected.hasSuffix("\n") ? String(expected.dropLast()) : expected))
        }
        return cases
    }
}

/// A small catalogue for whole-text cases: columns, lists, a record, a date, an amount.
enum CaseFields {
    static let columns = [
        "title", "family_name", "given_name", "company", "phone", "street", "town", "flag", "Date d'arrivée", "price",
    ]
    static let animal = FieldCatalogue([.init("name", .text), .init("species", .text), .init("toys", .list(of: .text))])
    static let stay = FieldCatalogue([
        .init("arrival", .date), .init("amount", .money), .init("children", .number), .init("is_paid", .flag),
    ])
    static let catalogue = FieldCatalogue(
        columns.map { .init($0, .column) } + [
            .init("animals", .list(of: .record(animal))), .init("types", .list(of: .text)),
            .init("stay", .record(stay)),
        ])

    /// `animal=Rex,dog,ball,bone` adds an animal, `type=tourist` a type, `arrival=…` and the like fill the stay.
    static func record(_ values: [(String, String)]) -> FieldRecord {
        func all(_ key: String) -> [String] { values.filter { $0.0 == key }.map(\.1) }
        func one(_ key: String) -> String? { all(key).first }
        let animals = all("animal").map { text -> FieldValue in
            let parts = text.split(separator: ",").map(String.init)
            let toys = parts.dropFirst(2).map { FieldValue.text($0) }
            return .record(
                FieldRecord([.init(parts.first), .init(parts.count > 1 ? parts[1] : nil), .list(Array(toys))]))
        }
        let hasStay = ["arrival", "amount", "children", "is_paid"].contains { one($0) != nil }
        let stay = FieldRecord([
            .init(one("arrival").flatMap { CivilDate(iso: $0) }),
            .init(one("amount").flatMap { Int64($0) }.map { Money(cents: $0) }),
            one("children").flatMap { Double($0) }.map { .number($0) } ?? .empty,
            one("is_paid").map { .flag($0 == "yes") } ?? .empty,
        ])
        return FieldRecord(
            columns.map { FieldValue(one($0)) } + [
                .list(animals), .list(all("type").map { .text($0) }), hasStay ? .record(stay) : .empty,
            ])
    }
}

/// Returns a whole page around a body.
func page(_ body: String, language: String = "en") -> String {
    """
    <html lang="\(language)">
    <head><title>Subject</title></head>
    <body>
    \(body)
    </body>
    </html>
    """
}

func template(
    _ page: String, fields: FieldCatalogue = CaseFields.catalogue, parts: [String: String] = [:],
    images: Set<String>? = nil, language: Language? = nil, file: String = "Templates/reminder.en.xhtml"
) throws(Problem) -> Template {
    let shelf = TemplateShelf(
        part: { name throws(Problem) in parts[name].map { ("Templates/parts/\(name).xhtml", Array($0.utf8)) } },
        partNames: { parts.keys.sorted() }, hasImage: { images?.contains($0) ?? true })
    return try Template(
        parsing: Array(page.utf8), file: file, form: Letter.FormID(number: 1), fields: fields, shelf: shelf,
        language: language)
}

/// Returns the letter's body as text.
func merged(
    _ body: String, _ values: [(String, String)] = [], parts: [String: String] = [:], language: String = "en"
) throws(Problem) -> String {
    let template = try template(page(body, language: language), parts: parts)
    var letter = template.merge(CaseFields.record(values))
    letter.subject = Letter.Paragraph()
    return text(of: letter)
}

/// Returns the message for a page that is refused, empty where it is not.
func message(
    _ page: String, fields: FieldCatalogue = CaseFields.catalogue, parts: [String: String] = [:],
    images: Set<String>? = nil, language: Language? = nil, in messageLanguage: MessageLanguage = .english
) -> String {
    do {
        _ = try template(page, fields: fields, parts: parts, images: images, language: language)
        return ""
    } catch {
        return error.text(in: messageLanguage)
    }
}
