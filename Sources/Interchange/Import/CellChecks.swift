import Correspondence

/// Whether a cell looks like a telephone number: 5 to 15 figures (ITU-T E.164) with the usual marks between them.
func isPhone(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var digits = 0
        for byte in bytes {
            if (0x30...0x39).contains(byte) { digits += 1 } else if !isPhoneMark(byte) { return false }
        }
        return (5...15).contains(digits)
    }
}

/// Whether a French number has lost its first zero, as spreadsheets do to it: nine figures from 1 to 9 and nothing else.
func hasLostZero(_ phone: String, in country: String) -> Bool {
    guard country == "FR", phone.utf8.count == 9, phone.utf8.first != 0x30 else { return false }
    return phone.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// `+ ( ) . - / space`, and the bytes of the no-break spaces and of the no-break hyphen.
private func isPhoneMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0xC2, 0xA0, 0xE2, 0x80, 0xAF, 0x91: true
    default: false
    }
}

/// Whether a cell looks like an e-mail address: one `@`, something before it, a name with a dot behind it, no space.
func isEmail(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var at: Int?
        var lastMark = -1
        var dots = 0
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case 0x40:
                guard at == nil, position > 0 else { return false }
                at = position
                lastMark = position
            case 0x2E where at != nil:
                guard lastMark < position - 1 else { return false }
                lastMark = position
                dots += 1
            case 0x20, 0x2C, 0x3B: return false
            default: break
            }
        }
        return dots > 0 && lastMark < bytes.count - 1
    }
}

/// Whether a postcode has the form that its country gives it. Countries that are not listed: it does.
///
/// The form alone is judged: a code with the country's letters before it (`D-50931`) does not have it.
func isPostcode(_ text: String, in country: String) -> Bool {
    switch country {
    case "FR", "DE", "ES", "IT": hasForm(text, "99999")
    case "BE", "CH", "LU", "AT", "DK": hasForm(text, "9999")
    case "NL": hasForm(text, "9999 AA") || hasForm(text, "9999AA")
    case "GB": britishForms.contains { hasForm(text, $0) }
    default: true
    }
}

/// Source: Royal Mail, "Programmers' Guide to PAF".
private let britishForms: [StaticString] = [
    "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA",
    "AA9A9AA",
]

/// Whether `text` is made like `form`, where `9` stands for a figure and `A` for a letter.
private func hasForm(_ text: String, _ form: StaticString) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        guard bytes.count == form.utf8CodeUnitCount else { return false }
        for position in 0..<bytes.count {
            let byte = bytes[position]
            let fits =
                switch form.utf8Start[position] {
                case 0x39: (0x30...0x39).contains(byte)
                case 0x41: (0x41...0x5A).contains(byte & 0xDF)
                default: byte == 0x20
                }
            guard fits else { return false }
        }
        return true
    }
}
