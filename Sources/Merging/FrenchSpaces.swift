/// The narrow no-break spaces (U+202F) that French sets before `; : ! ? »` and after `«`, where an author typed none.
///
/// Only a template's own words get them: a value is data, and a firm may be called "Dupont; Fils". A space that is typed there
/// stays; typesetting narrows it. Source: Imprimerie nationale, "Lexique des règles typographiques", ponctuation.
enum FrenchSpaces {
    private static let narrow: Unicode.Scalar = "\u{202F}"

    /// What stands at both sides of a text, in other texts or fields of its line.
    struct Surroundings {
        /// The last sign before it; nil at the beginning of a line.
        var before: Unicode.Scalar?
        /// The first sign after it; nil at the end of a line.
        var after: Unicode.Scalar?
    }

    /// Stands for a field's value among ``Surroundings``: its signs are not known, but it is no space.
    static let value: Unicode.Scalar = "x"

    /// Returns text of a template with the spaces that it lacks.
    ///
    /// - Parameter text: White space collapsed, none at either end.
    static func added(to text: String, in place: Surroundings) -> String {
        guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var spaced = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : place.before
            let after = index + 1 < scalars.count ? scalars[index + 1] : place.after
            if wantsSpaceBefore(scalar, before, after) { spaced.append(narrow) }
            spaced.append(scalar)
            if scalar == "«", after.map({ !isSpace($0) }) ?? true { spaced.append(narrow) }
        }
        return String(spaced)
    }

    /// Whether a text begins with a space that was added to it.
    static func isAddedFirst(in text: String, to written: String) -> Bool {
        text.unicodeScalars.first == narrow && written.unicodeScalars.first != narrow
    }

    /// The first bytes of the marks in UTF-8.
    private static let marks: Set<UInt8> = [0x21, 0x3A, 0x3B, 0x3F, 0xC2]

    /// Behind a word and at the end of one: an address on the Internet keeps its "?", an hour its ":".
    private static func wantsSpaceBefore(
        _ scalar: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        case "»": before.map { !isSpace($0) && $0 != "«" } ?? true
        case ";", "!", "?": before.map(endsWord) ?? false && (after.map { isSpace($0) || isClosing($0) } ?? true)
        case ":": before.map(endsWord) ?? false && (after.map(isSpace) ?? true)
        default: false
        }
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || ")]»”\"’…%€°.".unicodeScalars.contains(scalar)
    }

    /// What may follow a mark directly.
    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        ";!?:»)]”\"".unicodeScalars.contains(scalar)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        [0x20, 0x0A, 0xA0, 0x202F].contains(scalar.value)
    }
}
