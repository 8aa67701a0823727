package import Correspondence
import Filing
import Interchange

/// A tab of the record.
package enum ClientTab: String, CaseIterable, Hashable, Sendable {
    case companion, vehicle, paper, animal, bank

    /// The fields of a line, in the order of the form.
    package var fields: [String] {
        switch self {
        case .companion: ["given_name", "family_name", "birth_date"]
        case .vehicle: ["plate", "country", "kind"]
        case .paper: ["kind", "country", "valid_until"]
        case .animal: ["name", "species", "breed", "vaccinated_on"]
        case .bank: ["iban", "holder"]
        }
    }

    /// A line of the tab, for a person.
    package var noun: Wording {
        switch self {
        case .companion: Wording(en: "companion", fr: "accompagnant")
        case .vehicle: Wording(en: "vehicle", fr: "véhicule")
        case .paper: Wording(en: "identity paper", fr: "pièce d’identité")
        case .animal: Wording(en: "animal", fr: "animal")
        case .bank: Wording(en: "bank account", fr: "R.I.B.")
        }
    }
}

/// A line of a tab that takes what somebody typed.
protocol TypedLine: TabLine {
    /// A line of which nothing is known.
    static var blank: Self { get }

    /// Takes what was typed.
    mutating func set(_ words: FieldWords) throws(Problem)

    /// Whether anything is in it that makes it a line.
    var isFilled: Bool { get }

    /// What a person should look at; the line is kept all the same.
    func doubts(today: CivilDate) -> [Problem]
}

extension Companion: TypedLine {
    static var blank: Companion { Companion() }

    mutating func set(_ words: FieldWords) throws(Problem) {
        words.text("given_name", into: &givenName)
        words.text("family_name", into: &familyName)
        try words.date("birth_date", into: &birthDate)
    }

    var isFilled: Bool { givenName != nil || familyName != nil }

    func doubts(today: CivilDate) -> [Problem] {
        guard let birthDate, !ClientEntry.isSane(birthDate, today: today) else { return [] }
        return [Problem(.option("birth_date"), .bornThen)]
    }
}

extension Vehicle: TypedLine {
    static var blank: Vehicle { Vehicle() }

    mutating func set(_ words: FieldWords) throws(Problem) {
        words.text("plate", into: &plate)
        words.country("country", into: &country)
        words.text("kind", into: &kind)
    }

    var isFilled: Bool { plate != nil || kind != nil }

    /// Of a plate without a country nothing can be said.
    func doubts(today: CivilDate) -> [Problem] {
        guard let plate, country == "FR", FrenchPlate(plate) == nil else { return [] }
        return [Problem(.option("plate"), .noSuchPlate)]
    }
}

extension IdentityPaper: TypedLine {
    static var blank: IdentityPaper { IdentityPaper() }

    mutating func set(_ words: FieldWords) throws(Problem) {
        words.text("kind", into: &kind)
        words.country("country", into: &country)
        try words.date("valid_until", into: &validUntil)
    }

    var isFilled: Bool { kind != nil }

    func doubts(today: CivilDate) -> [Problem] {
        guard let validUntil, validUntil < today else { return [] }
        return [Problem(.option("valid_until"), .runOut)]
    }
}

extension Animal: TypedLine {
    static var blank: Animal { Animal() }

    mutating func set(_ words: FieldWords) throws(Problem) {
        words.text("name", into: &name)
        words.text("species", into: &species)
        words.text("breed", into: &breed)
        try words.date("vaccinated_on", into: &vaccinatedOn)
    }

    var isFilled: Bool { name != nil || species != nil }

    func doubts(today: CivilDate) -> [Problem] {
        guard let vaccinatedOn, vaccinatedOn > today else { return [] }
        return [Problem(.option("vaccinated_on"), .inFuture)]
    }
}

extension BankAccount: TypedLine {
    static var blank: BankAccount { BankAccount(iban: "") }

    mutating func set(_ words: FieldWords) throws(Problem) {
        words.text("holder", into: &holder)
        guard let written = words["iban"] else {
            if words.isEmptied("iban") { iban = "" }
            return
        }
        guard let read = IBAN(account: written) else { throw Problem(.option("iban"), .wrongKey, remedy: .readAgain) }
        iban = read.text
    }

    var isFilled: Bool { !iban.isEmpty }

    func doubts(today: CivilDate) -> [Problem] { [] }
}

extension Wording {
    fileprivate static let wrongKey = Wording(
        en: "the key of this account number is wrong, so nothing was written.",
        fr: "la clé de ce numéro de compte est fausse\u{A0}; rien n’a été écrit.")
    fileprivate static let readAgain = Wording(
        en: "Read it again, sign by sign: one of them is wrong.",
        fr: "Relisez-le signe par signe\u{A0}: l’un d’eux est faux.")
    fileprivate static let bornThen = Wording(
        en: "nobody can have been born on that day; kept as written.",
        fr: "personne ne peut être né ce jour-là\u{A0}; gardé tel quel.")
    fileprivate static let noSuchPlate = Wording(
        en: "France has given out no plate of that form; kept as written, and flagged.",
        fr: "la France n’a délivré aucune plaque de cette forme\u{A0}; gardée telle quelle, et signalée.")
    fileprivate static let runOut = Wording(
        en: "the paper has run out; kept as written.", fr: "la pièce est périmée\u{A0}; gardée telle quelle.")
    fileprivate static let inFuture = Wording(
        en: "that day is still to come; kept as written.", fr: "ce jour est à venir\u{A0}; gardé tel quel.")
}
