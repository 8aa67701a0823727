import Correspondence
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

    @Test func `A language without a dictionary is not hyphenated`() {
        #expect(hyphenated("documentation", Language(rawValue: "xx")) == "documentation")
    }
}
