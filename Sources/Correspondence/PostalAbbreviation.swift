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
        let words = capitals(street).split(separator: " ").map(String.init)
        let number = houseNumber(words)
        let name = words.dropFirst(number.count).joined(separator: " ")
        let prefix = number.joined(separator: " ")
        let room = PostalLabel.longestLine - (prefix.isEmpty ? 0 : prefix.count + 1)
        let short = shortened(name, longest: min(longestStreet, room))
        return Shortened(text: PostalLabel.joined([prefix, short]), isShortened: short != name)
    }

    /// A hamlet, a box: capitals, abbreviated where longer than `longest`.
    static func line(_ text: String, longest: Int) -> Shortened {
        let capitals = capitals(text)
        let short = shortened(capitals, longest: longest)
        return Shortened(text: short, isShortened: short != capitals)
    }

    static func townLine(postcode: String, town: String) -> Shortened {
        let code = capitals(postcode)
        let name = capitals(town)
        let room = PostalLabel.longestLine - (code.isEmpty ? 0 : code.count + 1)
        let short = shortenedTown(name, longest: room)
        return Shortened(text: PostalLabel.joined([code, short]), isShortened: short != name)
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
        var capitals = ""
        for scalar in text.uppercased().unicodeScalars {
            capitals += plain(scalar)
        }
        return capitals.split(separator: " ").joined(separator: " ")
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "A"..."Z", "0"..."9": return String(Character(scalar))
        case "Œ": return "OE"
        case "Æ": return "AE"
        case "Ø": return "O"
        case "Ł": return "L"
        case "Đ", "Ð": return "D"
        case "Þ": return "TH"
        default:
            if (0x300...0x36F).contains(scalar.value) { return "" }
            return baseLetter(of: scalar).map { String(Character($0)) } ?? " "
        }
    }

    /// The letter under an accent, for the capitals of Latin-1 and Latin Extended-A.
    private static func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let groups: [(String, Unicode.Scalar)] = [
            ("ÀÁÂÃÄÅĀĂĄ", "A"), ("ÇĆĈĊČ", "C"), ("ĎÐĐ", "D"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("ĜĞĠĢ", "G"), ("ĤĦ", "H"),
            ("ÌÍÎÏĨĪĬĮİ", "I"), ("Ĵ", "J"), ("Ķ", "K"), ("ĹĻĽĿ", "L"), ("ÑŃŅŇ", "N"), ("ÒÓÔÕÖŌŎŐ", "O"), ("ŔŖŘ", "R"),
            ("ŚŜŞŠȘ", "S"), ("ŢŤŦȚ", "T"), ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("Ŵ", "W"), ("ÝŶŸ", "Y"), ("ŹŻŽ", "Z"),
        ]
        return groups.first { $0.0.unicodeScalars.contains(scalar) }?.1
    }
}
