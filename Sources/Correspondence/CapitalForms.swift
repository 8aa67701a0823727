/// Latin letters as plain capitals, for postal lines.
enum CapitalForms {
    /// Adds the capitals of a letter or digit: "é" gives E, "œ" OE, "ß" SS. False for other signs, which add nothing.
    static func append(_ scalar: Unicode.Scalar, to capitals: inout [UInt8]) -> Bool {
        guard scalar.value < table.count else { return false }
        let letter = table[Int(scalar.value)]
        guard letter != 0 else { return false }
        if letter >= UInt8(ascii: "0") {
            capitals.append(letter)
        } else {
            capitals += pairs[Int(letter) - 1].capitals.utf8
        }
        return true
    }

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
