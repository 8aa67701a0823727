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

    @Test func `No row of a table is cut by the end of a page, and its head stands above it again`() throws {
        let (bytes, _) = try Samples.plain([Samples.letter(body: Gallery.invoice(rows: 60))])
        let pages = String(decoding: bytes, as: UTF8.self).split(separator: "\u{C}").map {
            $0.split(separator: "\n").map { $0.drop { $0 == " " } }
        }
        #expect(pages.count == 3)
        for page in pages.dropFirst() {
            #expect(page[0].hasPrefix("Désignation") && page[1].hasPrefix("-----"))
            #expect(page[2].hasPrefix("Jeton") || page[2].hasPrefix("Location"))
        }
        for number in 1...60 where number % 7 != 4 {
            #expect(pages.joined().count { $0.hasPrefix("Jeton de laverie no \(number) ") } == 1)
        }
    }

    @Test func `No line of a paragraph stands alone on a page, and no heading at its foot`() throws {
        for extra in 0..<14 {
            let filler = (0..<20 + extra).map { Samples.paragraph("Ligne \($0)", classes: ["tight"]) }
            let heading = Letter.Block.heading(level: 2, Letter.Paragraph(runs: [Letter.Run("Titre")]))
            let (bytes, _) = try Samples.plain([
                Samples.letter(body: filler + [heading, Samples.paragraph(Samples.lorem), Samples.paragraph("Fin")])
            ])
            let pages = String(decoding: bytes, as: UTF8.self).split(separator: "\u{C}")
            let lorem = Samples.lorem.split(separator: " ")
            for page in pages {
                let lines = page.split(separator: "\n").map { $0.split(separator: " ") }
                #expect(lines.count { $0.count > 4 && lorem.contains(sequence: $0) } != 1, "\(extra)")
                if let title = lines.firstIndex(of: ["Titre"]) {
                    #expect(lines[title + 2].first == "Notre", "\(extra)")
                }
            }
        }
    }
}

extension [Substring] {
    /// Whether these words stand here one after the other.
    fileprivate func contains(sequence words: [Substring]) -> Bool {
        indices.contains { self[$0...].starts(with: words) }
    }
}
