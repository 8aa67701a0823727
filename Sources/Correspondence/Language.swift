/// A language that letters are written in: a BCP 47 primary tag in lower case, such as `fr`.
package struct Language: RawRepresentable, Hashable, Sendable {
    package var rawValue: String

    /// Keeps the primary subtag in lower case: `FR-be` becomes `fr`.
    package init(rawValue: String) {
        let primary = rawValue.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
        self.rawValue = primary.lowercased()
    }

    package static let french = Language(rawValue: "fr")
    package static let english = Language(rawValue: "en")
    package static let german = Language(rawValue: "de")
    package static let dutch = Language(rawValue: "nl")
    package static let spanish = Language(rawValue: "es")
    package static let italian = Language(rawValue: "it")
}
