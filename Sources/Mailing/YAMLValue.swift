import Correspondence
import Yams

/// One value of a settings file, which knows its place.
struct YAMLValue {
    let node: Node
    let page: YAMLPage

    /// A key with what follows its colon.
    struct Entry {
        var key: String
        var keyMark: Mark?
        var value: YAMLValue
    }

    /// A single value as it is written, without its quotes; nil for a list or a mapping.
    var single: String? { node.scalar?.string }

    /// Whether the value stands in quotes, and so is a text whatever it looks like.
    var isQuoted: Bool { node.scalar?.style != .plain }

    /// The entries of a mapping, in the file's order.
    func entries() throws(Problem) -> [Entry] {
        guard let mapping = node.mapping else { throw wrong(.aMapping) }
        return mapping.map { key, value in
            Entry(
                key: key.scalar?.string ?? "", keyMark: key.mark,
                value: YAMLValue(node: value, page: page))
        }
    }

    /// The entries of a mapping that may hold `keys` and no other.
    func entries(only keys: [String]) throws(Problem) -> [String: YAMLValue] {
        var found: [String: YAMLValue] = [:]
        for entry in try entries() {
            guard keys.contains(entry.key) else { throw unknown(entry, among: keys) }
            found[entry.key] = entry.value
        }
        return found
    }

    /// A single value as it is written, without quotes.
    func text() throws(Problem) -> String {
        guard let single else { throw wrong(.aText) }
        return single
    }

    func flag() throws(Problem) -> Bool {
        switch single {
        case "true"?, "yes"?, "oui"?: return true
        case "false"?, "no"?, "non"?: return false
        default: throw wrong(.aFlag)
        }
    }

    /// A whole number of at least 1.
    func count() throws(Problem) -> Int {
        guard let single, let number = Int(single), number >= 1 else { throw wrong(.aCount) }
        return number
    }

    /// A number that is larger than zero.
    func size() throws(Problem) -> Double {
        guard let single, let number = Double(single), number > 0, number.isFinite else {
            throw wrong(.aSize)
        }
        return number
    }

    /// A list, or a single value as a list of one.
    func list() throws(Problem) -> [YAMLValue] {
        if let sequence = node.sequence { return sequence.map { YAMLValue(node: $0, page: page) } }
        guard single != nil else { throw wrong(.aList) }
        return [self]
    }

    func texts() throws(Problem) -> [String] {
        var texts: [String] = []
        for value in try list() {
            texts.append(try value.text())
        }
        return texts
    }

    /// The case of `Choice` that the value names.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(of: Choice.Type) throws(Problem) -> Choice {
        let word = try text()
        guard let choice = Choice(rawValue: word) else {
            throw wrong(.oneOf(Choice.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return choice
    }

    /// Returns the problem that this value is not what is wanted.
    func wrong(_ remedy: Wording) -> Problem {
        // A text over several lines is another kind of file, perhaps a list of people: it is not repeated.
        guard !written.contains(where: \.isNewline) else {
            return page.problem(.notUnderstood(""), remedy: remedy, at: nil)
        }
        return page.problem(.notUnderstood(written), remedy: remedy, at: node.mark, width: written.count)
    }

    /// Returns the problem that this value is known but cannot be done yet.
    func notBuilt(instead remedy: Wording) -> Problem {
        page.problem(.cannotYet(written), remedy: remedy, at: node.mark, width: written.count)
    }

    private var written: String { single ?? "" }

    private func unknown(_ entry: Entry, among keys: [String]) -> Problem {
        let nearest = Spelling.nearest(to: entry.key, among: keys)
        return page.problem(
            .noSuchKey(entry.key), remedy: nearest.map(Wording.write) ?? .oneOf(keys.joined(separator: ", ")),
            at: entry.keyMark, width: entry.key.count)
    }
}

extension Wording {
    fileprivate static let aMapping = Wording(
        en: "Write \"key: value\" lines here.", fr: "Écrivez ici des lignes «\u{A0}clé: valeur\u{A0}».")
    fileprivate static let aText = Wording(en: "Write one value here.", fr: "Écrivez ici une seule valeur.")
    fileprivate static let aFlag = Wording(en: "Write true or false.", fr: "Écrivez true ou false.")
    fileprivate static let aCount = Wording(
        en: "Write a whole number of at least 1.", fr: "Écrivez un nombre entier d’au moins 1.")
    fileprivate static let aSize = Wording(
        en: "Write a number larger than 0.", fr: "Écrivez un nombre plus grand que 0.")
    fileprivate static let aList = Wording(
        en: "Write a list, such as [fr, en].", fr: "Écrivez une liste, par exemple [fr, en].")

    fileprivate static func oneOf(_ choices: String) -> Wording {
        Wording(en: "Write one of: \(choices).", fr: "Écrivez l’un de ces mots\u{A0}: \(choices).")
    }

    fileprivate static func write(_ word: String) -> Wording {
        Wording(en: "Write \(word).", fr: "Écrivez \(word).")
    }

    fileprivate static func notUnderstood(_ written: String) -> Wording {
        written.isEmpty
            ? Wording(en: "the value here cannot be understood.", fr: "la valeur à cet endroit n’est pas comprise.")
            : Wording(
                en: "\"\(written)\" cannot be understood here.", fr: "«\u{A0}\(written)\u{A0}» n’est pas compris ici.")
    }

    fileprivate static func cannotYet(_ written: String) -> Wording {
        Wording(
            en: "this version of publipost cannot do \"\(written)\" yet.",
            fr: "cette version de publipost ne sait pas encore faire «\u{A0}\(written)\u{A0}».")
    }

    fileprivate static func noSuchKey(_ key: String) -> Wording {
        Wording(en: "there is no setting \"\(key)\".", fr: "il n’y a pas de réglage «\u{A0}\(key)\u{A0}».")
    }
}
