/// An international bank account number whose check digits are right.
///
/// Source: ISO 13616 (modulo 97 of ISO 7064), lengths by the SWIFT registry.
package struct IBAN: Hashable, Sendable {
    /// Capitals and digits without spaces.
    package let text: String

    /// - Returns: Nil where the country is not in the registry's list, the length is another, or the check digits are wrong.
    package init?(_ written: String) {
        let text = String(written.filter { !$0.isWhitespace && $0 != "-" }.uppercased())
        guard text.utf8.allSatisfy(Self.isSign), text.count >= 4, Self.lengths[String(text.prefix(2))] == text.count,
            text.dropFirst(2).prefix(2).allSatisfy(\.isNumber), Self.remainder(text) == 1
        else { return nil }
        self.text = text
    }

    /// Country and last four characters, the only form that is shown: `FR•• … 2606`.
    package var masked: String { Self.masked(text) }

    /// Masks any account number, right or wrong.
    package static func masked(_ text: String) -> String {
        text.count < 8 ? "••••" : "\(text.prefix(2))•• … \(text.suffix(4))"
    }

    /// In groups of four, for a direct debit form.
    package var printed: String {
        var groups: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            groups.append(String(rest.prefix(4)))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func remainder(_ text: String) -> Int {
        (text.dropFirst(4) + text.prefix(4)).utf8.reduce(0) { rest, byte in
            byte <= UInt8(ascii: "9")
                ? (rest * 10 + Int(byte - UInt8(ascii: "0"))) % 97
                : (rest * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
        }
    }

    private static let lengths: [String: Int] = [
        "NO": 15, "BE": 16, "DK": 18, "FI": 18, "NL": 18, "SI": 19, "AT": 20, "EE": 20, "LT": 20, "LU": 20, "CH": 21,
        "LI": 21, "HR": 21, "LV": 21, "DE": 22, "GB": 22, "IE": 22, "BG": 22, "AD": 24, "CZ": 24, "ES": 24, "SE": 24,
        "RO": 24, "SK": 24, "TN": 24, "PT": 25, "IS": 26, "TR": 26, "FR": 27, "MC": 27, "IT": 27, "SM": 27, "GR": 27,
        "HU": 28, "PL": 28, "CY": 28, "UA": 29, "MT": 31,
    ]
}

/// A French account in the old form: bank, branch, account and key, 23 characters.
package struct RIB: Hashable, Sendable {
    package let bank: String
    package let branch: String
    package let account: String
    package let key: Int

    /// - Returns: Nil where it has not 23 signs or its key is wrong.
    package init?(_ written: String) {
        let text = written.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        guard text.count == 23, text.utf8.allSatisfy({ Self.digit($0) != nil }),
            let key = Int(text.suffix(2)), let expected = Self.key(of: String(text.prefix(21))), key == expected
        else { return nil }
        bank = String(text.prefix(5))
        branch = String(text.dropFirst(5).prefix(5))
        account = String(text.dropFirst(10).prefix(11))
        self.key = key
    }

    /// The same account as an IBAN.
    package var iban: IBAN? {
        let national = bank + branch + account + (key < 10 ? "0" : "") + String(key)
        return (2...98).lazy.compactMap { IBAN("FR" + ($0 < 10 ? "0" : "") + String($0) + national) }.first
    }

    /// 97 less the remainder of 89 × bank + 15 × branch + 3 × account. Source: NORMS, part B.5.
    private static func key(of text: String) -> Int? {
        let digits = text.utf8.compactMap(digit)
        guard digits.count == 21 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        return 97 - (89 * number(0..<5) + 15 * number(5..<10) + 3 * number(10..<21)) % 97
    }

    /// Letters stand for digits: A J 1, B K S 2, C L T 3 … I R Z 9.
    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "I"): Int(byte - UInt8(ascii: "A")) + 1
        case UInt8(ascii: "J")...UInt8(ascii: "R"): Int(byte - UInt8(ascii: "J")) + 1
        case UInt8(ascii: "S")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "S")) + 2
        default: nil
        }
    }
}

/// A Belgian account in the old form: twelve digits, the last two their check.
package enum BelgianAccount {
    /// Whether the first ten digits modulo 97 are the last two; 0 is written 97.
    package static func isRight(_ written: String) -> Bool {
        let digits = written.filter(\.isNumber)
        guard digits.count == 12, let number = Int(digits.prefix(10)), let check = Int(digits.suffix(2)) else {
            return false
        }
        return check == (number % 97 == 0 ? 97 : number % 97)
    }
}

extension IBAN {
    /// Reads an account number as it stands on paper: an IBAN, or the 23 signs of a French RIB.
    ///
    /// Nil where a key is wrong, that of the RIB inside a French or Monegasque IBAN too.
    package init?(account written: String) {
        guard let iban = IBAN(written) ?? RIB(written)?.iban else { return nil }
        let isFrench = iban.text.hasPrefix("FR") || iban.text.hasPrefix("MC")
        if isFrench, RIB(String(iban.text.dropFirst(4))) == nil { return nil }
        self = iban
    }
}
