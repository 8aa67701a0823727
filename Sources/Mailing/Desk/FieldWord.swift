package import Correspondence
import Interchange

/// One `field=value` of the command line. An empty value clears the field.
package struct FieldWord: Hashable, Sendable {
    package var name: String
    /// Trimmed. Nil: nothing stands behind the sign.
    package var value: String?

    package init(name: String, value: String?) {
        self.name = name
        self.value = value.flatMap(WrittenValue.text)
    }

    /// Parts words at their first `=`.
    ///
    /// - Parameter names: The fields that there are.
    /// - Throws: A `Problem` of weight `.usage` that reports all words that are no field, and fields given twice.
    package static func read(_ words: [String], among names: [String]) throws(Problem) -> [FieldWord] {
        var fields: [FieldWord] = []
        var problems: [Problem] = []
        for (index, word) in words.enumerated() {
            guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
                problems.append(.noField(index + 1))
                continue
            }
            let name = String(word[..<sign])
            if !names.contains(name) {
                problems.append(.unknownField(name, among: names))
            } else if fields.contains(where: { $0.name == name }) {
                problems.append(.fieldTwice(name))
            } else {
                fields.append(FieldWord(name: name, value: String(word[word.index(after: sign)...])))
            }
        }
        guard problems.isEmpty else { throw Problem.all(problems) }
        return fields
    }
}

/// The values of a line, by field.
struct FieldWords {
    private let fields: [FieldWord]

    init(_ fields: [FieldWord]) {
        self.fields = fields
    }

    /// Puts a text in its place, where it was given; an empty one clears it.
    func text(_ name: String, into target: inout String?) {
        if let field = fields.first(where: { $0.name == name }) { target = field.value }
    }

    func date(_ name: String, into target: inout CivilDate?) throws(Problem) {
        guard let field = fields.first(where: { $0.name == name }) else { return }
        guard let value = field.value else { return target = nil }
        target = try Self.date(value, of: name)
    }

    /// A country by its name or code; one that is not known stays as it was written.
    func country(_ name: String, into target: inout String?) {
        guard let field = fields.first(where: { $0.name == name }) else { return }
        target = field.value.map { WrittenValue.country($0) ?? $0 }
    }

    func count(_ name: String, into target: inout Int) throws(Problem) {
        guard let field = fields.first(where: { $0.name == name }), let value = field.value else { return }
        guard let count = Int(value), (0...999).contains(count) else {
            throw Problem(.option(name), .noCount, remedy: .writeCount, weight: .usage)
        }
        target = count
    }

    func money(_ name: String, into target: inout Money?) throws(Problem) {
        guard let field = fields.first(where: { $0.name == name }) else { return }
        guard let value = field.value else { return target = nil }
        target = try Self.money(value, of: name)
    }

    /// Whether the field stands there with nothing behind the sign.
    func isEmptied(_ name: String) -> Bool { fields.contains { $0.name == name && $0.value == nil } }

    /// - Throws: A `Problem` where one of these fields, which always hold something, is to be emptied.
    func requireFilled(_ names: [String]) throws(Problem) {
        guard let name = names.first(where: isEmptied) else { return }
        throw Problem(.option(name), .cannotBeEmpty, remedy: .writeValue(name), weight: .usage)
    }

    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    static func date(_ value: String, of name: String) throws(Problem) -> CivilDate {
        guard let date = WrittenValue.date(value) else {
            throw Problem(.option(name), .noDate, remedy: .writeDate, weight: .usage)
        }
        return date
    }

    static func money(_ value: String, of name: String) throws(Problem) -> Money {
        guard let money = WrittenValue.money(value) else {
            throw Problem(.option(name), .noAmount, remedy: .writeAmount, weight: .usage)
        }
        return money
    }
}

extension Problem {
    fileprivate static func noField(_ place: Int) -> Problem {
        Problem(
            .thing(Wording(en: "field \(place)", fr: "champ \(place)")),
            Wording(en: "this is no field with its value.", fr: "ce n’est pas un champ avec sa valeur."),
            remedy: Wording(
                en: "Write field=value, in quotes where it has spaces: \"street=3 rue Haute\"",
                fr: "Écrivez champ=valeur, entre guillemets s’il y a des espaces\u{A0}: \"street=3 rue Haute\""),
            weight: .usage)
    }

    static func unknownField(_ name: String, among names: [String]) -> Problem {
        let nearest = Spelling.nearest(to: name, among: names)
        let all = names.joined(separator: ", ")
        return Problem(
            .option(name), Wording(en: "there is no such field.", fr: "ce champ n’existe pas."),
            remedy: nearest.map { Wording(en: "Write \($0).", fr: "Écrivez \($0).") }
                ?? Wording(en: "Write one of: \(all).", fr: "Écrivez l’un de ces champs\u{A0}: \(all)."),
            weight: .usage)
    }

    fileprivate static func fieldTwice(_ name: String) -> Problem {
        Problem(
            .option(name), Wording(en: "this field stands here twice.", fr: "ce champ figure deux fois."),
            remedy: Wording(en: "Keep one of the two.", fr: "Gardez l’un des deux."), weight: .usage)
    }
}

extension Wording {
    fileprivate static let noDate = Wording(en: "this is no date.", fr: "ce n’est pas une date.")
    fileprivate static let writeDate = Wording(
        en: "Write year-month-day or day/month/year, such as 2027-07-14 or 14/07/2027.",
        fr: "Écrivez jour/mois/année ou année-mois-jour, par exemple 14/07/2027 ou 2027-07-14.")
    fileprivate static let cannotBeEmpty = Wording(
        en: "this cannot be left empty, so nothing was written.",
        fr: "ce champ ne peut pas rester vide\u{A0}; rien n’a été écrit.")

    fileprivate static func writeValue(_ name: String) -> Wording {
        Wording(
            en: "Write \(name)=…, or leave it out to keep what is there.",
            fr: "Écrivez \(name)=…, ou laissez-le de côté pour garder ce qui y est.")
    }

    fileprivate static let noAmount = Wording(en: "this is no amount.", fr: "ce n’est pas un montant.")
    fileprivate static let writeAmount = Wording(
        en: "Write euros and cents, such as 480 or 12.50.",
        fr: "Écrivez des euros et centimes, par exemple 480 ou 12,50.")
    fileprivate static let noCount = Wording(
        en: "this is no number of people.", fr: "ce n’est pas un nombre de personnes.")
    fileprivate static let writeCount = Wording(
        en: "Write a whole number, such as 2.", fr: "Écrivez un nombre entier, par exemple 2.")
}
