/// Which byte stands for which glyph in the strings of a file.
///
/// A face has one or more pages of at most 220 codes. A glyph that kerning narrows or widens gets a code of its own, whose
/// width the font's `Metrics` say: so a whole line, kerning included, is one string that one `widthshow` sets, which is
/// both the shortest and, for an interpreter, the fastest way to write it. Bytes that mean something inside a PostScript
/// string or to a DSC reader (controls, `(`, `)`, `\`, DEL) are never given to a glyph, so no text needs escaping.
struct CodePages {
    /// What one code prints.
    struct Entry: Hashable {
        var glyph: UInt32
        /// In the face's units, kerning included.
        var advance: Int32
        /// What the glyph reads back as.
        var text: [UInt8]
    }

    /// A code on a page.
    struct Code {
        var page: Int
        var byte: UInt8
    }

    private(set) var pages: [[Entry?]] = []
    private var codes: [Entry: Code] = [:]
    private let space: Entry

    /// - Parameter space: Stands at 32 on every page, so that a line may stretch on each of them.
    init(space: Entry) {
        self.space = space
    }

    /// Returns the code of `entry`, given now where it has none yet.
    ///
    /// - Parameter natural: Whether the advance is the glyph's own, so that its Latin-1 code suits it best.
    mutating func code(for entry: Entry, natural: Bool) -> Code {
        if entry == space {
            if pages.isEmpty { addPage() }
            return Code(page: 0, byte: 32)
        }
        if let known = codes[entry] { return known }
        let code = freeCode(for: natural ? CodePages.latin1(entry.text) : nil)
        pages[code.page][Int(code.byte)] = entry
        codes[entry] = code
        return code
    }

    private mutating func freeCode(for wanted: UInt8?) -> Code {
        if pages.isEmpty { addPage() }
        if let wanted, CodePages.isUsable[Int(wanted)], pages[0][Int(wanted)] == nil {
            return Code(page: 0, byte: wanted)
        }
        for byte in CodePages.order where pages[pages.count - 1][Int(byte)] == nil {
            return Code(page: pages.count - 1, byte: byte)
        }
        addPage()
        return freeCode(for: nil)
    }

    private mutating func addPage() {
        var page = [Entry?](repeating: nil, count: 256)
        page[32] = space
        pages.append(page)
    }

    private static func latin1(_ text: [UInt8]) -> UInt8? {
        switch text.count {
        case 1: text[0]
        case 2 where text[0] == 0xC2: text[1]
        case 2 where text[0] == 0xC3: text[1] &+ 0x40
        default: nil
        }
    }

    private static let isUsable: [Bool] = (0..<256).map { byte in
        byte > 32 && byte < 127 && !"()\\%".utf8.contains(UInt8(byte)) || byte >= 128
    }

    /// The order in which codes are given away: those that Latin-1 has no common letter for first.
    private static let order: [UInt8] = {
        let signs = Array(UInt8(0x80)...0x9F) + Array(UInt8(0xA1)...0xBF)
        let letters = Array(UInt8(0xC0)...0xFF)
        let ascii = Array(UInt8(33)...126)
        return (signs + letters + ascii).filter { isUsable[Int($0)] }
    }()
}
