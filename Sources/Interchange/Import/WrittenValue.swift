package import Correspondence

/// Reads single values as people write them, by the rules of the import. Nil: it cannot be read so.
package enum WrittenValue {
    /// Trimmed, without control characters, in composed form. Nil: nothing is left.
    package static func text(_ written: String) -> String? { cellText(written) }

    /// `2026-11-24`, `24/11/2026`, `24.11.2026`, `20261124`.
    package static func date(_ written: String) -> CivilDate? { cellDate(written) }

    /// An amount in euros: `1234,50`, `480 €`.
    package static func money(_ written: String) -> Money? { StayWords.money(written) }

    package static func stayState(_ written: String) -> Stay.State? { StayWords.state(of: written) }

    package static func requestKind(_ written: String) -> Request.Kind? { StayWords.kind(of: written) }

    package static func language(_ written: String) -> Language? { LanguageNames.language(of: written) }

    /// ISO 3166-1 alpha-2 of a code or of a name in six languages.
    package static func country(_ written: String) -> String? { CountryNames.code(of: written) }

    package static func isEmail(_ written: String) -> Bool { Interchange.isEmail(written) }
}
