/// A typed text as the beginnings it may stand for.
struct SearchQuery {
    /// Kind by kind, the likeliest first.
    let beginnings: [(kind: SearchKind, text: [UInt8])]
    /// All of it, folded and run together.
    let folded: [UInt8]
    let words: [ArraySlice<UInt8>]

    init(_ typed: String) {
        words = Folding.folded(typed, keepingWords: true).split(separator: Folding.space)
        folded = words.flatMap { $0 }
        let hasDigitsOnly = !typed.isEmpty && typed.utf8.allSatisfy { Self.dialled.contains($0) }
        var found: [(SearchKind, [UInt8])] = []
        if hasDigitsOnly {
            found += PhoneDigits.beginnings(of: typed).filter { $0.count >= 3 }.map { (.phone, $0) }
        }
        if !folded.isEmpty {
            let names = Self.names(words)
            if typed.contains("@") { found.append((.email, folded)) }
            found += names.map { (.familyName, $0) }
            found.append((.givenName, folded))
            found += names.map { (.company, $0) }
            found.append((.email, folded))
            found.append((.town, words.flatMap(SearchForms.townWord)))
            found.append((.plate, folded))
            found.append((.companion, folded))
        }
        beginnings = found
    }

    private static let dialled = Set("0123456789+()./- ".utf8)

    /// The text as it stands, without leading particles, and with the last word first: "Jean Dupont" is filed as Dupont.
    private static func names(_ words: [ArraySlice<UInt8>]) -> [[UInt8]] {
        var names = [words.flatMap { $0 }]
        let bare = words.drop(while: SearchForms.isParticle)
        if !bare.isEmpty, bare.count < words.count { names.append(bare.flatMap { $0 }) }
        if words.count > 1 { names.append(Array(words[words.count - 1]) + words.dropLast().flatMap { $0 }) }
        return names
    }
}
