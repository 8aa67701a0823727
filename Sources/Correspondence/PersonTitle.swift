/// What a civility says about whom it stands for, in whichever of six languages it was written.
package struct PersonTitle: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case man, woman, couple, men, women, family, unknown
    }

    package var kind: Kind
    /// "Dr.", "Prof. Dr.": printed before the name where the language does so. Empty: none.
    package var degree: String
    /// As an address line prints it: `MME` becomes "Mme", `Mr` in English "Mr", `Herr` "Herrn". Empty: nothing is printed.
    package var printed: String

    /// Reads a civility: French, English, German, Dutch, Spanish and Italian, with and without full stops and capitals.
    ///
    /// - Parameter text: Nil and what is not known give `unknown`; what is not known is printed as it stands.
    package init(_ text: String?) {
        if let text, let known = Self.common[text] {
            self = known
        } else {
            self.init(reading: text ?? "")
        }
    }

    private init(reading text: String) {
        let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let words = Self.words(of: written)
        degree = Self.degree(in: words)
        let rest = words.filter { !Self.degrees.keys.contains($0) }
        let key = rest.joined(separator: " ")
        if let found = Self.table[key] {
            kind = found.kind
            printed = degree.isEmpty ? found.printed : found.printed + " " + degree
        } else {
            kind = Self.kind(ofPair: rest)
            printed = rest.isEmpty ? degree : written
        }
    }

    /// Lower case, without full stops: "M. et Mme" is `m et mme`.
    private static func words(of text: String) -> [String] {
        text.lowercased().replacing("&", with: " et ").split { $0.isWhitespace || $0 == "." }.map(String.init)
    }

    private static func degree(in words: [String]) -> String {
        words.compactMap { degrees[$0] }.joined(separator: " ")
    }

    /// "herr und frau", "mr and mrs", "m et mme" in any order and any mixture.
    private static func kind(ofPair words: [String]) -> Kind {
        let joints: Set<String> = ["et", "and", "und", "en", "y", "e", "u", "+"]
        guard words.contains(where: joints.contains) else { return .unknown }
        let kinds = words.split(whereSeparator: joints.contains).compactMap { table[$0.joined(separator: " ")]?.kind }
        guard kinds.count == 2 else { return .unknown }
        switch (kinds[0], kinds[1]) {
        case (.man, .man): return .men
        case (.woman, .woman): return .women
        case (.man, .woman), (.woman, .man): return .couple
        default: return .unknown
        }
    }

    /// What nearly all records hold, read once.
    private static let common: [String: PersonTitle] = {
        let written = [
            "", "M.", "M", "Mme", "MME", "Mlle", "MLLE", "Monsieur", "Madame", "M. et Mme", "Famille", "Mr", "Mr.",
            "Mrs",
            "Mrs.", "Ms", "Miss", "Herr", "Frau", "Familie", "Dhr.", "Dhr", "Mevr.", "Mevr", "Mw.", "De heer",
            "Mevrouw",
            "Sr.", "Sra.", "Sig.", "Sig.ra",
        ]
        return Dictionary(uniqueKeysWithValues: written.map { ($0, PersonTitle(reading: $0)) })
    }()

    private static let degrees = [
        "dr": "Dr.", "docteur": "Dr.", "doctor": "Dr.", "doktor": "Dr.", "maître": "Me", "me": "Me", "prof": "Prof.",
        "professor": "Prof.", "ing": "Ing.", "dott": "Dott.",
    ]

    private static let table: [String: (kind: Kind, printed: String)] = [
        "m": (.man, "M."), "monsieur": (.man, "M."), "mons": (.man, "M."),
        "mme": (.woman, "Mme"), "madame": (.woman, "Mme"), "mlle": (.woman, "Mlle"), "mademoiselle": (.woman, "Mlle"),
        "mm": (.men, "MM."), "messieurs": (.men, "MM."), "mmes": (.women, "Mmes"), "mesdames": (.women, "Mmes"),
        "m et mme": (.couple, "M. et Mme"), "mr et mme": (.couple, "M. et Mme"), "mme et m": (.couple, "Mme et M."),
        "monsieur et madame": (.couple, "M. et Mme"), "madame et monsieur": (.couple, "Mme et M."),
        "famille": (.family, "Famille"), "fam": (.family, "Fam."),
        "mr": (.man, "Mr"), "mister": (.man, "Mr"), "sir": (.man, "Sir"),
        "mrs": (.woman, "Mrs"), "ms": (.woman, "Ms"), "miss": (.woman, "Miss"), "mistress": (.woman, "Mrs"),
        "mr and mrs": (.couple, "Mr and Mrs"), "mr et mrs": (.couple, "Mr and Mrs"), "family": (.family, "Family"),
        "the family": (.family, "Family"),
        "herr": (.man, "Herrn"), "herrn": (.man, "Herrn"), "hr": (.man, "Herrn"), "frau": (.woman, "Frau"),
        "fräulein": (.woman, "Frau"), "herr und frau": (.couple, "Herrn und Frau"),
        "herrn und frau": (.couple, "Herrn und Frau"), "frau und herr": (.couple, "Frau und Herrn"),
        "eheleute": (.couple, "Eheleute"), "familie": (.family, "Familie"),
        "dhr": (.man, "Dhr."), "de heer": (.man, "De heer"), "heer": (.man, "De heer"), "meneer": (.man, "De heer"),
        "mevr": (.woman, "Mevr."), "mevrouw": (.woman, "Mevrouw"), "mw": (.woman, "Mw."),
        "mej": (.woman, "Mevr."), "dhr en mevr": (.couple, "Dhr. en mevr."), "dhr en mw": (.couple, "Dhr. en mw."),
        "de heer en mevrouw": (.couple, "De heer en mevrouw"), "de familie": (.family, "Familie"),
        "sr": (.man, "Sr."), "señor": (.man, "Sr."), "senor": (.man, "Sr."), "don": (.man, "Don"), "d": (.man, "D."),
        "sra": (.woman, "Sra."), "señora": (.woman, "Sra."), "senora": (.woman, "Sra."), "srta": (.woman, "Srta."),
        "señorita": (.woman, "Srta."), "doña": (.woman, "Doña"), "sr y sra": (.couple, "Sr. y Sra."),
        "sres": (.couple, "Sres."), "señores": (.couple, "Sres."), "familia": (.family, "Familia"),
        "sig": (.man, "Sig."), "signor": (.man, "Sig."), "signore": (.man, "Sig."), "sig ra": (.woman, "Sig.ra"),
        "sigra": (.woman, "Sig.ra"), "signora": (.woman, "Sig.ra"), "sig na": (.woman, "Sig.na"),
        "signorina": (.woman, "Sig.na"), "sig e sig ra": (.couple, "Sig. e Sig.ra"),
        "sigg": (.couple, "Sigg."), "famiglia": (.family, "Famiglia"),
    ]
}
