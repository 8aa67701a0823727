import Correspondence

/// Sets letters: from blocks to items on pages.
///
/// Everything here is emptied and filled again for each letter, except frames and the tokens of literal runs, which are kept
/// for the whole file.
final class Layout {
    let type: TypeCase
    let options: PressOptions
    let pictures: PictureStore
    let breaker = LineBreaker()
    var tokenizer = Tokenizer()
    /// Set by the press: draws frames when they are frozen.
    var freeze: ((Layout, Range<Int>) -> (whole: [UInt8], parts: [[UInt8]]))?

    // The letter at hand.
    let tokens = Arena<Token>(capacity: 1024)
    let lines = Arena<SetLine>(capacity: 128)
    let marks = Arena<Mark>(capacity: 128)
    let items = Arena<Item>(capacity: 128)
    let placed = Arena<Placed>(capacity: 128)
    var pageCount = 0
    var language = 0
    var isFrench = false
    var form = FormMemory()
    /// Bit 0: a missing glyph; bit 1: a line set smaller; bit 2: a line too wide; bit 3: the address set smaller;
    /// bit 4: the header does not leave the window alone; bit 5: a line of the address has more than 38 characters;
    /// bit 6: another look stands in.
    var warnings: UInt8 = 0
    /// The style of plain text in the look that was asked for last. -1: not known.
    private var plainStyle: Int32 = -1
    private var styledLook: Look?
    private var styledLanguage = -1
    /// Where the tokens of the paragraph at hand begin.
    private var paragraphStart = 0
    /// The first of the words at the end that meet without a space and are to become one. -1: there are none.
    private var openWord = -1
    /// The space that the block before wants after it.
    var pendingAfter = 0.0
    var tiesNext = false

    // The file.
    let literalTokens = Arena<Token>(capacity: 1024)
    var frames: [Frame] = []
    let frozenItems = Arena<Item>(capacity: 64)
    private var forms: [Int: FormMemory] = [:]
    private var lastForm = -1

    init(book: FontBook, options: PressOptions) {
        type = TypeCase(book: book, hyphenationFolder: options.hyphenationFolder)
        pictures = PictureStore(folder: options.imageFolder)
        self.options = options
    }

    func begin(_ letter: Letter) {
        type.forgetFieldWords()
        tokens.cut(to: 0)
        lines.cut(to: 0)
        marks.cut(to: 0)
        items.cut(to: 0)
        placed.cut(to: 0)
        pageCount = 0
        warnings = 0
        type.noted = 0
        pendingAfter = 0
        tiesNext = false
        language = type.number(of: letter.language)
        isFrench = letter.language == .french
        if lastForm != letter.form.number {
            lastForm = letter.form.number
            form = forms[lastForm] ?? FormMemory()
            forms[lastForm] = form
        }
    }

    // MARK: Text to tokens

    func append(_ runs: [Letter.Run], look: Look) {
        paragraphStart = tokens.count
        if look != styledLook || language != styledLanguage {
            (styledLook, styledLanguage, plainStyle) = (look, language, -1)
        }
        openWord = -1
        for run in runs {
            append(run, style: style(of: run.style, look: look))
        }
        closeWord(before: tokens.count)
    }

    /// The number of a style, remembered for the look at hand.
    @inline(__always)
    private func style(of style: Letter.Style, look: Look) -> Int32 {
        if style.rawValue == 0, plainStyle >= 0 { return plainStyle }
        let number = type.number(of: look.style(style, language: language))
        if style.rawValue == 0 { plainStyle = number }
        return number
    }

    private func append(_ run: Letter.Run, style: Int32) {
        guard let key = run.key else {
            let start = tokens.count
            read(run.text, style: style, isLiteral: false, into: tokens)
            join(at: start)
            return
        }
        let range = literalRange(run, key: key, style: style)
        let start = tokens.count
        tokens.append(literalTokens.base + range.lowerBound, count: range.count)
        join(at: start)
    }

    private func literalRange(_ run: Letter.Run, key: Int, style: Int32) -> Range<Int> {
        if let known = form.runs[key], known.style == style { return known.tokens }
        let start = literalTokens.count
        // A mark that no run begins with keeps spaces of two runs apart.
        literalTokens.append(Token(word: Token.lineBreak, style: style))
        read(run.text, style: style, isLiteral: true, into: literalTokens)
        let range = start + 1..<literalTokens.count
        form.runs[key] = FormMemory.LiteralRun(style: style, tokens: range)
        return range
    }

    func read(_ text: String, style: Int32, isLiteral: Bool, into tokens: borrowing Arena<Token>) {
        var text = text
        text.withUTF8 { utf8 in
            tokenizer.read(utf8, style: style, isFrench: isFrench, isLiteral: isLiteral, type: type, into: tokens)
        }
    }

    /// Makes one word of those that meet without a space between runs of one style, and one space of two.
    private func join(at start: Int) {
        guard start > paragraphStart, start < tokens.count else { return }
        let before = tokens[start - 1]
        let after = tokens[start]
        if before.word >= 0, after.word >= 0, before.style == after.style {
            if openWord < 0 { openWord = start - 1 }
            // A run of one word may be met by the next: many are put together at once.
            if start + 1 < tokens.count { closeWord(before: start + 1) }
            return
        }
        // Where a word is open, the token before is that word, and no space of two runs meets.
        guard openWord < 0 else { return closeWord(before: start) }
        if before.word < 0, before.word != Token.lineBreak, after.word < 0, after.word != Token.lineBreak {
            remove(at: after.word == Token.tie ? start - 1 : start)
        } else if before.word == Token.glue, after.word >= 0, isFrench, beginsWithHighMark(after.word) {
            tokens[start - 1].word = Token.tie
        }
    }

    /// Makes one word of those from ``openWord`` to `end`.
    private func closeWord(before end: Int) {
        guard openWord >= 0 else { return }
        tokens[openWord].word = joined(openWord..<end)
        remove(openWord + 1..<end)
        openWord = -1
    }

    private func beginsWithHighMark(_ number: Int32) -> Bool {
        Tokenizer.isHighMark(type.table(of: number).text(of: type.word(number)), 0)
    }

    private func remove(at index: Int) { remove(index..<index + 1) }

    private func remove(_ range: Range<Int>) {
        for later in range.upperBound..<tokens.count { tokens[later - range.count] = tokens[later] }
        tokens.cut(to: tokens.count - range.count)
    }

    private let scratch = ByteArena(capacity: 256)

    private func joined(_ range: Range<Int>) -> Int32 {
        scratch.cut(to: 0)
        for index in range {
            let number = tokens[index].word
            let word = type.word(number)
            scratch.append(type.table(of: number).texts.base + Int(word.firstTextByte), count: Int(word.textCount))
        }
        return type.word(
            UnsafeBufferPointer(start: scratch.base, count: scratch.count), style: tokens[range.lowerBound].style,
            isLiteral: false)
    }

    /// Returns a part of a word as a word of its own.
    func fragment(of number: Int32, from: Int, to: Int, hyphen: Bool) -> Int32 {
        let word = type.word(number)
        scratch.cut(to: 0)
        scratch.append(type.table(of: number).texts.base + Int(word.firstTextByte) + from, count: to - from)
        if hyphen { scratch.append(UInt8(ascii: "-")) }
        return type.word(
            UnsafeBufferPointer(start: scratch.base, count: scratch.count), style: word.style, isLiteral: false)
    }
}
