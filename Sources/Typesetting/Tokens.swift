import Correspondence

/// A word in its place, or what stands between two words.
struct Token {
    /// The number of a word, or one of the marks below.
    var word: Int32
    var style: Int32

    /// A space that may stretch and where a line may end.
    static let glue: Int32 = -1
    /// The end of a line, come what may.
    static let lineBreak: Int32 = -2
    /// A space that may stretch and where no line ends.
    static let tie: Int32 = -3
}

/// Cuts text into words and spaces, with the spacing that French wants.
///
/// In French a narrow no-break space (U+202F) stands before `; : ! ? »` and after `«` in the place of a space that is written
/// there. None is added here: a name that holds such a mark is printed as it is written. `Merging` adds what a template lacks.
struct Tokenizer: ~Copyable {
    private let pending = ByteArena(capacity: 256)

    /// Appends the tokens of `text` to `tokens`.
    mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, style: Int32, isFrench: Bool, isLiteral: Bool, type: TypeCase,
        into tokens: borrowing Arena<Token>
    ) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if pending.count == 0, let end = Tokenizer.plainWordEnd(text, from: index, isFrench: isFrench) {
                let word = type.word(
                    UnsafeBufferPointer(rebasing: text[index..<end]), style: style, isLiteral: isLiteral)
                tokens.append(Token(word: word, style: style))
                index = end
                continue
            }
            if byte == 32 || byte == 9 || byte == 13 || Tokenizer.isTie(text, index) {
                let isTie = byte == 0xC2 || Tokenizer.isInsideNumber(text, index)
                index += byte == 0xC2 ? 2 : 1
                if isFrench, Tokenizer.isHighMark(text, index) {
                    appendNarrowSpace()
                } else {
                    flush(style: style, isLiteral: isLiteral, type: type, into: tokens)
                    Tokenizer.appendSpace(isTie ? Token.tie : Token.glue, style: style, to: tokens)
                }
            } else if byte == 10 {
                flush(style: style, isLiteral: isLiteral, type: type, into: tokens)
                tokens.append(Token(word: Token.lineBreak, style: style))
                index += 1
            } else {
                pending.append(byte)
                index += 1
                if isFrench { index = frenchSpaceAfter(text, index) }
            }
        }
        flush(style: style, isLiteral: isLiteral, type: type, into: tokens)
    }

    /// The end of a word that stands in the text as it will be set: up to a space, without anything that French spaces out.
    @inline(__always)
    private static func plainWordEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isFrench: Bool) -> Int? {
        var end = start
        while end < text.count {
            let byte = text[end]
            if byte <= 32 { break }
            // 0xC2 begins the no-break space and quotation marks.
            if byte == 0xC2 { return nil }
            end += 1
        }
        guard end > start else { return nil }
        // A mark behind a space belongs to this word.
        if isFrench, end + 1 < text.count, text[end] == 32, isHighMark(text, end + 1) { return nil }
        return end
    }

    /// Spaces that meet count once, and a space that ties wins.
    private static func appendSpace(_ space: Int32, style: Int32, to tokens: borrowing Arena<Token>) {
        if tokens.count > 0, tokens[tokens.count - 1].word == Token.glue || tokens[tokens.count - 1].word == Token.tie {
            if space == Token.tie { tokens[tokens.count - 1] = Token(word: space, style: style) }
            return
        }
        tokens.append(Token(word: space, style: style))
    }

    private mutating func flush(style: Int32, isLiteral: Bool, type: TypeCase, into tokens: borrowing Arena<Token>) {
        guard pending.count > 0 else { return }
        let word = type.word(
            UnsafeBufferPointer(start: pending.base, count: pending.count), style: style, isLiteral: isLiteral)
        tokens.append(Token(word: word, style: style))
        pending.cut(to: 0)
    }

    /// Whether the space at `index` stands inside a number: a telephone's or an amount's groups stay on one line.
    private static func isInsideNumber(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index > 0, index + 1 < text.count else { return false }
        return text[index - 1] >= 48 && text[index - 1] <= 57 && text[index + 1] >= 48 && text[index + 1] <= 57
    }

    // MARK: French

    @inline(__always)
    private static func isTie(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
    }

    /// Whether `; : ! ?` or `»` stands at `index`.
    static func isHighMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < text.count else { return false }
        switch text[index] {
        case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case 0xC2: return index + 1 < text.count && text[index + 1] == 0xBB
        default: return false
        }
    }

    private mutating func appendNarrowSpace() {
        pending.append("\u{202F}")
    }

    /// After `«`: passes over the spaces there and puts a narrow one in their place.
    private mutating func frenchSpaceAfter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        guard pending.count > 1, pending[pending.count - 1] == 0xAB, pending[pending.count - 2] == 0xC2 else {
            return index
        }
        let start = index
        var index = index
        while index < text.count {
            if text[index] == 32 {
                index += 1
            } else if Tokenizer.isTie(text, index) {
                index += 2
            } else if index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xAF {
                index += 3
            } else {
                break
            }
        }
        if index > start { appendNarrowSpace() }
        return index
    }
}
