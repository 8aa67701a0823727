extension TypeCase {
    /// The two halves of a neighbourhood's key: face and language with the letter before, then the letter and the next.
    @inline(__always)
    private func key(style: Int, _ before: UInt32, _ letter: UInt32, _ after: UInt32) -> (UInt64, UInt64) {
        let setting = UInt64(chains[style][0]) << 8 | UInt64(styles[style].language)
        return (setting << 32 | UInt64(before), UInt64(letter) << 32 | UInt64(after))
    }

    /// Remembers how the glyph at `index` was set between its neighbours.
    func learn(_ index: Int, of text: UnsafeBufferPointer<UInt8>, style: Int, advance: Int32, code: CodePages.Code) {
        let before = index > 0 ? TypeCase.scalar(text, at: glyphs[index - 1].start) : 0
        let after = index + 1 < glyphs.count ? TypeCase.scalar(text, at: glyphs[index + 1].start) : 0
        let (first, second) = key(style: style, before, TypeCase.scalar(text, at: glyphs[index].start), after)
        trigrams.learn(
            first, second, .init(page: Int32(code.page), advance: advance, byte: code.byte, isUsable: true))
    }

    @inline(__always)
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32 {
        let first = UInt32(text[place])
        if first < 0x80 { return first }
        if first < 0xE0 { return (first & 0x1F) << 6 | UInt32(text[place + 1] & 0x3F) }
        if first < 0xF0 {
            return (first & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
        }
        return (first & 0x07) << 18 | UInt32(text[place + 1] & 0x3F) << 12 | UInt32(text[place + 2] & 0x3F) << 6
            | UInt32(text[place + 3] & 0x3F)
    }

    /// Sets a word from neighbourhoods that are known already; nil where one is not.
    func compose(_ text: UnsafeBufferPointer<UInt8>, style: Int32, into table: WordTable) -> Word? {
        let firstSegment = table.segments.count
        let firstByte = table.bytes.count
        let style = Int(style)
        let face = chains[style][0]
        let size = metrics[style].size
        let setting = (UInt64(face) << 8 | UInt64(metrics[style].language)) << 32
        var units = 0
        var place = 0
        var before: UInt32 = 0
        var letter = TypeCase.scalar(text, at: 0)
        var page: Int32 = -1
        while place < text.count {
            let next = place + TrigramTable.width(of: text[place])
            let after = next < text.count ? TypeCase.scalar(text, at: next) : 0
            guard let outcome = trigrams.outcome(setting | UInt64(before), UInt64(letter) << 32 | UInt64(after)) else {
                table.segments.cut(to: firstSegment)
                table.bytes.cut(to: firstByte)
                return nil
            }
            if outcome.page != page {
                page = outcome.page
                table.segments.append(
                    Segment(
                        fount: ownFount(style: style, page: Int(page)), firstByte: Int32(table.bytes.count),
                        count: 0, rise: 0, shift: 0))
            }
            table.segments[table.segments.count - 1].count += 1
            table.bytes.append(outcome.byte)
            units += Int(outcome.advance)
            (before, letter, place) = (letter, after, next)
        }
        return Word(
            width: Double(units) * (size / Double(faces[face].unitsPerEm)), firstSegment: Int32(firstSegment),
            segmentCount: Int32(table.segments.count - firstSegment), firstTextByte: 0, textCount: 0,
            style: Int32(style),
            firstChance: 0, chanceCount: -1, flags: 0)
    }
}
