import CHarfBuzz

/// ISO 8859-15, and the nearest that it has for other characters.
enum Latin9 {
    /// Where it differs from Latin-1.
    private static let own: [UInt32: UInt8] = [
        0x20AC: 0xA4, 0x160: 0xA6, 0x161: 0xA8, 0x17D: 0xB4, 0x17E: 0xB8, 0x152: 0xBC, 0x153: 0xBD, 0x178: 0xBE,
    ]
    private static let displaced: Set<UInt32> = [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE]
    private static let near: [UInt32: String] = [
        0x2018: "'", 0x2019: "'", 0x201A: ",", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x2010: "-", 0x2011: "-",
        0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2026: "...", 0x2022: "-", 0x2212: "-", 0x2039: "<", 0x203A: ">",
        0x110: "D", 0x111: "d", 0x126: "H", 0x127: "h", 0x131: "i", 0x141: "L", 0x142: "l", 0x14A: "N", 0x14B: "n",
        0x166: "T", 0x167: "t", 0x2032: "'", 0x2033: "\"", 0xA4: "", 0xA6: "|", 0xBC: "1/4", 0xBD: "1/2", 0xBE: "3/4",
        0x1E9E: "SS", 0xB4: "'", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x200B: "", 0xAD: "",
    ]

    /// Returns the bytes of a character, or nil where nothing comes near.
    static func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
        let value = scalar.value
        if let byte = own[value] { return [byte] }
        if let text = near[value] { return Array(text.utf8) }
        if value < 256, !displaced.contains(value) { return [UInt8(value)] }
        // A mark on its own was the accent of a letter that is written without it.
        if scalar.properties.generalCategory == .nonspacingMark { return [] }
        var first: hb_codepoint_t = 0
        var second: hb_codepoint_t = 0
        guard hb_unicode_decompose(hb_unicode_funcs_get_default(), value, &first, &second) != 0, first != value,
            let base = Unicode.Scalar(first)
        else { return nil }
        return bytes(of: base)
    }
}
