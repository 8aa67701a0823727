import Correspondence

extension Layout {
    /// Where a paragraph stands: the left edge and the width of its lines, in points.
    struct Measure: Hashable {
        var x: Double
        var width: Double
    }

    /// What a break inside a word costs; TeX's `\hyphenpenalty` and `\exhyphenpenalty`.
    private static let hyphenPenalty = 50.0

    /// Sets text as items, one a line.
    func set(_ runs: [Letter.Run], look: Look, measure: Measure) {
        let firstToken = tokens.count
        append(runs, look: look)
        let firstLine = lines.count
        breakLines(tokens: firstToken..<tokens.count, look: look, measure: measure)
        appendItems(lines: firstLine..<lines.count, look: look)
    }

    /// Breaks tokens into ``lines``; each stretch between forced breaks is a paragraph of its own.
    func breakLines(tokens range: Range<Int>, look: Look, measure: Measure) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, tokens[end].word != Token.lineBreak { end += 1 }
            breakStretch(trimmed(start..<end), look: look, measure: measure, isCut: end < range.upperBound)
            start = end + 1
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, tokens[start].word < 0 { start += 1 }
        while end > start, tokens[end - 1].word < 0 { end -= 1 }
        return start..<end
    }

    private func breakStretch(_ range: Range<Int>, look: Look, measure: Measure, isCut: Bool) {
        if range.isEmpty {
            lines.append(
                SetLine(
                    firstToken: Int32(range.lowerBound), endToken: Int32(range.lowerBound), x: measure.x, width: 0,
                    extra: 0))
            return
        }
        let firstLine = lines.count
        if look.alignment == .justified {
            justify(range, measure: measure)
        } else {
            fill(range, measure: measure)
        }
        for index in firstLine..<lines.count { align(index, look: look, measure: measure) }
    }

    // MARK: Justified

    private func justify(_ range: Range<Int>, measure: Measure) {
        feed(range, withChances: false, width: measure.width)
        if !breaker.solve(width: measure.width, tolerance: 100) {
            feed(range, withChances: true, width: measure.width)
            if !breaker.solve(width: measure.width, tolerance: 250) {
                _ = breaker.solve(width: measure.width, tolerance: .infinity, emergencyStretch: measure.width * 0.05)
            }
        }
        takeLines(range, measure: measure)
    }

    /// Gives the breaker every place where a line may end.
    private func feed(_ range: Range<Int>, withChances: Bool, width: Double) {
        breaker.begin()
        var at = LineBreaker.Break(
            endWidth: 0, endStretch: 0, endShrink: 0, startWidth: 0, startStretch: 0, startShrink: 0, penalty: 0,
            isFlagged: false, token: Int32(range.lowerBound) - 1, offset: 0)
        breaker.breaks.append(at)
        var lastStyle: Int32 = -1
        var space = 0.0
        var stretch = 0.0
        var shrink = 0.0
        for index in range {
            let token = tokens[index]
            if token.word >= 0 {
                if withChances, type.mayBreak(token.word) {
                    feedChances(token.word, token: index, at: at, width: width)
                }
                at.startWidth += type.width(of: token.word)
                continue
            }
            if token.style != lastStyle {
                lastStyle = token.style
                let metrics = type.metrics[Int(token.style)]
                (space, stretch, shrink) = (metrics.space, metrics.stretch, metrics.shrink)
            }
            at.endWidth = at.startWidth
            at.endStretch = at.startStretch
            at.endShrink = at.startShrink
            at.startWidth += space
            at.startStretch += stretch
            at.startShrink += shrink
            if token.word == Token.glue {
                at.token = Int32(index)
                breaker.breaks.append(at)
            }
        }
        at.endWidth = at.startWidth
        at.endStretch = at.startStretch
        at.endShrink = at.startShrink
        at.token = Int32(range.upperBound)
        breaker.breaks.append(at)
    }

    private func feedChances(_ number: Int32, token: Int, at: LineBreaker.Break, width: Double) {
        let chances = type.chances(of: number, forced: type.word(number).width > width)
        guard !chances.isEmpty else { return }
        let hyphen = type.hyphenWidth(style: type.word(number).style)
        let table = type.table(of: number)
        for index in chances {
            let chance = table.chances[index]
            let before = at.startWidth + chance.widthBefore
            breaker.breaks.append(
                LineBreaker.Break(
                    endWidth: before + (chance.addsHyphen ? hyphen : 0),
                    endStretch: at.startStretch, endShrink: at.startShrink, startWidth: before,
                    startStretch: at.startStretch, startShrink: at.startShrink, penalty: Layout.hyphenPenalty,
                    isFlagged: true, token: Int32(token), offset: chance.addsHyphen ? chance.offset : -chance.offset))
        }
    }

    private func takeLines(_ range: Range<Int>, measure: Measure) {
        var start = breaker.breaks[0]
        for index in 0..<breaker.chosen.count {
            let number = Int(breaker.chosen[index])
            let end = breaker.breaks[number]
            var line = SetLine(
                firstToken: start.offset == 0 ? start.token + 1 : start.token,
                endToken: end.offset == 0 ? end.token : end.token + 1, x: measure.x,
                width: end.endWidth - start.startWidth, extra: 0)
            if start.offset != 0 || end.offset != 0 { cutWords(&line, start: start, end: end) }
            let isLast = number == breaker.breaks.count - 1
            if !isLast || line.width > measure.width { spread(&line, to: measure.width) }
            lines.append(line)
            start = end
        }
    }

    /// Puts the parts of broken words in the place of the words.
    private func cutWords(_ line: inout SetLine, start: LineBreaker.Break, end: LineBreaker.Break) {
        let from = Int(abs(start.offset))
        let to = Int(abs(end.offset))
        let first = tokens[Int(line.firstToken)].word
        let last = tokens[Int(line.endToken) - 1].word
        if start.offset != 0, end.offset != 0, line.endToken == line.firstToken + 1 {
            line.firstWord = fragment(of: first, from: from, to: to, hyphen: end.offset > 0)
        } else {
            if start.offset != 0 {
                line.firstWord = fragment(of: first, from: from, to: Int(type.word(first).textCount), hyphen: false)
            }
            if end.offset != 0 { line.lastWord = fragment(of: last, from: 0, to: to, hyphen: end.offset > 0) }
        }
        line.width = naturalWidth(line)
    }

    func word(at index: Int32, in line: SetLine) -> Int32 {
        if index == line.firstToken, line.firstWord >= 0 { return line.firstWord }
        if index == line.endToken - 1, line.lastWord >= 0 { return line.lastWord }
        return tokens[Int(index)].word
    }

    func naturalWidth(_ line: SetLine) -> Double {
        var width = 0.0
        for index in line.firstToken..<line.endToken {
            let word = word(at: index, in: line)
            width += word >= 0 ? type.width(of: word) : type.metrics[Int(tokens[Int(index)].style)].space
        }
        return width
    }

    /// Gives each space of a line its share of what the line lacks or has too much.
    private func spread(_ line: inout SetLine, to width: Double) {
        var spaces = 0
        var space = 0.0
        for index in line.firstToken..<line.endToken where tokens[Int(index)].word < 0 {
            spaces += 1
            space = type.metrics[Int(tokens[Int(index)].style)].space
        }
        guard spaces > 0 else { return }
        line.extra = max((width - line.width) / Double(spaces), -space / 4)
    }

    // MARK: Ragged

    /// Fills each line with what fits.
    private func fill(_ range: Range<Int>, measure: Measure) {
        var start = range.lowerBound
        while start < range.upperBound {
            var width = 0.0
            var end = start
            var lastGood = (end: start, width: 0.0)
            while end < range.upperBound {
                let token = tokens[end]
                if token.word == Token.glue { lastGood = (end, width) }
                width += token.word >= 0 ? type.word(token.word).width : type.metrics[Int(token.style)].space
                if width > measure.width + 0.01, lastGood.end > start { break }
                end += 1
            }
            if end == range.upperBound { lastGood = (end, width) }
            lines.append(
                SetLine(
                    firstToken: Int32(start), endToken: Int32(lastGood.end), x: measure.x, width: lastGood.width,
                    extra: 0))
            start = lastGood.end + 1
        }
    }

    // MARK: Every line

    private func align(_ index: Int, look: Look, measure: Measure) {
        if lines[index].width + lines[index].extra * spaces(in: lines[index]) > measure.width + 0.5 {
            setSmaller(index, to: measure.width)
        }
        switch look.alignment {
        case .justified, .left: break
        case .right: lines[index].x = measure.x + measure.width - lines[index].width
        case .center: lines[index].x = measure.x + (measure.width - lines[index].width) / 2
        }
    }

    private func spaces(in line: SetLine) -> Double {
        guard line.extra != 0 else { return 0 }
        return Double((line.firstToken..<line.endToken).count { tokens[Int($0)].word < 0 })
    }

    /// The least size of type, in points, that a line too long is set in.
    static let smallestSize = 5.0

    /// Sets a line anew in the largest size that fits, and notes it.
    func setSmaller(_ index: Int, to width: Double) {
        var line = lines[index]
        let natural = naturalWidth(line)
        guard natural > 0 else { return }
        let factor = width / natural
        let start = tokens.count
        for token in line.firstToken..<line.endToken {
            let old = tokens[Int(token)]
            var style = type.styles[Int(old.style)]
            style.size = max((style.size * factor * 4).rounded(.down) / 4, Layout.smallestSize)
            let number = type.number(of: style)
            let word = word(at: token, in: line)
            tokens.append(Token(word: word < 0 ? word : restyled(word, style: number), style: number))
        }
        line.firstToken = Int32(start)
        line.endToken = Int32(tokens.count)
        (line.firstWord, line.lastWord, line.extra) = (-1, -1, 0)
        line.width = naturalWidth(line)
        lines[index] = line
        warnings |= line.width > width + 0.5 ? 4 : 2
    }

    private func restyled(_ number: Int32, style: Int32) -> Int32 {
        let text = Array(type.table(of: number).text(of: type.word(number)))
        return text.withUnsafeBufferPointer { type.word($0, style: style, isLiteral: false) }
    }

    /// Makes each line an item, tied so that no page begins or ends with a lone line of a paragraph.
    func appendItems(lines range: Range<Int>, look: Look) {
        let height = look.lineHeight
        let last = range.upperBound - 1
        for index in range {
            let isFirst = index == range.lowerBound
            marks.append(
                Mark(kind: .line, index: Int32(index), x: 0, y: Layout.baseline(height: height, size: look.size)))
            var item = Item(height: height, before: 0, firstMark: Int32(marks.count - 1), markCount: 1)
            if isFirst {
                item.before = max(pendingAfter, look.before * height)
                item.isTied = tiesNext || look.staysWithPrevious
            } else {
                item.isTied = look.isWhole || index == range.lowerBound + 1 || index == last
            }
            items.append(item)
        }
        pendingAfter = look.after * height
        tiesNext = look.staysWithNext
    }

    /// Where the baseline lies below the top of a line: letters stand in its middle.
    static func baseline(height: Double, size: Double) -> Double {
        height / 2 + size * 0.32
    }
}

