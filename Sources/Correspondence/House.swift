/// The sender: what `Templates/house.yml` says.
package struct House: Hashable, Sendable {
    /// A value of `house.yml` that templates may use as `house.KEY`.
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case flag(Bool)
        case date(CivilDate)
    }

    /// Every key of the file's top level that holds a single value, for templates.
    package var values: [String: Value]
    package var name: String
    /// Where letters are written from: "Saint-Malo, le…".
    package var town: String
    /// ISO 3166-1 alpha-2. Mail to this country carries no country line.
    package var country: String
    /// The language of letters to clients whose own has no template, and of the files a run leaves.
    package var language: Language
    /// The font family of letters, as fontconfig knows it.
    package var fontFamily: String
    /// Families tried in turn for characters that `fontFamily` has no glyph for.
    package var fallbackFamilies: [String]
    /// In points.
    package var fontSize: Double
    /// The office's own list of client types. Empty: any word is one.
    package var clientTypes: [String]

    package init(
        values: [String: Value] = [:], name: String, town: String, country: String = "FR", language: Language = .french,
        fontFamily: String = "Gentium Plus", fallbackFamilies: [String] = [], fontSize: Double = 11,
        clientTypes: [String] = []
    ) {
        self.values = values
        self.name = name
        self.town = town
        self.country = country
        self.language = language
        self.fontFamily = fontFamily
        self.fallbackFamilies = fallbackFamilies
        self.fontSize = fontSize
        self.clientTypes = clientTypes
    }
}
