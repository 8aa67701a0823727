import Correspondence
import Testing

@testable import Typesetting

@Suite struct FrenchSpacingTests {
    private func set(_ text: String, language: Language) throws -> String {
        let layout = Layout(book: try FontBook(), options: PressOptions())
        layout.begin(Letter(form: .init(number: 1), language: language))
        layout.append([Letter.Run(text)], look: .body(size: 11))
        return (0..<layout.tokens.count).map { index in
            let number = layout.tokens[index].word
            if number == Token.glue { return " " }
            if number == Token.tie { return "\u{A0}" }
            if number == Token.lineBreak { return "\n" }
            return String(decoding: layout.type.table(of: number).text(of: layout.type.word(number)), as: UTF8.self)
        }.joined()
    }

    @Test(arguments: [
        ("Bonjour !", "Bonjour_!"), ("Bonjour\u{A0}!", "Bonjour_!"),
        ("Quoi ? Non ; oui : voilà", "Quoi_? Non_; oui_: voilà"),
        ("« Oui »", "«_Oui_»"), ("«\u{A0}Oui\u{A0}»", "«_Oui_»"),
        ("à 12:30, http://example.org", "à 12:30, http://example.org"), ("Été ?!", "Été_?!"),
        // A name is printed as it is written.
        ("Dupont & Fils; Cie", "Dupont & Fils; Cie"), ("Yahoo!", "Yahoo!"), ("«Oui»", "«Oui»"), ("a  b\nc", "a b\nc"),
        ("20\u{A0}€", "20\u{A0}€"),
    ])
    func `French marks stand behind a narrow space that never breaks`(text: String, expected: String) throws {
        #expect(try set(text, language: .french) == expected.replacing("_", with: "\u{202F}"))
    }

    @Test func `The groups of a number stay together`() throws {
        #expect(
            try set("au 02 61 91 40 17 ou le 3", language: .french) == "au 02\u{A0}61\u{A0}91\u{A0}40\u{A0}17 ou le 3")
    }

    @Test(arguments: [
        ("rendez-vous", [7]), ("accueil@trois-pins.example", []), ("www.trois-pins.example", []), ("Saint-Malo", [6]),
    ])
    func `A hyphen is a place to break, but not on the Internet`(word: String, expected: [Int32]) throws {
        let type = TypeCase(book: try FontBook(), hyphenationFolder: "/no/such/folder")
        let language = type.number(of: .french)
        let style = type.number(of: TypeStyle(look: 0, size: 11, isUnderlined: false, language: language))
        let bytes = Array(word.utf8)
        let number = bytes.withUnsafeBufferPointer { type.word($0, style: style, isLiteral: true) }
        #expect(type.chances(of: number, forced: false).map { type.literal.chances[$0].offset } == expected)
    }

    @Test func `Other languages keep their spaces`() throws {
        #expect(try set("What ? «Yes»!", language: .english) == "What ? «Yes»!")
    }

    @Test func `A field and the text around it meet as if written together`() throws {
        let layout = Layout(book: try FontBook(), options: PressOptions())
        layout.begin(Letter(form: .init(number: 1), language: .french))
        layout.append(
            [
                Letter.Run("Madame ", key: 1), Letter.Run("Dupont"), Letter.Run(", bonjour ", key: 2), Letter.Run(" "),
                Letter.Run("!"),
            ],
            look: .body(size: 11))
        #expect(layout.tokens.count == 7)
        #expect(layout.tokens[5].word == Token.tie)
    }
}
