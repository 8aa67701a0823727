/// Codes that are equal where two names sound alike. For finding candidates; the comparison itself is finer.
///
/// Every code takes a name in comparison form and looks at its Latin letters only.
enum Phonetics: Int, CaseIterable, Sendable, Codable {
    case french, german, dutch, english

    /// The code of speakers in a country (ISO 3166-1 alpha-2 in lower case), nil where none is fitting.
    init?(country: String) {
        switch country {
        case "fr", "be", "lu", "mc", "ca": self = .french
        case "de", "at", "ch", "li": self = .german
        case "nl": self = .dutch
        case "gb", "ie", "us", "au", "nz", "uk": self = .english
        default: return nil
        }
    }

    /// Returns the code of `name`, empty where it has no Latin letter.
    func code(of name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let letters = name.filter { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        if letters.isEmpty { return [] }
        return switch self {
        case .french: Self.soundex2(letters)
        case .german: Self.cologne(letters)
        case .dutch: Self.dutch(letters)
        case .english: Self.soundex(letters)
        }
    }

    func code(of name: String) -> String {
        let folded = Folding.folded(name)
        return String(decoding: folded.withUnsafeBufferPointer { code(of: $0) }, as: UTF8.self).uppercased()
    }
}

/// One byte for a letter written as text.
@inline(__always)
func byte(_ letter: Unicode.Scalar) -> UInt8 { UInt8(ascii: letter) }
