import CHarfBuzz

/// ISO 8859-15, and the nearest that it has for other characters.
enum Latin9 {
    /// Where it differs from Latin-1.
    private static let own: [UInt32: UInt8] = [
        0x20AC: 0xA4, 0x160: 0xA6, 0x161: 0xA8, 0x17D: 0xB4, 0x17E: 0xB8, 0x152: 0xBC, 0x153: 0xBD, 0x178: 0xBE,
    ]
    private static let displaced: Set<UInt32> = [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE]
    private static let signs: [UInt32: String] = [
        0x2018: "'", 0x2019: "'", 0x201A: ",", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x2010: "-", 0x2011: "-",
        0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2026: "...", 0x2022: "-", 0x2212: "-", 0x2039: "<", 0x203A: ">",
        0x110: "D", 0x111: "d", 0x126: "H", 0x127: "h", 0x131: "i", 0x141: "L", 0x142: "l", 0x14A: "N", 0x14B: "n",
        0x166: "T", 0x167: "t", 0x2032: "'", 0x2033: "\"", 0xA6: "|", 0xBC: "1/4", 0xBD: "1/2", 0xBE: "3/4",
        0x1E9E: "SS", 0xB4: "'", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x2116: "No", 0x132: "IJ", 0x133: "ij",
        // Neither shows.
        0x200B: "", 0xAD: "",
    ]

    /// Cyrillic as ICAO Doc 9303 writes it in passports, Greek as ELOT 743 does; small letters.
    private static let scripts: [UInt32: String] = {
        let cyrillic =
            "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
            + "щ shch ъ ie ы y ь ' э e ю iu я ia і i ї i є ie ґ g ў u ђ d ѓ g ѕ dz ј j љ lj њ nj ћ c ќ k џ dz"
        let greek =
            "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
        let words = (cyrillic + " " + greek).split(separator: " ")
        var scripts: [UInt32: String] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            let (letter, latin) = (words[index], String(words[index + 1]))
            for scalar in letter.unicodeScalars { scripts[scalar.value] = latin }
            // A capital gives a capital first: Щ is Shch.
            for scalar in letter.uppercased().unicodeScalars where letter.uppercased() != letter {
                scripts[scalar.value] = scripts[scalar.value] ?? latin.prefix(1).uppercased() + latin.dropFirst()
            }
        }
        return scripts
    }()

    /// Returns the byte of a character, or nil where the code has none.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if let byte = own[scalar.value] { return byte }
        return scalar.value < 256 && !displaced.contains(scalar.value) && scalar.value != 0xAD
            ? UInt8(scalar.value) : nil
    }

    /// Returns what comes nearest to a character that the code lacks, or nil where nothing does.
    ///
    /// - Parameter before: What it follows: the Greek υ is part of what stands for αυ, ευ, ηυ and ου.
    static func nearest(to scalar: Unicode.Scalar, after before: Unicode.Scalar? = nil) -> TextLine? {
        if "υύ".unicodeScalars.contains(scalar), let before {
            if "οόΟΌ".unicodeScalars.contains(before) { return ["u"] }
            if "αεηΑΕΗ".unicodeScalars.contains(before) { return ["v"] }
        }
        if let text = signs[scalar.value] ?? scripts[scalar.value] { return Array(text.unicodeScalars) }
        // A mark on its own was the accent of a letter that is written without it.
        if scalar.properties.generalCategory == .nonspacingMark { return [] }
        var first: hb_codepoint_t = 0
        var second: hb_codepoint_t = 0
        guard hb_unicode_decompose(hb_unicode_funcs_get_default(), scalar.value, &first, &second) != 0,
            first != scalar.value, let base = Unicode.Scalar(first)
        else { return nil }
        return byte(of: base) != nil ? [base] : nearest(to: base)
    }
}
