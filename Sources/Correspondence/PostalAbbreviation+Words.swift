extension PostalAbbreviation {
    /// Abbreviates a street's name until it fits, no further: each step takes words from left to right and stops as soon as the
    /// name is short enough.
    ///
    /// (1) the leading kind of street, (2) titles, (3) general words, (4) kinds of street inside, (5) first names to initials
    /// except a saint's, (6) `SAINT` and `SAINTE`, then rarer leading kinds, (7) articles left out except a person's particle,
    /// (8) initials of what is left between the first and the last word, (9) the particles too.
    ///
    /// Source: NF Z 10-011; the order of the steps is that of the national address base's algorithm (BaseAdresseNationale,
    /// "normadresse").
    ///
    /// - Parameter name: Capitals, digits and single spaces.
    /// - Returns: At most `longest` characters where the steps get that far.
    static func shortened(_ name: String, longest: Int) -> String {
        var street = ShortenedName(name, longest: longest)
        street.abbreviateFirst(Self.leadingKinds)
        street.abbreviateInside(Self.titles, as: .title)
        street.abbreviateInside(Self.generalWords, as: .general, alsoFirst: true)
        street.abbreviateInside(Self.kinds.merging(Self.leadingKinds) { kind, _ in kind }, as: .general)
        street.useInitialsOfFirstNames(Self.firstNames)
        street.abbreviateInside(Self.saints, as: .general)
        street.abbreviateFirst(Self.kinds)
        street.leaveOutArticles(keepingParticles: true)
        street.useInitials()
        street.leaveOutArticles(keepingParticles: false)
        return street.text
    }

    /// Towns keep their words; only `SAINT`, `SAINTE`, `SUR` and at last their articles give way.
    static func shortenedTown(_ name: String, longest: Int) -> String {
        var town = ShortenedName(name, longest: longest)
        town.abbreviateFirst(Self.saints)
        town.abbreviateInside(Self.saints, as: .general)
        town.abbreviateInside(["SUR": "S", "SOUS": "S"], as: .general)
        town.leaveOutArticles(keepingParticles: true)
        return town.text
    }

    /// Abbreviates the general words of a line above the street, which keeps its small letters.
    static func general(_ text: String, longest: Int) -> String {
        var words = text.split(separator: " ").map(String.init)
        var length = text.count
        for index in words.indices where length > longest {
            let word = words[index]
            let core = word.last == "," ? String(word.dropLast()) : word
            guard let short = generalForms[capitals(core)] else { continue }
            words[index] = short + (core.count < word.count ? "," : "")
            length += words[index].count - word.count
        }
        return words.joined(separator: " ")
    }

    /// "Jean-Pierre Marie" becomes "J.-P. M."
    static func initials(of given: String) -> String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").map { $0.prefix(1).uppercased() + "." }.joined(separator: "-")
        }.joined(separator: " ")
    }
}

/// A name on its way to a length.
private struct ShortenedName {
    /// What became of a word.
    enum Form: Hashable {
        case whole, general, title, initial
    }

    private var words: [(text: String, form: Form)]
    private let longest: Int

    init(_ name: String, longest: Int) {
        words = name.split(separator: " ").map { (String($0), .whole) }
        self.longest = longest
    }

    var text: String { words.map(\.text).joined(separator: " ") }

    private var fits: Bool { words.reduce(words.count - 1) { $0 + $1.text.utf8.count } <= longest }

    mutating func abbreviateFirst(_ table: [String: String]) {
        guard !fits, words.count > 1 else { return }
        replace(at: 0, by: table, as: .general)
    }

    /// The last word stays whole: it is the one that tells streets apart.
    mutating func abbreviateInside(_ table: [String: String], as form: Form, alsoFirst: Bool = false) {
        var index = alsoFirst ? 0 : 1
        while !fits, index < words.count - 1 {
            replace(at: index, by: table, as: form)
            index += 1
        }
    }

    /// Looks up the four, three, two words or the one word that begin at `index`.
    private mutating func replace(at index: Int, by table: [String: String], as form: Form) {
        for count in stride(from: 4, through: 1, by: -1) where index + count < words.count {
            let whole = words[index..<index + count]
            guard whole.allSatisfy({ $0.form == .whole }),
                let short = table[whole.map(\.text).joined(separator: " ")]
            else { continue }
            words.replaceSubrange(index..<index + count, with: [(short, form)])
            return
        }
    }

    mutating func useInitialsOfFirstNames(_ names: Set<String>) {
        var isSaint = false
        for index in words.indices.dropLast().dropFirst() where !fits {
            // "SAINT JEAN BAPTISTE": the saint keeps all his names.
            let isName = names.contains(words[index].text)
            isSaint = words[index - 1].text.hasPrefix("SAINT") || isSaint && isName
            if isName, !isSaint { words[index] = (String(words[index].text.prefix(1)), .initial) }
        }
    }

    private static let articles: Set<String> = [
        "LE", "LA", "LES", "AU", "AUX", "DE", "DU", "DES", "D", "ET", "A", "L", "SUR", "EN",
    ]

    mutating func leaveOutArticles(keepingParticles: Bool) {
        var index = 1
        while !fits, index < words.count - 1 {
            if Self.articles.contains(words[index].text), words[index].form == .whole,
                !(keepingParticles && isParticle(at: index))
            {
                words.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    /// "GAL DE GAULLE", "J M DE LATTRE DE TASSIGNY", "G DE LA TOUR": what follows an initial or a title belongs to the name.
    private func isParticle(at index: Int) -> Bool {
        var before = index - 1
        while before > 0, ["DE", "LA", "L"].contains(words[before].text), words[before].form == .whole { before -= 1 }
        let isAfterName = words[before].form == .initial || words[before].form == .title
        let isAfterParticle = before >= 2 && words[before].form == .whole && isParticleOfName(at: before - 1)
        return ["DE", "D", "DU", "LA", "L"].contains(words[index].text) && (isAfterName || isAfterParticle)
    }

    /// Whether the word at `index` is the first particle of a name, directly after an initial.
    private func isParticleOfName(at index: Int) -> Bool {
        index >= 1 && ["DE", "D", "DU"].contains(words[index].text) && words[index - 1].form == .initial
    }

    mutating func useInitials() {
        for index in words.indices.dropLast().dropFirst() where !fits {
            let text = words[index].text
            let isWord = words[index].form == .whole && text.count > 1 && text.first?.isLetter == true
            if isWord, !Self.articles.contains(text) { words[index] = (String(text.prefix(1)), .initial) }
        }
    }
}