extension TypeCase {
    func hyphenWidth(style: Int32) -> Double {
        if metrics[Int(style)].hyphen < 0 {
            let hyphen: [UInt8] = [UInt8(ascii: "-")]
            metrics[Int(style)].hyphen =
                word(
                    hyphen.withUnsafeBufferPointer { word($0, style: style, isLiteral: true) }
                ).width
        }
        return metrics[Int(style)].hyphen
    }

    /// Of a word, in points.
    @inline(__always)
    func width(of number: Int32) -> Double {
        number < TypeCase.fieldBase
            ? literal.words.base[Int(number)].width : field.words.base[Int(number &- TypeCase.fieldBase)].width
    }

    /// Whether a word has places to break at, as far as is known.
    @inline(__always)
    func mayBreak(_ number: Int32) -> Bool {
        let words = number < TypeCase.fieldBase ? literal.words.base : field.words.base
        return words[Int(number < TypeCase.fieldBase ? number : number &- TypeCase.fieldBase)].chanceCount != 0
    }

    /// The places where a word may be broken, as indexes into its table's chances, looked for at the first call.
    ///
    /// - Parameter forced: The word is wider than any line: it may be cut between any two letters.
    func chances(of number: Int32, forced: Bool) -> Range<Int> {
        let table = table(of: number)
        let local = Int(number < TypeCase.fieldBase ? number : number - TypeCase.fieldBase)
        var word = table.words[local]
        if word.chanceCount < 0 {
            word.firstChance = Int32(table.chances.count)
            findChances(word, in: table, forced: forced)
            word.chanceCount = Int32(table.chances.count) - word.firstChance
            table.words[local] = word
        }
        return Int(word.firstChance)..<Int(word.firstChance + word.chanceCount)
    }

