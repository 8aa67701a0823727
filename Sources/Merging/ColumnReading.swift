import Correspondence

/// Reads a list's cell as what a filter or a section takes it for.
enum ColumnReading {
    /// Empty, `0`, `no`, `non` and `false` count as false, capitals or not.
    static func isFalse(_ text: String) -> Bool {
        guard text.utf8.count <= 16 else { return text.isBlank }
        let word = trimmed(text).lowercased()
        return word.isEmpty || ["0", "no", "non", "false"].contains(word)
    }

    /// Reads `yyyy-mm-dd`, `dd/mm/yyyy`, `dd.mm.yyyy` and `dd-mm-yyyy`. Nil for anything else: it is printed as written.
    static func date(_ text: String) -> CivilDate? {
        let word = trimmed(text)
        if let date = CivilDate(iso: word) { return date }
        let parts = word.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Reads "12 345,67", "12,345.67", "12345.67 €". Nil for anything else.
    ///
    /// The last of several different separators is the decimal one, and so is a single one; where three digits follow that,
    /// as in "1.234", it may have been meant to group thousands: such a number is ambiguous. "0.125" is not.
    static func number(_ text: String) -> (value: Double, isAmbiguous: Bool)? {
        let kept = text.unicodeScalars.filter { !["€", " ", "\u{A0}", "\u{202F}", "'", "’"].contains($0) }
        guard !kept.isEmpty, kept.allSatisfy({ ("0"..."9").contains($0) || [",", ".", "-"].contains($0) }) else {
            return nil
        }
        var digits = String(String.UnicodeScalarView(kept))
        let separators = digits.filter { $0 == "," || $0 == "." }
        let isAmbiguous = separators.count == 1 && mayGroupThousands(digits)
        if let last = separators.last {
            let isDecimal = separators.filter { $0 == last }.count == 1
            digits = String(
                digits.enumerated().compactMap { index, character -> Character? in
                    guard character == "," || character == "." else { return character }
                    return isDecimal && character == last ? "." : nil
                })
        }
        return Double(digits).map { ($0, isAmbiguous) }
    }

    /// One to three digits, the first no nought, a separator, three digits.
    private static func mayGroupThousands(_ digits: String) -> Bool {
        let parts = digits.drop { $0 == "-" }.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count) && parts[0].first != "0"
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
