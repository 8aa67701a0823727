/// Shortens the lines of French addresses as NF Z 10-011 allows, only where they are too long.
enum PostalAbbreviation {
    /// The longest name of a street before it is abbreviated, in characters. Source: NF Z 10-011.
    static let longestStreet = 32

    struct Shortened: Hashable {
        var text: String
        var isShortened: Bool
    }

    /// "8 bis, rue des Trois-Maures" becomes "8 BIS RUE DES TROIS MAURES".
    ///
    /// The name of the street is abbreviated when it is longer than ``longestStreet``, or when the line is too long with its
    /// number.
    static func streetLine(_ street: String) -> Shortened {
        let line = capitals(street)
        guard line.count > longestStreet else { return Shortened(text: line, isShortened: false) }
        let words = line.split(separator: " ").map(String.init)
        let number = houseNumber(words)
        let name = words.dropFirst(number.count).joined(separator: " ")
        let prefix = number.joined(separator: " ")
        let room = PostalLabel.longestLine - (prefix.isEmpty ? 0 : prefix.count + 1)
        let short = shortened(name, longest: min(longestStreet, room))
        return Shortened(text: PostalLabel.joined(prefix, short), isShortened: short != name)
    }

    /// A hamlet, a box: capitals, abbreviated where longer than `longest`.
    static func line(_ text: String, longest: Int) -> Shortened {
        let capitals = capitals(text)
        let short = shortened(capitals, longest: longest)
        return Shortened(text: short, isShortened: short != capitals)
    }

    static func townLine(postcode: String, town: String) -> Shortened {
        // "35 400" is written together.
        let isSpaced =
            postcode.utf8.contains(0x20) && postcode.utf8.allSatisfy { $0 == 0x20 || (0x30...0x39).contains($0) }
        let code = isSpaced ? postcode.filter { $0 != " " } : capitals(postcode)
        let name = capitals(town)
        let room = PostalLabel.longestLine - (code.isEmpty ? 0 : code.count + 1)
        let short = shortenedTown(name, longest: room)
        return Shortened(text: PostalLabel.joined(code, short), isShortened: short != name)
    }

    /// The words before the street's name: "8", "8 BIS", "12 A", "3 5".
    private static func houseNumber(_ words: [String]) -> [String] {
        var number: [String] = []
        for word in words.dropLast() {
            let isNumber = word.first?.isNumber == true && word.dropFirst().filter { !$0.isNumber }.count <= 1
            let isAddition =
                !number.isEmpty && (["BIS", "TER", "QUATER"].contains(word) || word.count == 1 && word != "A")
            guard isNumber && number.allSatisfy({ $0.first?.isNumber == true }) || isAddition else { break }
            number.append(word)
        }
        return number
    }

    /// Capitals without accents: letters, digits and single spaces only. Other signs become spaces.
    static func capitals(_ text: String) -> String {
        var capitals: [UInt8] = []
        capitals.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if CapitalForms.append(scalar, to: &capitals) { continue }
            if capitals.last != UInt8(ascii: " "), !capitals.isEmpty, !CapitalForms.isMark(scalar) {
                capitals.append(UInt8(ascii: " "))
            }
        }
        if capitals.last == UInt8(ascii: " ") { capitals.removeLast() }
        return String(decoding: capitals, as: UTF8.self)
    }
}
