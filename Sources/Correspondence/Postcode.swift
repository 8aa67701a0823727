/// Whether a postcode is one of its country's, in form: nine countries; of others nothing is known.
///
/// Source: Universal Postal Union, "Postal addressing systems", and the national operators.
package enum Postcode {
    /// - Parameter country: Two capitals.
    /// - Returns: Nil where nothing is known of the country's postcodes.
    package static func isPlausible(_ postcode: String, country: String) -> Bool? {
        let text = postcode.uppercased().trimming()
        switch country {
        case "FR": return digits(text, 5) && !text.hasPrefix("00") && !text.hasPrefix("99") && !text.hasPrefix("96")
        case "DE": return digits(text, 5) && (1_001...99_998).contains(Int(text) ?? 0)
        case "ES": return digits(text, 5) && (1...52).contains(Int(text.prefix(2)) ?? 0)
        case "IT": return digits(text, 5) && (10...98_168).contains(Int(text) ?? 0)
        case "BE", "CH": return digits(text, 4) && (1000...9999).contains(Int(text) ?? 0)
        case "LU":
            let number = text.hasPrefix("L-") ? String(text.dropFirst(2)) : text
            return digits(number, 4) && !number.hasPrefix("0")
        case "NL": return isDutch(text)
        case "GB": return isBritish(text)
        default: return nil
        }
    }

    /// What a postcode would be with the zero that a spreadsheet took from it: `1400` in France is `01400`.
    ///
    /// - Returns: Nil where nothing seems lost.
    package static func withLostZero(_ postcode: String, country: String) -> String? {
        let text = postcode.trimming()
        guard ["FR", "DE", "ES", "IT"].contains(country), digits(text, 4) else { return nil }
        return isPlausible("0" + text, country: country) == true ? "0" + text : nil
    }

    private static func digits(_ text: String, _ count: Int) -> Bool {
        text.count == count && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `1234 AB`; the number does not begin with 0, and SA, SD and SS are not given out.
    private static func isDutch(_ text: String) -> Bool {
        let signs = text.filter { $0 != " " }
        let letters = signs.dropFirst(4)
        return signs.count == 6 && digits(String(signs.prefix(4)), 4) && !signs.hasPrefix("0")
            && letters.allSatisfy { $0.isASCII && $0.isLetter } && !["SA", "SD", "SS"].contains(String(letters))
    }

    /// Outward code `A9`, `A99`, `AA9`, `AA99`, `A9A`, `AA9A`, inward code `9AA`; also `GIR 0AA`.
    private static func isBritish(_ text: String) -> Bool {
        let signs = text.filter { $0 != " " }
        let (outward, inward) = (String(signs.dropLast(3)), String(signs.suffix(3)))
        let forms = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]
        // These letters never stand at the end. Source: BS 7666.
        let isClear = !inward.contains { "CIKMOV".contains($0) }
        return signs == "GIR0AA" || forms.contains(form(outward)) && form(inward) == "9AA" && isClear
    }

    private static func form(_ text: String) -> String {
        String(text.map { $0.isASCII && $0.isNumber ? "9" : $0.isASCII && $0.isLetter ? "A" : "?" })
    }
}

extension String {
    fileprivate func trimming() -> String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
