extension PhoneNumber {
    /// The number as it is read aloud: `+33 2 99 12 34 56`.
    package var spaced: String {
        guard !countryCode.isEmpty else { return e164 }
        let digits = Array(national)
        var groups = digits.count % 2 == 1 ? [String(digits[0])] : []
        for start in stride(from: digits.count % 2, to: digits.count, by: 2) {
            groups.append(String(digits[start..<start + 2]))
        }
        return "+\(countryCode) " + groups.joined(separator: " ")
    }
}
