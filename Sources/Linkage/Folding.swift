/// Text reduced to what is compared: lower case, Latin letters without accents, digits, single spaces.
///
/// Greek and Cyrillic are transliterated letter by letter; other scripts keep their own bytes.
/// Apostrophes join (`d'Arc` is `darc`), every other sign parts (`Jean-Paul` is `jean paul`).
enum Folding {
    /// Appends the comparison form of `text` to `out`.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        let start = out.count
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                appendASCII(byte, to: &out, from: start)
                place += 1
                continue
            }
            let (scalar, length) = decode(text, at: place)
            appendWide(scalar, raw: text, place..<min(place + length, text.count), to: &out, from: start)
            place += length
        }
        if out.count > start, out.last == space { out.removeLast() }
    }

    static func folded(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { append($0, to: &out) }
        return out
    }

    private static func appendASCII(_ byte: UInt8, to out: inout [UInt8], from start: Int) {
        let folded = asciiTable[Int(byte)]
        if folded == 0 { return }
        if folded == space, out.count == start || out.last == space { return }
        out.append(folded)
    }

    private static func appendWide(
        _ scalar: UInt32, raw: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to out: inout [UInt8], from start: Int
    ) {
        switch scalar {
        case 0x300...0x36F, 0x2019, 0x2018, 0xB4, 0xAD: return
        case 0xA0...0xBF, 0x2000...0x206F, 0xFFFD:
            appendASCII(space, to: &out, from: start)
        default:
            if let letters = table[scalar] {
                out.append(contentsOf: letters)
            } else {
                out.append(contentsOf: raw[range])
            }
        }
    }

    private static func decode(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, Int) {
        let byte = UInt32(text[place])
        func next(_ offset: Int) -> UInt32 {
            place + offset < text.count ? UInt32(text[place + offset]) & 0x3F : 0
        }
        if byte < 0xE0 { return ((byte & 0x1F) << 6 | next(1), 2) }
        if byte < 0xF0 { return ((byte & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }

    static let space = UInt8(ascii: " ")

    private static let asciiTable: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): 0
        default: space
        }
    }

    private static let table: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for (plain, letters) in alphabets {
            for scalar in letters.unicodeScalars { table[scalar.value] = Array(plain.utf8) }
        }
        for (from, to) in [(greek, greekLatin), (cyrillic, cyrillicLatin)] {
            for (scalar, latin) in zip(from.unicodeScalars, to.split(separator: " ")) {
                let letters = latin == "-" ? [] : Array(latin.utf8)
                table[scalar.value] = letters
                if let capital = scalar.properties.uppercaseMapping.unicodeScalars.first {
                    table[capital.value] = letters
                }
            }
        }
        return table
    }()

    private static let alphabets: [(String, String)] = [
        ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"), ("ae", "ÆæǼǽ"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ÐðĎďĐđ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệ"), ("g", "ĜĝĞğĠġĢģǤǥǦǧ"), ("h", "ĤĥĦħ"),
        ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıỈỉỊị"), ("ij", "Ĳĳ"), ("j", "Ĵĵ"), ("k", "Ķķĸ"), ("l", "ĹĺĻļĽľĿŀŁł"),
        ("n", "ÑñŃńŅņŇňŉŊŋ"),
        ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"), ("oe", "Œœ"), ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠšȘș"),
        ("ss", "ßẞ"), ("t", "ŢţŤťŦŧȚț"), ("th", "Þþ"), ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưỤụỦủỨứỪừỬửỮữỰự"), ("w", "Ŵŵ"),
        ("y", "ÝýÿŶŷŸỲỳỴỵỶỷỸỹ"), ("z", "ŹźŻżŽž"),
    ]
    private static let greek = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ"
    private static let greekLatin = "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y"
    private static let cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"
    private static let cyrillicLatin =
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia e i i e g"
}
