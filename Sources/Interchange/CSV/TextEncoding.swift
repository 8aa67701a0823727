/// How the characters of a text file are written as bytes.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"
    case iso8859_15 = "ISO-8859-15"

    /// The bytes that open a file to say how it is encoded; empty for encodings that have no such mark.
    package var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1252, .iso8859_15: []
        }
    }
}

extension TextEncoding {
    /// Whether each byte is one character.
    var isSingleByte: Bool { self == .windows1252 || self == .iso8859_15 }

    /// The character of each byte from 0x80 to 0xFF; 0 where the byte means nothing.
    ///
    /// Source: the Unicode Consortium's mapping tables `CP1252.TXT` and `8859-15.TXT`.
    var upperHalf: [UInt16] {
        var table = (0x80...0xFF).map { UInt16($0) }
        switch self {
        case .windows1252:
            table.replaceSubrange(0..<32, with: Self.windows1252Punctuation)
        case .iso8859_15:
            for (byte, character) in Self.iso8859_15Changes { table[byte - 0x80] = character }
        default:
            break
        }
        return table
    }

    private static let windows1252Punctuation: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static let iso8859_15Changes: [(Int, UInt16)] = [
        (0xA4, 0x20AC), (0xA6, 0x0160), (0xA8, 0x0161), (0xB4, 0x017D), (0xB8, 0x017E), (0xBC, 0x0152), (0xBD, 0x0153),
        (0xBE, 0x0178),
    ]
}
