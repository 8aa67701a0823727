/// Latin letters as plain capitals, for postal lines.
enum CapitalForms {
    /// Returns the capitals of a letter or digit: "é" is E, "œ" is OE, "ß" is SS. Nil for other signs.
    static func letters(of scalar: Unicode.Scalar) -> ArraySlice<UInt8>? {
        guard scalar.value < table.count else { return nil }
        let letters = table[Int(scalar.value)]
        return letters.isEmpty ? nil : letters
    }

    /// An accent that follows its letter as a character of its own: it is left out.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// By code point, up to the end of Latin Extended-B.
    private static let table: [ArraySlice<UInt8>] = {
        var table: [ArraySlice<UInt8>] = Array(repeating: [], count: 0x250)
        for group in groups {
            let letters = ArraySlice(group.capitals.utf8)
            for scalar in group.signs.unicodeScalars { table[Int(scalar.value)] = letters }
        }
        for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            table[Int(letter)] = [letter]
            table[Int(letter) + 0x20] = [letter]
        }
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(digit)] = [digit] }
        return table
    }()

    private static let groups: [(signs: String, capitals: String)] = [
        ("ÀÁÂÃÄÅĀĂĄàáâãäåāăą", "A"), ("ÇĆĈĊČçćĉċč", "C"), ("ĎĐÐďđð", "D"), ("ÈÉÊËĒĔĖĘĚèéêëēĕėęě", "E"),
        ("ĜĞĠĢĝğġģ", "G"),
        ("ĤĦĥħ", "H"), ("ÌÍÎÏĨĪĬĮİìíîïĩīĭįı", "I"), ("Ĵĵ", "J"), ("Ķķ", "K"), ("ĹĻĽĿŁĺļľŀł", "L"), ("ÑŃŅŇñńņň", "N"),
        ("ÒÓÔÕÖØŌŎŐòóôõöøōŏő", "O"), ("ŔŖŘŕŗř", "R"), ("ŚŜŞŠȘśŝşšș", "S"), ("ŢŤŦȚţťŧț", "T"),
        ("ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų", "U"),
        ("Ŵŵ", "W"), ("ÝŶŸýŷÿ", "Y"), ("ŹŻŽźżž", "Z"), ("Œœ", "OE"), ("Ææ", "AE"), ("ß", "SS"), ("Þþ", "TH"),
    ]
}
