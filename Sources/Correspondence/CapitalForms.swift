/// Latin letters as plain capitals, for postal lines.
enum CapitalForms {
    /// Adds the capitals of a letter or digit: "é" gives E, "œ" OE, "ß" SS, "ễ" E, "я" Я. False for other signs, which add nothing.
    static func append(_ scalar: Unicode.Scalar, to capitals: inout [UInt8]) -> Bool {
        let letter = scalar.value < table.count ? table[Int(scalar.value)] : 0
        guard letter != 0 else { return appendRare(scalar, to: &capitals) }
        if letter >= UInt8(ascii: "0") {
            capitals.append(letter)
        } else {
            capitals += pairs[Int(letter) - 1].capitals.utf8
        }
        return true
    }

    /// Adds a letter that is not in the table: a Latin one without its accents, one of another script as its own capital.
    private static func appendRare(_ scalar: Unicode.Scalar, to capitals: inout [UInt8]) -> Bool {
        if let base = further.first(where: { $0.letters.contains(scalar.value) })?.capital {
            capitals.append(base)
            return true
        }
        guard scalar.properties.isAlphabetic else { return false }
        capitals += scalar.properties.uppercaseMapping.utf8
        return true
    }

    /// Vietnamese horns, and Latin Extended Additional, which is in the order of its base letters. Source: Unicode, U+1E00.
    private static let further: [(letters: ClosedRange<UInt32>, capital: UInt8)] = [
        (0x1A0...0x1A1, "O"), (0x1AF...0x1B0, "U"), (0x1E00...0x1E01, "A"), (0x1E02...0x1E07, "B"),
        (0x1E08...0x1E09, "C"), (0x1E0A...0x1E13, "D"), (0x1E14...0x1E1D, "E"), (0x1E1E...0x1E1F, "F"),
        (0x1E20...0x1E21, "G"), (0x1E22...0x1E2B, "H"), (0x1E2C...0x1E2F, "I"), (0x1E30...0x1E35, "K"),
        (0x1E36...0x1E3D, "L"), (0x1E3E...0x1E43, "M"), (0x1E44...0x1E4B, "N"), (0x1E4C...0x1E53, "O"),
        (0x1E54...0x1E57, "P"), (0x1E58...0x1E5F, "R"), (0x1E60...0x1E69, "S"), (0x1E6A...0x1E71, "T"),
        (0x1E72...0x1E7B, "U"), (0x1E7C...0x1E7F, "V"), (0x1E80...0x1E89, "W"), (0x1E8A...0x1E8D, "X"),
        (0x1E8E...0x1E8F, "Y"), (0x1E90...0x1E95, "Z"), (0x1EA0...0x1EB7, "A"), (0x1EB8...0x1EC7, "E"),
        (0x1EC8...0x1ECB, "I"), (0x1ECC...0x1EE3, "O"), (0x1EE4...0x1EF1, "U"), (0x1EF2...0x1EF9, "Y"),
    ].map { ($0, UInt8(ascii: $1)) }

    /// An accent that follows its letter as a character of its own: it is left out.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// By code point, up to the end of Latin Extended-B: the capital, the place in `pairs` from 1, or 0.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x250)
        for group in groups {
            for scalar in group.signs.unicodeScalars { table[Int(scalar.value)] = group.capital.asciiValue ?? 0 }
        }
        for (index, pair) in pairs.enumerated() {
            for scalar in pair.signs.unicodeScalars { table[Int(scalar.value)] = UInt8(index + 1) }
        }
        for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            table[Int(letter)] = letter
            table[Int(letter) + 0x20] = letter
        }
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(digit)] = digit }
        return table
    }()

    private static let pairs: [(signs: String, capitals: String)] = [
        ("Œœ", "OE"), ("Ææ", "AE"), ("ß", "SS"), ("Þþ", "TH"),
    ]

    private static let groups: [(signs: String, capital: Character)] = [
        ("ÀÁÂÃÄÅĀĂĄàáâãäåāăą", "A"), ("ÇĆĈĊČçćĉċč", "C"), ("ĎĐÐďđð", "D"), ("ÈÉÊËĒĔĖĘĚèéêëēĕėęě", "E"),
        ("ĜĞĠĢĝğġģ", "G"), ("ĤĦĥħ", "H"), ("ÌÍÎÏĨĪĬĮİìíîïĩīĭįı", "I"), ("Ĵĵ", "J"), ("Ķķ", "K"), ("ĹĻĽĿŁĺļľŀł", "L"),
        ("ÑŃŅŇñńņň", "N"), ("ÒÓÔÕÖØŌŎŐòóôõöøōŏő", "O"), ("ŔŖŘŕŗř", "R"), ("ŚŜŞŠȘśŝşšș", "S"), ("ŢŤŦȚţťŧț", "T"),
        ("ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų", "U"), ("Ŵŵ", "W"), ("ÝŶŸýŷÿ", "Y"), ("ŹŻŽźżž", "Z"),
    ]
}
