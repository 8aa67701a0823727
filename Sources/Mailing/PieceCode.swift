/// The code on a letter, by which it is reprinted or booked as returned: `AA7-173T`.
///
/// Three signs or more for the run, a dash, the letter's number in the pile, and a check letter that no single wrong sign and no
/// swap of neighbours leaves as it was.
package struct PieceCode: Hashable, Sendable {
    /// The run's number in the client file's journal, from 1.
    package var run: Int
    /// The letter's number in the pile, from 1.
    package var number: Int

    package init(run: Int, number: Int) {
        self.run = run
        self.number = number
    }

    package var text: String {
        let signs = Self.signs(of: run)
        return "\(signs)-\(number)\(Self.checkLetter(signs: signs, number: number))"
    }
}

extension PieceCode {
    /// Reads a code as a person types it: in small letters, with spaces; the dash may be missing where the run has three signs.
    ///
    /// - Returns: Nil if it is no code, or if the check letter shows a typing error.
    package init?(typed: String) {
        let typed = typed.uppercased().filter { $0 != " " }
        var parts = typed.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 1 { parts = [typed.prefix(Self.runLength), typed.dropFirst(Self.runLength)] }
        guard parts.count == 2, let run = Self.run(of: parts[0]), parts[1].first != "0",
            let number = Int(parts[1].dropLast()), number >= 1
        else { return nil }
        self.init(run: run, number: number)
        guard text == "\(parts[0])-\(parts[1])" else { return nil }
    }

    private static let runLength = 3
    /// 23 signs, a prime number of them, none of which is taken for another. A digit's place is its value, as in the number.
    private static let alphabet = Array("AC23456789DEFGHJKMNPRTX".utf8)
    private static let checkLetters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// The run's number in base 23, at least three signs.
    private static func signs(of run: Int) -> String {
        var rest = run
        var signs: [UInt8] = []
        while rest > 0 || signs.count < runLength {
            signs.append(alphabet[rest % alphabet.count])
            rest /= alphabet.count
        }
        return String(decoding: signs.reversed(), as: UTF8.self)
    }

    private static func run(of signs: some StringProtocol) -> Int? {
        guard signs.utf8.count >= runLength else { return nil }
        var run = 0
        for sign in signs.utf8 {
            guard let value = alphabet.firstIndex(of: sign) else { return nil }
            run = run * alphabet.count + value
        }
        return run
    }

    /// The sum of the signs, each weighted by its place, modulo 23.
    private static func checkLetter(signs: String, number: Int) -> String {
        var sum = 0
        var place = 1
        for sign in signs.utf8 {
            sum += place * (alphabet.firstIndex(of: sign) ?? 0)
            place += 1
        }
        for digit in String(number).utf8 {
            sum += place * Int(digit - UInt8(ascii: "0"))
            place += 1
        }
        return String(decoding: [checkLetters[sum % checkLetters.count]], as: UTF8.self)
    }
}
