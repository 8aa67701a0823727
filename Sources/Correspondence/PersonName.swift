/// A client's name, put in order for letters and addresses.
///
/// Two habits of files are undone: `Akker, van den` is read as "van den Akker", and a name that is all capitals gets small
/// letters where a language wants them ("DE LA TOUR" is greeted as "de La Tour").
package struct PersonName: Hashable, Sendable {
    package var title: PersonTitle
    package var given: String
    /// With its particle before it, as it was typed.
    package var family: String
    package var company: String
    /// `title` as it was written, for "Mrs" and "Miss".
    package var writtenTitle: String

    package init(of client: Client) {
        title = PersonTitle(client.title)
        writtenTitle = client.title ?? ""
        given = Self.tidy(client.givenName)
        family = Self.inOrder(Self.tidy(client.familyName))
        company = Self.tidy(client.company)
    }

    package var isEmpty: Bool { given.isEmpty && family.isEmpty && company.isEmpty }

    /// Whether the client is a firm without a person to greet.
    package var isCompany: Bool { family.isEmpty && given.isEmpty && !company.isEmpty }

    private static func tidy(_ text: String?) -> String { PostalLayout.tidy(text) }

    private static func inOrder(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ",")) else { return name }
        let parts = name.split(separator: ",", maxSplits: 1).map { tidy(String($0)) }
        guard parts.count == 2,
            parts[1].lowercased().split(separator: " ").allSatisfy({ particles.contains(String($0)) })
        else { return name }
        return parts[1] + " " + parts[0]
    }

    static let particles: Set<String> = [
        "van", "den", "der", "de", "het", "'t", "’t", "ten", "ter", "te", "op", "in", "von", "zu", "zum", "zur", "vom",
        "und", "en", "du", "des", "d'", "d’", "la", "le", "les", "di", "da", "del", "della", "dei", "degli", "dello",
        "y", "los",
        "las",
    ]
}

extension PersonName {
    /// The family name with small letters where it was typed in capitals: "MÜLLER" is "Müller", "VAN DEN AKKER" is
    /// "van den Akker". A name with a small letter in it stays as it is.
    package var greetedFamily: String { Self.lowered(family) }

    package var greetedGiven: String { Self.lowered(given) }

    private static func lowered(_ name: String) -> String {
        // The common case, seen at its first small letter.
        if name.utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return name }
        guard name.unicodeScalars.count > 1, name == name.uppercased(), name != name.lowercased() else { return name }
        let words = name.lowercased().split(separator: " ").map(String.init)
        return words.enumerated().map { index, word in
            // "LE GOFF" and "LA FONTAINE" keep the capital of their article; "de", "van", "von" are small.
            let isSmall = particles.contains(word) && index < words.count - 1 && !["le", "la", "les"].contains(word)
            return isSmall ? word : capitalised(word)
        }.joined(separator: " ")
    }

    /// The first letter, and each one after a hyphen or an apostrophe; a particle after a hyphen stays small.
    private static func capitalised(_ word: String) -> String {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index > 0 && particles.contains(String(part)) ? String(part) : capitalisedLetters(part)
        }.joined(separator: "-")
    }

    private static func capitalisedLetters(_ part: Substring) -> String {
        var isFirst = true
        return String(
            part.flatMap { character -> String in
                defer { isFirst = character == "'" || character == "’" }
                return isFirst ? character.uppercased() : String(character)
            })
    }
}
