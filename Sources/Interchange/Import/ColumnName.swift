/// The name of a column in comparison form: `Né(e) le` and `NEE_LE` are both `neele`.
///
/// Small letters and figures only; accents, spaces and marks are left out, `œ` is `oe`, `ß` is `ss`, `°` is `o`.
func columnKey(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
        case "à"..."å", "ā", "ă", "ą": key += "a"
        case "ç", "ć", "č": key += "c"
        case "è"..."ë", "ē", "ę", "ě": key += "e"
        case "ì"..."ï": key += "i"
        case "ñ", "ń", "ň": key += "n"
        case "ò"..."ö", "ø", "ő", "°", "º": key += "o"
        case "ù"..."ü", "ű", "ů": key += "u"
        case "ý", "ÿ": key += "y"
        case "ß": key += "ss"
        case "œ": key += "oe"
        case "æ": key += "ae"
        case "š", "ś": key += "s"
        case "ž", "ź", "ż": key += "z"
        case "ř": key += "r"
        case "ł": key += "l"
        default: break
        }
    }
    return key
}

/// The number of single-letter changes that make one text of the other (V. I. Levenshtein, 1966).
func editDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var row = Array(0...b.count)
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let change = diagonal + (a[i] == b[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}

/// The name among `names` that `word` was probably meant to be. Nil: none is near.
func nearest(_ word: String, among names: [String]) -> String? {
    let key = columnKey(word)
    let best = names.map { ($0, editDistance(key, columnKey($0))) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(1, key.count / 3) else { return nil }
    return best.0
}
