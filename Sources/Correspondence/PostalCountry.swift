/// Countries by their names on a letter's last line.
package enum PostalCountry {
    /// Returns the last line of a letter abroad, in capitals; nil for mail inside the country it is posted in.
    ///
    /// - Parameter code: ISO 3166-1 alpha-2. What is no known code is printed as it stands.
    static func line(for code: String, from home: String, in language: Language) -> String? {
        if code == home || isServedByLaPoste(code) && isServedByLaPoste(home) { return nil }
        return (name(of: code, in: language) ?? code).uppercased()
    }

    /// Returns a country's name: in German and English for these languages, otherwise in French, the language of the Universal
    /// Postal Union. Nil where the code is not known.
    package static func name(of code: String, in language: Language) -> String? {
        guard let names = names[code] else { return nil }
        switch language {
        case .english: return names.english
        case .german: return names.german
        default: return names.french
        }
    }

    /// Returns the code of a country written as a code or by its name in French, English or German; nil where it is none.
    package static func code(of text: String) -> String? {
        let word = PostalAbbreviation.capitals(text)
        return names[word] == nil ? codes[word] : word
    }

    private static let codes: [String: String] = {
        var codes = furtherSpellings
        for (code, name) in names {
            for spelling in [name.french, name.english, name.german] {
                codes[PostalAbbreviation.capitals(spelling)] = code
            }
        }
        return codes
    }()

    /// France and its departments and territories overseas, which a letter reaches without a country line.
    static func isServedByLaPoste(_ code: String) -> Bool {
        code == "FR" || overseas.contains(code)
    }

    private static let overseas: Set<String> = [
        "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF",
    ]
}
