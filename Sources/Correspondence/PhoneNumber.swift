/// A telephone number in E.164 form: `+`, country code, national digits.
///
/// ```swift
/// PhoneNumber("02 99 12 34 56", country: "FR")?.e164      // +33299123456
/// PhoneNumber("+39 06 555 1212", country: "FR")?.e164     // +39065551212
/// ```
///
/// Reads what an office writes: spaces, dots, slashes, brackets, `+33 (0)2`, `0033`. Whether the digits are as many as the
/// country's numbers have is checked by NORMS, part B.5 (libphonenumber's data); a country that is not in that table takes 4
/// to 15 digits in all, as E.164 allows.
package struct PhoneNumber: Hashable, Sendable {
    package let e164: String
    /// Without the `+`.
    package let countryCode: String
    package let national: String

    /// - Parameter country: Where a number without a country code is at home: two capitals.
    /// - Returns: Nil where the text is no number, or has too few or too many digits.
    package init?(_ text: String, country: String = "FR") {
        guard var digits = Self.digits(of: text) else { return nil }
        let plan: Plan?
        if digits.isInternational {
            plan = Self.plans.first { digits.text.hasPrefix($0.code) }
            if let plan { digits.text.removeFirst(plan.code.count) }
        } else {
            plan = Self.plans.first { $0.country == country }
            if plan == nil { return nil }
        }
        guard let plan else {
            guard (4...15).contains(digits.text.count), !digits.text.hasPrefix("0") else { return nil }
            (e164, countryCode, national) = ("+" + digits.text, "", digits.text)
            return
        }
        if plan.hasTrunk, digits.text.hasPrefix("0") { digits.text.removeFirst() }
        guard plan.allows(digits.text) else { return nil }
        (e164, countryCode, national) = ("+" + plan.code + digits.text, plan.code, digits.text)
    }

    /// Whether it is a mobile, where the country's numbers tell: France.
    package var isFrenchMobile: Bool {
        countryCode == "33" && (national.hasPrefix("6") || ("73"..."79").contains(String(national.prefix(2))))
    }

    /// The digits, without the 0 in brackets that is not dialled from abroad. Nil where other signs stand among them.
    private static func digits(of text: String) -> (text: String, isInternational: Bool)? {
        var text = text.replacing("(0)", with: text.contains("+") || text.hasPrefix("00") ? "" : "0")
        var isInternational = false
        text = String(text.drop(while: \.isWhitespace))
        if text.hasPrefix("+") {
            isInternational = true
            text.removeFirst()
        } else if text.hasPrefix("00") {
            isInternational = true
            text.removeFirst(2)
        }
        var digits = ""
        for sign in text {
            if sign.isASCII, sign.isNumber {
                digits.append(sign)
            } else if !" .-/()\u{A0}\u{202F}".contains(sign) {
                return nil
            }
        }
        return digits.isEmpty ? nil : (digits, isInternational)
    }
}

extension PhoneNumber {
    /// How a country's numbers are built.
    private struct Plan {
        let country: String
        let code: String
        /// How many national digits there may be.
        let lengths: ClosedRange<Int>
        /// Whether a 0 is dialled before them at home, and falls away from abroad.
        let hasTrunk: Bool

        func allows(_ national: String) -> Bool {
            lengths.contains(national.count) && !(hasTrunk && national.hasPrefix("0"))
        }
    }

    private static let plans = [
        Plan(country: "FR", code: "33", lengths: 9...9, hasTrunk: true),
        Plan(country: "BE", code: "32", lengths: 8...9, hasTrunk: true),
        Plan(country: "NL", code: "31", lengths: 9...9, hasTrunk: true),
        Plan(country: "DE", code: "49", lengths: 5...13, hasTrunk: true),
        Plan(country: "GB", code: "44", lengths: 9...10, hasTrunk: true),
        Plan(country: "CH", code: "41", lengths: 9...9, hasTrunk: true),
        Plan(country: "IT", code: "39", lengths: 6...12, hasTrunk: false),
        Plan(country: "ES", code: "34", lengths: 9...9, hasTrunk: false),
        Plan(country: "LU", code: "352", lengths: 4...11, hasTrunk: false),
        Plan(country: "AT", code: "43", lengths: 4...13, hasTrunk: true),
        Plan(country: "DK", code: "45", lengths: 8...8, hasTrunk: false),
        Plan(country: "PT", code: "351", lengths: 9...9, hasTrunk: false),
        Plan(country: "SE", code: "46", lengths: 7...9, hasTrunk: true),
        Plan(country: "IE", code: "353", lengths: 7...10, hasTrunk: true),
        Plan(country: "PL", code: "48", lengths: 7...9, hasTrunk: false),
    ]
}
