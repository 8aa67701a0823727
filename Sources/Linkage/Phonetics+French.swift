extension Phonetics {
    /// Soundex2: four letters, made for French surnames.
    ///
    /// MARTIN is MRTN, ROUSSEAU is RS, GAUTHIER is KTR. Source: F. Brouard, "L'art des Soundex", as in Talisman's `soundex2`.
    static func soundex2(_ name: [UInt8]) -> [UInt8] {
        var letters = hardened(name)
        for place in letters.indices.dropFirst() where isVowel(letters[place]) { letters[place] = byte("a") }
        letters = withFrenchBeginning(letters)
        letters = silenced(letters)
        if letters.count > 1, let last = letters.last, [byte("a"), byte("t"), byte("d"), byte("s")].contains(last) {
            letters.removeLast()
        }
        var code: [UInt8] = []
        for (place, letter) in letters.enumerated() where place == 0 || letter != byte("a") {
            if code.last != letter { code.append(letter) }
        }
        return Array(code.prefix(4))
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case byte("a"), byte("e"), byte("i"), byte("o"), byte("u"): true
        default: false
        }
    }

    /// `gui`, `ga`, `co`, `q`, `cc`, `ck`… are written with k.
    private static func hardened(_ name: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var place = 0
        while place < name.count {
            let letter = name[place]
            let next = place + 1 < name.count ? name[place + 1] : 0
            let after = place + 2 < name.count ? name[place + 2] : 0
            switch (letter, next) {
            case (byte("g"), byte("u")):
                out.append(byte("k"))
                place += after == byte("i") || after == byte("e") ? 2 : 2
            case (byte("g"), byte("a")), (byte("g"), byte("o")), (byte("c"), byte("a")), (byte("c"), byte("o")),
                (byte("c"), byte("u")), (byte("q"), _):
                out.append(byte("k"))
                place += 1
            case (byte("c"), byte("c")), (byte("c"), byte("k")):
                out.append(byte("k"))
                place += 2
            default:
                out.append(letter)
                place += 1
            }
        }
        return out
    }

    private static func withFrenchBeginning(_ letters: [UInt8]) -> [UInt8] {
        for (from, to) in [("mac", "mcc"), ("sch", "sss"), ("asa", "aza"), ("kn", "nn"), ("pf", "ff"), ("ph", "ff")]
        where letters.starts(with: from.utf8) {
            return Array(to.utf8) + letters.dropFirst(from.utf8.count)
        }
        return letters
    }

    /// Without h except after c and s, and without y except after a.
    private static func silenced(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for letter in letters {
            let last = out.last ?? 0
            if letter == byte("h"), last != 0, last != byte("c"), last != byte("s") { continue }
            if letter == byte("y"), last != 0, last != byte("a") { continue }
            out.append(letter)
        }
        return out
    }
}
