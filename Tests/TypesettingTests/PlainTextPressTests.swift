import Correspondence
import Testing

@testable import Typesetting

@Suite struct PlainTextPressTests {
    @Test func `Every page fits the grid and a form feed parts pages`() throws {
        for (_, letters) in Gallery.files {
            let (bytes, printed) = try Samples.plain(letters)
            let pages = String(decoding: bytes, as: UTF8.self).split(
                separator: "\u{0C}", omittingEmptySubsequences: false)
            #expect(pages.count == printed.map(\.pages).reduce(0, +))
            for page in pages {
                let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                #expect(lines.count <= 66)
                for line in lines { #expect(line.unicodeScalars.count <= 80) }
            }
        }
    }

    @Test func `ISO 8859-15 keeps the euro and writes the nearest letter for what it lacks`() throws {
        let letter = Samples.letter(body: [Samples.paragraph("Dvořák, Nguyễn, Łódź : 5 €, cœur, « l’été » – oui…")])
        let (bytes, printed) = try Samples.plain([letter], encoding: .latin9)
        let line = Array(
            "Dvorák, Nguyên, Lódz : 5 €, c½ur, « l'été » - oui...".unicodeScalars.map {
                $0 == "€" ? 0xA4 : UInt8($0.value)
            })
        #expect(bytes.split(separator: 10).contains { $0.suffix(line.count).elementsEqual(line) })
        #expect(printed[0].warnings.isEmpty)
    }

    @Test func `A character that nothing comes near is reported`() throws {
        let (_, printed) = try Samples.plain([Samples.letter(body: [Samples.paragraph("漢")])], encoding: .latin9)
        #expect(printed[0].warnings.map(\.code) == ["glyph_missing"])
    }
}
