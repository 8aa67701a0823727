/// The distinct names of a list, of persons' family and given names alike, with everything a comparison asks of them.
///
/// Number 0 is the missing name.
struct NameForms: Sendable {
    /// The names in comparison form: words parted by single spaces, particles before them (`akker, van den` is `van den akker`).
    var pool = Pool()
    /// The letters alone, umlauts written short: `leguen`, `bohm`.
    var letters: [UInt8] = []
    var letterEnds: [UInt32] = [0]
    /// Equal where only spaces, hyphens or umlaut spellings differ.
    var joined: [UInt32] = [0]
    /// Equal where also particles differ.
    var core: [UInt32] = [0]
    /// Equal where both are usual forms of one given name; otherwise of the first word.
    var nickname: [UInt32] = [0]
    /// Whether the name is one letter, or letters only ("J.-P.").
    var isInitial: [Bool] = [false]
    var words: [UInt8] = [0]
    /// How many records bear it as a family name, and as a given name.
    var familyCounts: [UInt32] = [0]
    var givenCounts: [UInt32] = [0]
    var familyTotal = 0
    var givenTotal = 0
    /// The sex that titles and sex columns give to a given name: 0 unknown, 1 male, 2 female.
    var sex: [UInt8] = [0]
    /// For each language in use, a hash of the name's code, by its first word for given names.
    var codes: [[UInt32]] = Array(repeating: [0], count: Phonetics.allCases.count)

    private static let particles: Set<[UInt8]> = Set(
        [
            "de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "vom", "der", "den", "het", "ter", "ten",
            "te", "zu", "zum",
            "di", "da", "del", "della", "dos", "do", "el", "al", "af", "av", "op", "t", "y", "in",
        ].map { Array($0.utf8) })

    /// Returns the number of a name written as `text`.
    mutating func number(of text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) -> UInt32 {
        scratch.removeAll(keepingCapacity: true)
        if let comma = text.firstIndex(of: byte(",")) {
            Folding.append(UnsafeBufferPointer(rebasing: text[(comma + 1)...]), to: &scratch)
            if !scratch.isEmpty { scratch.append(Folding.space) }
            Folding.append(UnsafeBufferPointer(rebasing: text[..<comma]), to: &scratch)
            if scratch.last == Folding.space { scratch.removeLast() }
        } else {
            Folding.append(text, to: &scratch)
        }
        let number = pool.number(of: scratch)
        if Int(number) == joined.count { describe(scratch) }
        return number
    }

    private mutating func describe(_ name: [UInt8]) {
        let tokens = name.split(separator: Folding.space).map(Array.init)
        let own = tokens.filter { !Self.particles.contains($0) }
        let spelled = Self.withoutUmlauts(tokens.flatMap { $0 })
        letters.append(contentsOf: spelled)
        letterEnds.append(UInt32(letters.count))
        joined.append(Self.hash(spelled))
        core.append(own.isEmpty ? Self.hash(spelled) : Self.hash(Self.withoutUmlauts(own.flatMap { $0 })))
        let first = own.first ?? tokens.first ?? []
        let whole = Nicknames.number(of: tokens.flatMap { $0 })
        nickname.append(whole ?? Nicknames.number(of: first) ?? Self.hash(Self.withoutUmlauts(first)) | 1 << 31)
        isInitial.append(!tokens.isEmpty && tokens.allSatisfy { $0.count == 1 })
        words.append(UInt8(min(own.count, 255)))
        familyCounts.append(0)
        givenCounts.append(0)
        sex.append(0)
    }

    /// Writes `ae`, `oe`, `ue` as the letter alone.
    static func withoutUmlauts(_ name: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for letter in name {
            if letter == byte("e"), let last = out.last, last == byte("a") || last == byte("o") || last == byte("u") {
                continue
            }
            out.append(letter)
        }
        return out
    }

    static func hash(_ text: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: text.withUnsafeBufferPointer { Hashing.hash($0) }) | 1
    }

    func letterRange(_ number: Int) -> Range<Int> {
        number == 0 ? 0..<0 : Int(letterEnds[number - 1])..<Int(letterEnds[number])
    }

    /// Returns for every name a hash of its code in `language`.
    func codes(in language: Phonetics) -> [UInt32] {
        var hashes: [UInt32] = [0]
        hashes.reserveCapacity(joined.count)
        letters.withUnsafeBufferPointer { letters in
            for number in joined.indices.dropFirst() {
                let code = language.code(of: UnsafeBufferPointer(rebasing: letters[letterRange(number)]))
                hashes.append(code.isEmpty ? joined[number] : Self.hash(code))
            }
        }
        return hashes
    }
}
