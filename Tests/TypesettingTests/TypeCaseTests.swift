import Correspondence
import Testing

@testable import Typesetting

@Suite struct TypeCaseTests {
    private func width(_ word: String, in type: TypeCase, style: Int32) -> Double {
        let bytes = Array(word.utf8)
        return type.word(bytes.withUnsafeBufferPointer { type.word($0, style: style, isLiteral: false) }).width
    }

    private func typeCase(_ book: FontBook) -> (TypeCase, Int32) {
        let type = TypeCase(book: book, hyphenationFolder: "/usr/share/hyphen")
        let language = type.number(of: .french)
        return (type, type.number(of: TypeStyle(look: 0, size: 11, isUnderlined: false, language: language)))
    }

    @Test(arguments: ["Gentium Plus", "Liberation Serif", "DejaVu Serif", "Noto Serif"])
    func `A word composed from known neighbourhoods is as wide as a shaped one`(family: String) throws {
        guard let book = try? FontBook(family: family) else { return }
        let parts = [
            "Lefè", "Dvoř", "Ngu", "yễn", "Ta", "VAN", "To", "off", "ffi", "fia", "Åk", "AV", "Wé", "r.", "’a", "ij",
            "Ľ",
        ]
        let (warm, style) = typeCase(book)
        var dice = LineBreakerTests.Dice(state: 11)
        for _ in 0..<400 { _ = width(parts[dice.roll(17)] + parts[dice.roll(17)], in: warm, style: style) }
        for _ in 0..<300 {
            let word = parts[dice.roll(17)] + parts[dice.roll(17)] + parts[dice.roll(17)]
            let (fresh, other) = typeCase(book)
            #expect(abs(width(word, in: warm, style: style) - width(word, in: fresh, style: other)) < 1e-9, "\(word)")
        }
    }

    @Test func `Field words are forgotten when they are many, template words are kept`() throws {
        let (type, style) = typeCase(try FontBook())
        let bytes = Array("Bonjour".utf8)
        let kept = bytes.withUnsafeBufferPointer { type.word($0, style: style, isLiteral: true) }
        for number in 0..<TypeCase.fieldWordLimit + 1 { _ = width("n\(number)", in: type, style: style) }
        type.forgetFieldWords()
        #expect(type.field.words.count == 0)
        #expect(bytes.withUnsafeBufferPointer { type.word($0, style: style, isLiteral: true) } == kept)
    }

    @Test func `More glyphs than a page of codes holds go on a further page`() throws {
        var text = ""
        for value in 0x0400..<0x0500 { text += String(Unicode.Scalar(value).map(Character.init) ?? " ") + " " }
        for value in 0x1EA0..<0x1EF9 { text += String(Unicode.Scalar(value).map(Character.init) ?? " ") + " " }
        let (bytes, _) = try Samples.print([
            Samples.letter(body: [Samples.paragraph(text), Samples.paragraph(Samples.lorem)])
        ])
        #expect(String(decoding: bytes, as: UTF8.self).contains("/PUBLIA+GentiumPlus-Regular.1 findfont"))
        #expect(try Tool.pageCount(bytes).errors == "")
        let words = try Tool.words(bytes)
        #expect(words.contains("Я") && words.contains("Ệ") && words.contains("sanitaires ont été"))
    }
}
