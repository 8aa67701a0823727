extension Phonetics {
    /// American Soundex: the first letter and three digits. Robert and Rupert are R163, Ashcraft is A261.
    ///
    /// Source: R. C. Russell, US patent 1261167, 1918, in the National Archives' reading (h and w do not separate).
    static func soundex(_ name: [UInt8]) -> [UInt8] {
        var code = [name[0]]
        var last = soundexDigit(name[0])
        for letter in name.dropFirst() where code.count < 4 {
            if letter == byte("h") || letter == byte("w") { continue }
            let digit = soundexDigit(letter)
            if digit != 0, digit != last { code.append(digit) }
            last = digit
        }
        return code + Array(repeating: byte("0"), count: 4 - code.count)
    }

    private static func soundexDigit(_ letter: UInt8) -> UInt8 {
        switch Unicode.Scalar(letter) {
        case "b", "f", "p", "v": byte("1")
        case "c", "g", "j", "k", "q", "s", "x", "z": byte("2")
        case "d", "t": byte("3")
        case "l": byte("4")
        case "m", "n": byte("5")
        case "r": byte("6")
        default: 0
        }
    }
}
