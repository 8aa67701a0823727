/// Walks over the bytes of a page. Every step moves on, and none moves past the end.
struct ByteScanner {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }
    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func sees(_ word: StaticString, ignoringCase: Bool = false) -> Bool {
        guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { letters in
            for (index, letter) in letters.enumerated() {
                let byte = bytes[offset + index]
                let isSame = byte == letter || ignoringCase && Self.isLetter(letter) && byte == letter ^ 0x20
                if !isSame { return false }
            }
            return true
        }
    }

    mutating func advance() {
        if offset < bytes.count { offset += 1 }
    }

    /// Moves over `word` where it stands here.
    mutating func skip(_ word: StaticString) {
        if sees(word) { offset += word.utf8CodeUnitCount }
    }

    mutating func skipPast(_ end: StaticString) {
        _ = takePast(end)
    }

    /// Returns the range up to and with `end`, or up to the end of the bytes where `end` does not come.
    mutating func takePast(_ end: StaticString) -> Range<Int> {
        let start = offset
        while offset < bytes.count, !sees(end) { offset += 1 }
        skip(end)
        return start..<offset
    }

    mutating func takeSpace() -> Range<Int> {
        take { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    mutating func takeName() -> Range<Int> {
        take(while: Self.isNameByte)
    }

    /// Returns `<name`.
    mutating func takeTagName() -> Range<Int> {
        let start = offset
        advance()
        _ = takeName()
        return start..<offset
    }

    /// Returns `&name;`, or what there is of it.
    mutating func takeReference() -> Range<Int> {
        let start = offset
        advance()
        if current == UInt8(ascii: "#") { advance() }
        _ = takeName()
        if current == UInt8(ascii: ";") { advance() }
        return start..<offset
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private mutating func take(while belongs: (UInt8) -> Bool) -> Range<Int> {
        let start = offset
        while offset < bytes.count, belongs(bytes[offset]) { offset += 1 }
        return start..<offset
    }
}
