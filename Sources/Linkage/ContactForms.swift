/// Comparison forms of telephone numbers and e-mail addresses.
enum ContactForms {
    /// Returns the digits of the national number, without trunk zero and country code.
    ///
    /// `+33 6 39 98 00 01`, `0033639980001` and `06.39.98.00.01` are `639980001`. Source: ITU-T E.164.
    static func phone(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        var international = false
        var skipping = false
        for letter in text {
            switch Unicode.Scalar(letter) {
            case "+" where digits.isEmpty: international = true
            // "+44 (0)7700": the zero in brackets is not dialled from abroad.
            case "(" where international: skipping = true
            case ")": skipping = false
            case "0" where skipping: break
            case "0"..."9": digits.append(letter)
            default: break
            }
        }
        if !international, digits.starts(with: "00".utf8) {
            international = true
            digits.removeFirst(2)
        }
        if international { digits.removeFirst(countryCodeLength(digits)) }
        while digits.first == byte("0") { digits.removeFirst() }
        return digits.count >= 4 ? digits : []
    }

    private static func countryCodeLength(_ digits: [UInt8]) -> Int {
        guard digits.count > 6 else { return 0 }
        let two = (digits[0] - 48) * 10 + digits[1] - 48
        switch two {
        case 10...19, 70...79: return 1
        case 20, 27, 30...34, 36, 39...41, 43...49, 51...58, 60...66, 81, 82, 84, 86, 90...95, 98: return 2
        default: return 3
        }
    }

    /// Returns the address in lower case without spaces, empty where there is no `@` with something on both sides.
    static func email(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for letter in text where letter > 32 {
            out.append(letter >= byte("A") && letter <= byte("Z") ? letter + 32 : letter)
        }
        return out
    }

    /// Returns the letters and digits before the `@`, without what follows a `+`.
    static func localPart(_ email: ArraySlice<UInt8>) -> [UInt8] {
        let local = email.prefix { $0 != byte("@") && $0 != byte("+") }
        return local.filter {
            ($0 >= byte("a") && $0 <= byte("z")) || ($0 >= byte("0") && $0 <= byte("9")) || $0 >= 128
        }
    }
}
