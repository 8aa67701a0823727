extension Phonetics {
    /// The Cologne code: digits, made for German names. Müller-Lüdenscheidt is 65752682.
    ///
    /// Source: H. J. Postel, "Die Kölner Phonetik", IBM-Nachrichten 19, 1969.
    static func cologne(_ name: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        for place in name.indices {
            let before = place > 0 ? name[place - 1] : 0
            let after = place + 1 < name.count ? name[place + 1] : 0
            for digit in cologneDigits(name[place], before: before, after: after) where digits.last != digit {
                digits.append(digit)
            }
        }
        let zero = byte("0")
        var code: [UInt8] = []
        for (place, digit) in digits.enumerated() where place == 0 || digit != zero { code.append(digit) }
        return code
    }

    private static func cologneDigits(_ letter: UInt8, before: UInt8, after: UInt8) -> [UInt8] {
        switch Unicode.Scalar(letter) {
        case "a", "e", "i", "j", "o", "u", "y": [byte("0")]
        case "b": [byte("1")]
        case "p": [after == byte("h") ? byte("3") : byte("1")]
        case "d", "t": ["c", "s", "z"].contains(Unicode.Scalar(after)) ? [byte("8")] : [byte("2")]
        case "f", "v", "w": [byte("3")]
        case "g", "k", "q": [byte("4")]
        case "c": [hardC(before: before, after: after) ? byte("4") : byte("8")]
        case "x": ["c", "k", "q"].contains(Unicode.Scalar(before)) ? [byte("8")] : [byte("4"), byte("8")]
        case "l": [byte("5")]
        case "m", "n": [byte("6")]
        case "r": [byte("7")]
        case "s", "z": [byte("8")]
        default: []
        }
    }

    private static func hardC(before: UInt8, after: UInt8) -> Bool {
        switch Unicode.Scalar(after) {
        case "l", "r": before == 0
        case "a", "h", "k", "o", "q", "u", "x": before != byte("s") && before != byte("z")
        default: false
        }
    }
}