    private func findChances(_ word: Word, in table: WordTable, forced: Bool) {
        let text = table.text(of: word)
        guard text.count > 3 else { return }
        let language = languages[styles[Int(word.style)].language]
        var places = hyphenators.offsets(in: text, language: language).map { (offset: $0, adds: true) }
        // The hyphen of an address on the Internet is no place to break: it would seem to have been added.
        if !text.contains(UInt8(ascii: "@")), !text.contains(UInt8(ascii: "/")),
            !text.dropLast().contains(UInt8(ascii: "."))
        {
            for index in 2..<text.count - 1 where text[index - 1] == UInt8(ascii: "-") { places.append((index, false)) }
        }
        guard !places.isEmpty || forced else { return }
        shapeGlyphs(text, style: word.style)
        if forced { places += glyphs.dropFirst().map { (offset: $0.start, adds: false) } }
        let sorted = places.sorted { ($0.offset, $0.adds ? 1 : 0) < ($1.offset, $1.adds ? 1 : 0) }
        let size = styles[Int(word.style)].size
        var lastOffset = 0
        // Glyphs come in the order of the text, so their widths are summed once for all places.
        var glyph = 0
        var width = 0.0
        for place in sorted where place.offset > lastOffset {
            lastOffset = place.offset
            while glyph < glyphs.count, glyphs[glyph].start < place.offset {
                width += Double(glyphs[glyph].advance) * size / Double(faces[glyphs[glyph].face].unitsPerEm)
                glyph += 1
            }
            table.chances.append(
                BreakChance(offset: Int32(place.offset), addsHyphen: place.adds, widthBefore: width))
        }
    }
}
