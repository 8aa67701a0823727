import Correspondence
import Testing

@testable import Typesetting

/// Addresses on the grid of plain text: none loses a letter.
@Suite struct PlainTextAddressTests {
    private func page(_ letter: Letter, encoding: PlainTextPress.Encoding = .utf8) throws -> [String] {
        let (bytes, printed) = try Samples.plain([letter], encoding: encoding)
        #expect(printed[0].leftOut == nil)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    private let name = "Monsieur Maximilien-Alexandre de La Tour du Pin"

    @Test func `A block that is too wide for its column begins further to the left`() throws {
        let lines = try page(Samples.letter(geometry: "sn", address: [name, "12 RUE DES LILAS", "35400 SAINT MALO"]))
        #expect(
            lines[12..<15].map { String($0) } == [
                String(repeating: " ", count: 33) + name, String(repeating: " ", count: 33) + "12 RUE DES LILAS",
                String(repeating: " ", count: 33) + "35400 SAINT MALO",
            ])
    }

    @Test func `A line wider than the sheet goes on in the next`() throws {
        let words = (1...14).map { "mot\($0)" }.joined(separator: " ")
        let lines = try page(Samples.letter(address: [words, "35400 SAINT MALO"]))
        #expect(lines[12] == "            mot1 mot2 mot3 mot4 mot5 mot6 mot7 mot8 mot9 mot10 mot11 mot12 mot13")
        #expect(lines[13] == "              mot14")
        #expect(lines[14] == "            35400 SAINT MALO")
    }

    @Test(arguments: ["nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4"])
    func `Every letter of every address is on the page, and the letterhead does not run into it`(name: String) throws {
        let head = (0..<12).map { Samples.paragraph("En-tête \($0) du camping", classes: ["tight"]) }
        var dice = LineBreakerTests.Dice(state: 5)
        for _ in 0..<60 {
            let address = (0..<3 + dice.roll(4)).map { line in
                "L\(line) " + String(repeating: "Wxyz ", count: dice.roll(10)) + "fin\(line)"
            }
            let letter = Samples.letter(
                geometry: name, body: [.group(Letter.Group(kind: .header, blocks: head))], address: address)
            let lines = try page(letter)
            for line in address {
                #expect(lines.contains { $0.contains(" " + line) }, "\(line)")
            }
            for line in lines { #expect(line.unicodeScalars.count <= 80) }
        }
    }

    @Test func `A letterhead that finds no room is reported`() throws {
        let head = (0..<40).map { Samples.paragraph("En-tête \($0)", classes: ["tight"]) }
        let (_, printed) = try Samples.plain([Samples.letter(body: [.group(Letter.Group(kind: .header, blocks: head))])]
        )
        #expect(printed[0].warnings.map(\.code) == ["header_too_tall"])
    }

    @Test func `The footer stands on the first page, however full it is`() throws {
        let body = (0..<70).map { Samples.paragraph("Ligne \($0)", classes: ["tight"]) }
        let (bytes, _) = try Samples.plain([Samples.letter(body: body + [Gallery.footer])])
        let pages = String(decoding: bytes, as: UTF8.self).split(separator: "\u{C}")
        #expect(pages.count == 2)
        #expect(pages[0].contains("nous vous retirerons de notre fichier."))
        for number in 0..<70 { #expect(pages.contains { $0.contains("Ligne \(number)\n") }) }
    }

    @Test func `A footer taller than the page follows the body`() throws {
        let lines = (0..<70).map { Samples.paragraph("Pied \($0)", classes: ["tight"]) }
        let footer = Letter.Block.group(Letter.Group(kind: .footer, blocks: lines))
        let (bytes, printed) = try Samples.plain([Samples.letter(body: [Samples.paragraph("Corps"), footer])])
        #expect(printed[0].pages == 2)
        let text = String(decoding: bytes, as: UTF8.self)
        for number in 0..<70 { #expect(text.contains("Pied \(number)\n")) }
    }

    // MARK: The same letters as in PostScript

    @Test func `Text and PostScript leave the same letters out and report the same long lines`() throws {
        let addresses = [
            ["Mme Durand", "35400 SAINT MALO"], (0..<9).map { "LIGNE \($0)" }, (0..<10).map { "LIGNE \($0)" },
            [String(repeating: "TRES LONG NOM ", count: 12), "35400 SAINT MALO"],
            ["Monsieur Maximilien de La Tour du Pin Gouv", "35400 SAINT MALO"],
            ["ILLILLI ILLILLI ILLILLI ILLILLI ILLILLI II", "35400 SAINT MALO"],
        ]
        for geometry in ["nf", "din-b", "dl", "labels-2x7"] {
            for address in addresses {
                let letter = Samples.letter(geometry: geometry, body: [], address: address)
                let printed = try Samples.print([letter]).printed[0]
                let typed = try Samples.plain([letter]).printed[0]
                #expect(printed.leftOut?.code == typed.leftOut?.code, "\(geometry) \(address)")
                let longs: Set = ["line_set_smaller", "address_line_long"]
                #expect(
                    printed.warnings.contains { longs.contains($0.code) } == !typed.warnings.isEmpty,
                    "\(geometry) \(address)")
            }
        }
    }

    @Test func `A line of more than 38 characters that fits by its ink is printed whole and reported`() throws {
        let line = "M. Guillaume de l'Isle-Villiers-Tailleville"
        #expect(line.count == 43)
        let letter = Samples.letter(address: [line, "1 RUE HAUTE", "35400 SAINT MALO"])
        let (bytes, printed) = try Samples.print([letter])
        #expect(printed[0].warnings.map(\.code) == ["address_line_long"])
        #expect(printed[0].warnings.first?.client == 4711)
        #expect(try Tool.words(bytes).contains(line))
        #expect(try Samples.plain([letter]).printed[0].warnings.map(\.code) == ["address_line_long"])
    }

    // MARK: Labels

    private func label(_ number: Int, _ more: String = "") -> Letter {
        Samples.letter(
            geometry: "labels-3x8", address: ["Madame \(number) Roux\(more)", "1 RUE HAUTE", "35400 SAINT MALO"])
    }

    @Test func `Labels stand three across and eight down`() throws {
        let (bytes, printed) = try Samples.plain((1...25).map { label($0) })
        #expect(printed.map(\.pages) == [1] + [Int](repeating: 0, count: 23) + [1])
        #expect(printed[24].firstPage == 2)
        let pages = String(decoding: bytes, as: UTF8.self).split(
            separator: "\u{C}", omittingEmptySubsequences: false)
        let lines = pages[0].split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines[0..<12].joined(separator: "\n") == """

                Madame 1 Roux              Madame 2 Roux              Madame 3 Roux
                1 RUE HAUTE                1 RUE HAUTE                1 RUE HAUTE
                35400 SAINT MALO           35400 SAINT MALO           35400 SAINT MALO





                Madame 4 Roux              Madame 5 Roux              Madame 6 Roux
                1 RUE HAUTE                1 RUE HAUTE                1 RUE HAUTE
                35400 SAINT MALO           35400 SAINT MALO           35400 SAINT MALO
                """)
        #expect(lines[57] == "Madame 22 Roux             Madame 23 Roux             Madame 24 Roux")
        #expect(pages.count == 2)
        #expect(pages[1] == "\nMadame 25 Roux\n1 RUE HAUTE\n35400 SAINT MALO\n")
    }

    @Test func `A line too wide for its label goes on below`() throws {
        let (bytes, _) = try Samples.plain([label(1, " de la Rochefoucauld-Montbel"), label(2)])
        #expect(
            String(decoding: bytes, as: UTF8.self) == """

                Madame 1 Roux de la        Madame 2 Roux
                  Rochefoucauld-Montbel    1 RUE HAUTE
                1 RUE HAUTE                35400 SAINT MALO
                35400 SAINT MALO

                """)
    }

