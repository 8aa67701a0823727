import Correspondence
import Foundation
import Testing

@testable import Typesetting

@Suite struct HyphenatorsTests {
    private func hyphenated(_ word: String, _ language: Language) -> String {
        let bytes = Array(word.utf8)
        let offsets = bytes.withUnsafeBufferPointer {
            Hyphenators(folder: "/usr/share/hyphen").offsets(in: $0, language: language)
        }
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if offsets.contains(index) { result.append(UInt8(ascii: "-")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// French: what libhyphen 2.8.8 gives for hyph_fr.dic, but never fewer than three letters on the next line.
    @Test(arguments: [
        ("anniversaire", "an-ni-ver-saire"), ("l’anniversaire", "l’an-ni-ver-saire"),
        ("documentation", "do-cu-men-ta-tion"),
        ("électricité", "élec-tri-cité"), ("entièrement", "en-tiè-re-ment"), ("œuvre", "œuvre"), ("pinède", "pi-nède"),
    ])
    func `French words are hyphenated as libhyphen does`(word: String, expected: String) {
        #expect(hyphenated(word, .french) == expected)
    }

    /// German: Duden's divisions.
    @Test(arguments: [
        ("Donaudampfschifffahrt", "Do-nau-dampf-schiff-fahrt"), ("Silbentrennung", "Sil-ben-tren-nung"),
        ("Größe", "Grö-ße"), ("Urlaub", "Ur-laub"), ("herzliche", "herz-li-che"),
    ])
    func `German words are divided at their compounds`(word: String, expected: String) {
        #expect(hyphenated(word, .german) == expected)
    }

    @Test(arguments: [
        (Language.english, "hyphenation", "hy-phen-a-tion"), (.dutch, "vakantie", "va-kan-tie"),
        (.dutch, "lettergreep", "let-ter-greep"), (.spanish, "documentación", "do-cu-men-ta-ción"),
        (.italian, "documentazione", "do-cu-men-ta-zio-ne"),
    ])
    func `Other languages have their own patterns`(language: Language, word: String, expected: String) {
        #expect(hyphenated(word, language) == expected)
    }

    @Test(arguments: ["Dvořáková", "CAMPING", "camping@example.org", "www.example.org", "35400", "abc"])
    func `Names, addresses and numbers are left whole`(word: String) {
        #expect(hyphenated(word, .french) == word)
    }

    /// A folder with one file in it.
    private func shelf(_ file: String, _ bytes: [UInt8]) throws -> (shelf: HyphenationShelf, path: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publipost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: folder.appendingPathComponent(file))
        return (HyphenationShelf(folder: folder.path), folder.path)
    }

    @Test func `A dictionary that is missing is named with its package, in every language of ours`() {
        let problems = HyphenationShelf(folder: "/nowhere").problems(
            for: [.italian, .french, .english, .german, .dutch, .spanish, .french, Language(rawValue: "xx")])
        #expect(
            problems.map { $0.text(in: .english) }.joined(separator: "\n") == """
                /nowhere/hyph_de.dic: this hyphenation dictionary is missing, so letters in "de" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-de
                /nowhere/hyph_en_GB.dic: this hyphenation dictionary is missing, so letters in "en" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-en-gb
                /nowhere/hyph_es.dic: this hyphenation dictionary is missing, so letters in "es" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-es
                /nowhere/hyph_fr.dic: this hyphenation dictionary is missing, so letters in "fr" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-fr
                /nowhere/hyph_it.dic: this hyphenation dictionary is missing, so letters in "it" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-it
                /nowhere/hyph_nl.dic: this hyphenation dictionary is missing, so letters in "nl" are not hyphenated.
                  -> Install it with: sudo apt-get install hyphen-nl
                """)
        #expect(HyphenationShelf().problems(for: [.italian, .french, .english, .german, .dutch, .spanish]) == [])
    }

    @Test(arguments: [
        [], Array("UTF-8\n".utf8), Array("UTF-8\n# only words about it\nLEFTHYPHENMIN 2\n".utf8),
        Array("1ba\n2bé\n".utf8), Array("EBCDIC\n1ba\n".utf8),
        (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) },
    ])
    func `A file that is no dictionary is said to be none, and breaks no word`(bytes: [UInt8]) throws {
        let (shelf, folder) = try shelf("hyph_fr.dic", bytes)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(shelf.files(for: [.french]) == [])
        #expect(
            shelf.problems(for: [.french]).map { $0.text(in: .english) } == [
                """
                \(folder)/hyph_fr.dic: this is no hyphenation dictionary: its first line names no encoding, or it holds no \
                patterns; letters in "fr" are not hyphenated.
                  -> Install it again with: sudo apt-get install --reinstall hyphen-fr
                """
            ])
        let word = Array("documentation".utf8)
        #expect(word.withUnsafeBufferPointer { Hyphenators(folder: folder).offsets(in: $0, language: .french) } == [])
    }

    @Test func `A small dictionary of one's own is used`() throws {
        let (shelf, folder) = try shelf("hyph_fr.dic", Array("UTF-8\n1cu\n".utf8))
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(shelf.problems(for: [.french]) == [])
        #expect(shelf.files(for: [.french]).map(\.name) == ["hyph_fr.dic"])
        let word = Array("documentation".utf8)
        #expect(word.withUnsafeBufferPointer { Hyphenators(folder: folder).offsets(in: $0, language: .french) } == [2])
    }

    @Test func `A language without a dictionary is not hyphenated`() {
        #expect(hyphenated("documentation", Language(rawValue: "xx")) == "documentation")
    }
}
