/// Comparison forms of streets, towns and postcodes.
enum PlaceForms {
    /// Splits a street into its words and its house number (`12 bis` is `12b`), both empty where they are missing.
    ///
    /// Kinds of street are written short both ways (`bd Mal Joffre` and `boulevard du Maréchal-Joffre` are `bd mal joffre`).
    static func street(_ text: UnsafeBufferPointer<UInt8>) -> (words: [UInt8], number: [UInt8]) {
        var folded: [UInt8] = []
        Folding.append(text, to: &folded)
        var (words, number): ([UInt8], [UInt8]) = ([], [])
        let tokens = folded.split(separator: Folding.space)
        for (place, token) in tokens.enumerated() {
            if number.isEmpty, let digits = houseNumber(token),
                place == 0 || place >= tokens.count - 2 || token.count <= 3
            {
                number = digits
            } else if place > 0, !number.isEmpty, place == 1 || place == tokens.count - 1,
                let suffix = suffixes[Array(token)]
            {
                number.append(suffix)
            } else {
                appendStreetWord(Array(token), to: &words)
            }
        }
        return (words, number)
    }

    private static func houseNumber(_ token: ArraySlice<UInt8>) -> [UInt8]? {
        let digits = token.prefix { $0 >= byte("0") && $0 <= byte("9") }
        guard !digits.isEmpty, token.count - digits.count <= 1, digits.count <= 5 else { return nil }
        return Array(token)
    }

    private static func appendStreetWord(_ token: [UInt8], to words: inout [UInt8]) {
        if articles.contains(token) { return }
        if !words.isEmpty { words.append(Folding.space) }
        if let short = streetWords[token] {
            words.append(contentsOf: short)
        } else if let stem = germanStem(token) {
            words.append(contentsOf: stem)
        } else {
            words.append(contentsOf: NameForms.withoutUmlauts(token))
        }
    }

    /// `bahnhofstrasse`, `bahnhofstr` and `bahnhof strasse` are `bahnhof str`.
    private static func germanStem(_ token: [UInt8]) -> [UInt8]? {
        for ending in ["strasse", "straat", "str"] where token.count > ending.utf8.count + 2 {
            if token.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                return NameForms.withoutUmlauts(token.dropLast(ending.utf8.count)) + Array(" str".utf8)
            }
        }
        return nil
    }

    /// The town's words without CEDEX and its number, `saint` written `st`.
    static func town(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        Folding.append(text, to: &folded)
        var words: [UInt8] = []
        for token in folded.split(separator: Folding.space) {
            let token = Array(token)
            if token.elementsEqual("cedex".utf8) { break }
            if articles.contains(token), token.count < 3 { continue }
            if !words.isEmpty { words.append(Folding.space) }
            words.append(contentsOf: townWords[token] ?? NameForms.withoutUmlauts(token))
        }
        return words
    }

    /// Letters and digits without spaces, a country's letter before them and leading zeros.
    static func postcode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        Folding.append(text, to: &folded)
        folded.removeAll { $0 == Folding.space }
        let isDigit: (UInt8) -> Bool = { $0 >= byte("0") && $0 <= byte("9") }
        if folded.count >= 5, !isDigit(folded[0]), folded.dropFirst().allSatisfy(isDigit) { folded.removeFirst() }
        let zeros = folded.prefix { $0 == byte("0") }.count
        return Array(folded.dropFirst(min(zeros, max(folded.count - 1, 0))))
    }

    private static let articles: Set<[UInt8]> = Set(
        ["de", "du", "des", "d", "la", "le", "les", "l", "of", "the", "der", "den", "dem", "di", "del", "van", "het"]
            .map { Array($0.utf8) })
    private static let suffixes: [[UInt8]: UInt8] = [
        Array("bis".utf8): byte("b"), Array("b".utf8): byte("b"), Array("ter".utf8): byte("t"),
        Array("a".utf8): byte("a"),
        Array("c".utf8): byte("c"), Array("quater".utf8): byte("q"),
    ]

    private static func dictionary(_ pairs: [(String, String)]) -> [[UInt8]: [UInt8]] {
        var table: [[UInt8]: [UInt8]] = [:]
        for (short, long) in pairs {
            for word in long.split(separator: " ") { table[Array(word.utf8)] = Array(short.utf8) }
        }
        return table
    }

    private static let townWords = dictionary([
        ("st", "saint sankt sint san"), ("ste", "sainte santa"), ("s", "sur sous"), ("mt", "mont mount"),
    ])
    private static let streetWords = dictionary([
        ("rue", "rue r"), ("av", "avenue av ave aven"), ("bd", "boulevard bd blvd boul bld"),
        ("pl", "place pl plc plaza"),
        ("ch", "chemin ch che chem"), ("rte", "route rte"), ("imp", "impasse imp"), ("all", "allee allees all alley"),
        ("sq", "square sq"), ("qu", "quai qu"), ("crs", "cours crs court ct crt"), ("fg", "faubourg fg fbg"),
        ("res", "residence res"),
        ("lot", "lotissement lot"), ("ham", "hameau ham"), ("pass", "passage pass"),
        ("st", "saint st street sankt sint"),
        ("ste", "sainte ste"), ("mal", "marechal mal"), ("gal", "general gal gen"), ("cdt", "commandant cdt cmdt"),
        ("col", "colonel col"),
        ("cap", "capitaine cap cne"), ("lt", "lieutenant lt"), ("dr", "docteur dr doctor drive"),
        ("pdt", "president pdt"), ("str", "strasse str straat"), ("rd", "road rd"), ("ln", "lane ln"),
        ("cl", "close cl"),
        ("cres", "crescent cres"), ("gdns", "gardens gdns garden gdn"), ("tce", "terrace tce ter"),
        ("cir", "circuit cct circle cir"),
        ("hwy", "highway hwy"), ("v", "via viale"), ("pza", "piazza pza"), ("c", "calle c"), ("bat", "batiment bat"),
        ("appt", "appartement appt apt app"), ("esp", "esplanade esp"),
    ])
}
