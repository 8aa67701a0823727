import Correspondence

/// Whether a cell looks like a telephone number: 5 to 15 figures (ITU-T E.164) with the usual marks between them.
///
/// A French number that has lost its first zero in a spreadsheet, nine figures from 1 to 9, does not.
func isPhone(_ text: String) -> Bool {
    var digits = 0
    var first: UInt8 = 0
    for byte in text.utf8 {
        if (0x30...0x39).contains(byte) {
            if digits == 0 { first = byte }
            digits += 1
        } else if !phoneMarks.contains(byte) {
            return false
        }
    }
    guard (5...15).contains(digits) else { return false }
    let isBare = text.utf8.count == 9 && digits == 9
    return !(isBare && first != 0x30)
}

/// `+ ( ) . - / space`, and the two bytes of a no-break space.
private let phoneMarks: Set<UInt8> = [0x2B, 0x28, 0x29, 0x2E, 0x2D, 0x2F, 0x20, 0xC2, 0xA0, 0xE2, 0x80, 0xAF, 0x91]

/// Whether a cell looks like an e-mail address: one `@`, something before it, a name with a dot behind it, no space.
func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.utf8.contains(0x20), !text.utf8.contains(0x2C) else {
        return false
    }
    let host = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return host.count >= 2 && host.allSatisfy { !$0.isEmpty }
}

/// Whether a postcode has the form that its country gives it. Countries that are not listed: it does.
///
/// The form alone is judged: a code with the country's letters before it (`D-50931`) does not have it.
func isPostcode(_ text: String, in country: String) -> Bool {
    let form = text.utf8.map { byte -> UInt8 in
        switch byte {
        case 0x30...0x39: UInt8(ascii: "9")
        case 0x41...0x5A, 0x61...0x7A: UInt8(ascii: "A")
        default: byte
        }
    }
    guard let forms = postcodeForms[country] else { return true }
    return forms.contains(String(decoding: form, as: UTF8.self))
}

/// `9` a figure, `A` a letter. Source: the countries' posts, as UPU's addressing pages quote them.
private let postcodeForms: [String: Set<String>] = [
    "FR": ["99999"], "DE": ["99999"], "ES": ["99999"], "IT": ["99999"],
    "BE": ["9999"], "CH": ["9999"], "LU": ["9999"], "AT": ["9999"], "DK": ["9999"],
    "NL": ["9999 AA", "9999AA"],
    "GB": [
        "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A99AA", "A999AA", "AA99AA", "AA999AA",
        "A9A9AA", "AA9A9AA",
    ],
]