    // MARK: ISO 8859-15

    @Test(arguments: [
        ("Яковлев Щукин", "Iakovlev Shchukin"), ("Παπαδόπουλος", "Papadopoulos"), ("Σταύρος", "Stavros"),
        ("ΑΘΗΝΑ Θωμάς", "ATHINA Thomas"),
        ("Nguyễn Bích Ngọc", "Nguyên Bích Ngoc"),
        ("Łódź Đắk Ørsted", "Lódz Dak Ørsted"), ("l’« été »…", "l'« été »..."), ("½ nº 5", "1/2 nº 5"),
    ])
    func `What ISO 8859-15 lacks is written so that it can be read`(written: String, expected: String) throws {
        let (bytes, printed) = try Samples.plain(
            [Samples.letter(body: [Samples.paragraph(written)])], encoding: .latin9)
        #expect(printed[0].warnings.isEmpty)
        let line = expected.unicodeScalars.map { UInt8($0.value) }
        #expect(bytes.split(separator: 10).contains { $0.suffix(line.count).elementsEqual(line) })
    }

    @Test func `Lines are filled after they are written in ISO 8859-15`() throws {
        let words = Samples.paragraph(String(repeating: "Щукин… ", count: 60))
        let (bytes, _) = try Samples.plain([Samples.letter(body: [words])], encoding: .latin9)
        let body = bytes.split(separator: 10).filter { String(decoding: $0, as: UTF8.self).contains("Shchukin...") }
        #expect(body.count == 12)
        for line in body { #expect(line.count <= 72) }
    }
}
