/// What a title or a sex column says about a person's sex.
enum Titles {
    /// Returns 1 for a man, 2 for a woman, 0 where `text` (in comparison form) tells neither, as for a couple or a firm.
    static func sex(_ text: [UInt8]) -> UInt8 {
        let words = text.split(separator: Folding.space).map { String(decoding: $0, as: UTF8.self) }
        let isMale = words.contains { male.contains($0) }
        let isFemale = words.contains { female.contains($0) }
        if isMale == isFemale { return 0 }
        return isMale ? 1 : 2
    }

    private static let male: Set<String> = [
        "m", "mr", "monsieur", "herr", "hr", "dhr", "heer", "sir", "mister", "sr", "senor", "sig", "signor", "male",
        "h", "homme",
        "mann", "man", "masculin", "maennlich", "mannlich", "1",
    ]
    private static let female: Set<String> = [
        "mme", "mlle", "madame", "mademoiselle", "frau", "fr", "mevr", "mevrouw", "mw", "mrs", "miss", "ms", "lady",
        "sra", "senora",
        "srta", "sigra", "signora", "female", "f", "femme", "woman", "weiblich", "vrouw", "w", "v", "feminin", "2",
    ]
}
