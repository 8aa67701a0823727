extension Phonetics {
    /// A code for Dutch names: `ij` is `ei` is `y`, `ou` is `au`, `c` is `k`, `v` is `f`, `z` is `s`, `dt` is `t`.
    ///
    /// The first sound and up to five consonants. Dijkstra and Dykstra are both DKSTR, Visser and Fisser FSR. Our own rules,
    /// after the spelling variants listed by G. Bloothooft, "Corpus-based name standardization", 1998.
    static func dutch(_ name: [UInt8]) -> [UInt8] {
        var code: [UInt8] = []
        var place = 0
        while place < name.count, code.count < 6 {
            let (sound, length) = dutchSound(name, at: place)
            for letter in sound where code.last != letter {
                if code.isEmpty || !isVowel(letter) { code.append(letter) }
            }
            place += length
        }
        return Array(code.prefix(6))
    }

    private static func dutchSound(_ name: [UInt8], at place: Int) -> ([UInt8], Int) {
        let rest = name[place...].prefix(3)
        for (spelling, sound) in dutchSpellings where rest.starts(with: spelling) { return (sound, spelling.count) }
        return ([name[place]], 1)
    }

    private static let dutchSpellings: [([UInt8], [UInt8])] = [
        ("sch", "s"), ("ij", "i"), ("ei", "i"), ("ey", "i"), ("ay", "i"), ("ai", "i"), ("ou", "u"), ("au", "u"),
        ("oe", "u"),
        ("aa", "a"), ("ae", "a"), ("ee", "e"), ("oo", "o"), ("uu", "u"), ("ph", "f"), ("th", "t"), ("dt", "t"),
        ("ck", "k"),
        ("ch", "g"), ("gh", "g"), ("cs", "ks"), ("ce", "se"), ("ci", "si"), ("qu", "kw"), ("x", "ks"), ("y", "i"),
        ("c", "k"), ("q", "k"), ("v", "f"), ("z", "s"), ("h", ""), ("d", "t"), ("b", "p"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
