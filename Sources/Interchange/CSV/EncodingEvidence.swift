/// What the bytes of a file say about how it is encoded.
///
/// A byte order mark decides. Without one: zero bytes in every other place are UTF-16; one well-formed sequence of UTF-8 for
/// four broken ones is UTF-8 (text with one byte per character hardly ever makes one by chance), and so is a file of ASCII only;
/// what is left has one byte per character. There,
/// a byte from 0x80 to 0x9F that Windows-1252 defines means Windows-1252, since ISO-8859-15 has only control characters
/// there; œ, Œ and Ÿ at 0xBC to 0xBE beside a letter, or € at 0xA4 beside a figure, mean ISO-8859-15, since
/// Windows-1252 has ¼ ½ ¾ ¤ there.
struct EncodingEvidence {
    /// The file's first bytes, 4096 at most.
    private(set) var first: [UInt8] = []
    private var bytesSeen = 0
    private var wellFormed = 0
    private var broken = 0
    private var windowsPunctuation = 0
    private var latin9Signs = 0
    /// How many continuation bytes the current UTF-8 sequence still wants.
    private var wanted = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var previous: UInt8 = 0
    private var beforePrevious: UInt8 = 0

    /// Whether more bytes would not change the answer.
    var isSure: Bool {
        if first.count >= 3, markedEncoding != nil { return true }
        return wellFormed + broken >= 20_000 || bytesSeen >= 1 << 30
    }

    mutating func see(_ bytes: UnsafeBufferPointer<UInt8>) {
        if first.count < 4096 { first.append(contentsOf: bytes.prefix(4096 - first.count)) }
        bytesSeen += bytes.count
        var position = 0
        while position < bytes.count {
            if wanted == 0, previous < 0x80 { skipASCII(bytes, &position) }
            guard position < bytes.count else { break }
            note(bytes[position])
            position += 1
        }
    }

    /// Passes over eight ASCII bytes at a time.
    private mutating func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let start = position
        let raw = UnsafeRawPointer(bytes.baseAddress!)
        while position + 8 <= bytes.count,
            raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            position += 8
        }
        if position > start {
            previous = bytes[position - 1]
            beforePrevious = bytes[position - 2]
        }
    }

    private mutating func note(_ byte: UInt8) {
        noteUTF8(byte)
        noteSingleByte(byte)
        beforePrevious = previous
        previous = byte
    }

    /// Well-formed sequences by table 3-7 of the Unicode Standard.
    private mutating func noteUTF8(_ byte: UInt8) {
        if wanted > 0 {
            if allowed.contains(byte) {
                wanted -= 1
                allowed = 0x80...0xBF
                if wanted == 0 { wellFormed += 1 }
                return
            }
            broken += 1
            wanted = 0
            allowed = 0x80...0xBF
        }
        switch byte {
        case 0..<0x80: break
        case 0xC2...0xDF: wanted = 1
        case 0xE0: (wanted, allowed) = (2, 0xA0...0xBF)
        case 0xED: (wanted, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: wanted = 2
        case 0xF0: (wanted, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: wanted = 3
        case 0xF4: (wanted, allowed) = (3, 0x80...0x8F)
        default: broken += 1
        }
    }

    private mutating func noteSingleByte(_ byte: UInt8) {
        if (0x80...0x9F).contains(byte), ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { windowsPunctuation += 1 }
        if (0xBC...0xBE).contains(previous), isLetter(beforePrevious) || isLetter(byte) { latin9Signs += 1 }
        if previous == 0xA4, isDigit(beforePrevious) || beforePrevious == 0x20 { latin9Signs += 1 }
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF) || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension EncodingEvidence {
    /// The encoding that the bytes speak for, and whether a byte order mark said so.
    var verdict: (encoding: TextEncoding, marked: Bool) {
        if let markedEncoding { return (markedEncoding, true) }
        if let plainUTF16 { return (plainUTF16, false) }
        if broken <= 4 * wellFormed { return (.utf8, false) }
        if windowsPunctuation == 0, latin9Signs > 0 { return (.iso8859_15, false) }
        return (.windows1252, false)
    }

    private var markedEncoding: TextEncoding? {
        [.utf8, .utf16LittleEndian, .utf16BigEndian].first { first.starts(with: $0.byteOrderMark) }
    }

    /// UTF-16 without a mark: of the first units, most have a zero for one and the same half, and next to none for the other.
    private var plainUTF16: TextEncoding? {
        let units = first.count / 2
        guard units >= 2 else { return nil }
        let even = (0..<units).count { first[2 * $0] == 0 }
        let odd = (0..<units).count { first[2 * $0 + 1] == 0 }
        if odd * 10 >= units * 6, even * 20 <= units { return .utf16LittleEndian }
        if even * 10 >= units * 6, odd * 20 <= units { return .utf16BigEndian }
        return nil
    }
}
