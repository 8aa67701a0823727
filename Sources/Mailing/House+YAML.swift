import Correspondence

extension House {
    /// Reads the house from `house.yml` at `path`.
    ///
    /// Every single value of the file is a field for templates. Written in quotes it is a text; without, a date, a number, true
    /// or false where it looks so.
    init(path: String) throws(Problem) {
        guard FileBytes.exists(path) else { throw Problem(.file(path), .missing, remedy: .writeOne) }
        let page = try YAMLPage(path: path)
        let entries = try page.content.entries()
        var settings: [String: YAMLValue] = [:]
        for entry in entries { settings[entry.key] = entry.value }
        guard let name = settings["name"] else { throw page.problem(.noName, remedy: .addName, at: nil) }
        guard let town = settings["town"] else { throw page.problem(.noTown, remedy: .addTown, at: nil) }
        self.init(name: try name.text(), town: try town.text())
        values = Self.values(of: entries)
        if let country = settings["country"] { self.country = try country.countryCode() }
        if let language = settings["language"] { self.language = Language(rawValue: try language.text()) }
        if let font = settings["font"] { try readFont(font) }
        if let types = settings["types"] { clientTypes = try types.texts() }
    }

    private static func values(of entries: [YAMLValue.Entry]) -> [String: Value] {
        var values: [String: Value] = [:]
        for entry in entries {
            if let single = entry.value.single {
                values[entry.key] = entry.value.isQuoted ? .text(single) : Value(plain: single)
            }
        }
        return values
    }

    private mutating func readFont(_ value: YAMLValue) throws(Problem) {
        let settings = try value.entries(only: ["family", "fallback", "size"])
        if let family = settings["family"] { fontFamily = try family.text() }
        if let fallback = settings["fallback"] { fallbackFamilies = try fallback.texts() }
        if let size = settings["size"] { fontSize = try size.size() }
    }
}

extension House.Value {
    /// Reads a value without quotes. A number with a leading zero is a text: a postcode or a telephone number.
    fileprivate init(plain text: String) {
        if let date = CivilDate(iso: text) {
            self = .date(date)
        } else if let flag = ["true": true, "false": false][text] {
            self = .flag(flag)
        } else if let number = Double(text), number.isFinite, Self.looksLikeANumber(text) {
            self = .number(number)
        } else {
            self = .text(text)
        }
    }

    private static func looksLikeANumber(_ text: String) -> Bool {
        text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
            && (!text.hasPrefix("0") || text == "0" || text.hasPrefix("0."))
    }
}

extension YAMLValue {
    fileprivate func countryCode() throws(Problem) -> String {
        let code = try text().uppercased()
        guard code.count == 2, code.allSatisfy({ $0.isASCII && $0.isLetter }) else { throw wrong(.twoLetters) }
        return code
    }
}

extension Wording {
    fileprivate static let missing = Wording(
        en: "this file is missing: it says who writes the letters.",
        fr: "ce fichier manque\u{A0}: il dit qui écrit les lettres.")
    fileprivate static let writeOne = Wording(
        en: "Create it with at least two lines, name: and town:, or name the right folder with --templates.",
        fr: "Créez-le avec au moins deux lignes, name: et town:, ou indiquez le bon dossier avec --templates.")
    fileprivate static let noName = Wording(
        en: "the house has no name.", fr: "la maison n’a pas de nom.")
    fileprivate static let addName = Wording(
        en: "Add a line such as: name: Camping des Trois Pins",
        fr: "Ajoutez une ligne comme\u{A0}: name: Camping des Trois Pins")
    fileprivate static let noTown = Wording(
        en: "the house has no town to write from.", fr: "la maison n’a pas de ville d’où écrire.")
    fileprivate static let addTown = Wording(
        en: "Add a line such as: town: Saint-Malo", fr: "Ajoutez une ligne comme\u{A0}: town: Saint-Malo")
    fileprivate static let twoLetters = Wording(
        en: "Write the country's two letters, such as FR.", fr: "Écrivez les deux lettres du pays, par exemple FR.")
}
