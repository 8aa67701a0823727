/// The narrow no-break spaces (U+202F) that French sets before `; ! ? »` and after `«`, where an author typed none.
///
/// Only a template's own words get them: a value is data, and a firm may be called "Dupont; Fils". A space that is typed there
/// stays; typesetting narrows it. Source: Imprimerie nationale, "Lexique des règles typographiques", ponctuation.
enum FrenchSpaces {
    private static let narrow: Unicode.Scalar = "\u{202F}"

    /// Returns text of a template with the spaces that it lacks.
    ///
    /// - Parameters:
    ///   - text: White space collapsed, none at either end.
    ///   - isAfterSpace: Whether a space is typed before it.
    static func added(to text: String, isAfterSpace: Bool) -> String {
        guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var spaced = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : isAfterSpace ? " " : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if wantsSpaceBefore(scalar, before, after) { spaced.append(narrow) }
            spaced.append(scalar)
            if scalar == "«", after.map({ !isSpace($0) }) ?? true { spaced.append(narrow) }
        }
        return String(spaced)
    }

    /// The first bytes of the marks in UTF-8.
    private static let marks: Set<UInt8> = [0x21, 0x3B, 0x3F, 0xC2]

    /// Behind a letter and at the end of a word: an address on the Internet keeps its "?".
    private static func wantsSpaceBefore(
        _ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        case "»": before.map { !isSpace($0) && $0 != "«" } ?? true
        case ";", "!", "?":
            (before?.properties.isAlphabetic ?? false)
                && (after.map { isSpace($0) || ";!?:»".unicodeScalars.contains($0) } ?? true)
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        [0x20, 0x0A, 0xA0, 0x202F].contains(scalar.value)
    }
}
