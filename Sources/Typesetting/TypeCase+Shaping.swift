import CHarfBuzz

extension TypeCase {
    /// One glyph of a word, in units of its face.
    struct ShapedGlyph {
        var face: Int
        var glyph: UInt32
        var advance: Int32
        var shift: Int32
        var rise: Int32
        /// The bytes of the word that it stands for.
        var start: Int
        var end: Int
    }

    func shape(_ text: UnsafeBufferPointer<UInt8>, style: Int32, into table: WordTable) -> Word {
        let isWhole = shapeGlyphs(text, style: style)
        let first = Int32(table.segments.count)
        let size = styles[Int(style)].size
        var width = 0.0
        let learns = isWhole && trigrams.canLearn(glyphs, of: text)
        for (index, glyph) in glyphs.enumerated() {
            let unit = size / Double(faces[glyph.face].unitsPerEm)
            let (advance, code) = append(glyph, of: text, size: size, unit: unit, first: first, to: table)
            width += Double(advance) * unit
            if learns { learn(index, of: text, style: Int(style), advance: advance, code: code) }
        }
        return Word(
            width: width, firstSegment: first, segmentCount: Int32(table.segments.count) - first, firstTextByte: 0,
            textCount: 0, style: style, firstChance: 0, chanceCount: -1, flags: isWhole ? 0 : 1)
    }

    /// Appends a glyph's code to the last segment, or to a new one where fount or place differ; returns its advance.
    private func append(
        _ glyph: ShapedGlyph, of text: UnsafeBufferPointer<UInt8>, size: Double, unit: Double, first: Int32,
        to table: WordTable
    ) -> (advance: Int32, code: CodePages.Code) {
        let face = faces[glyph.face]
        let own = Int32(face.advance(of: glyph.glyph))
        let advance = TypeCase.stepped(glyph.advance, own: own, unitsPerEm: face.unitsPerEm)
        let entry = CodePages.Entry(
            glyph: glyph.glyph, advance: advance, text: Array(text[glyph.start..<glyph.end]))
        let code = codes[glyph.face].code(for: entry, natural: advance == own)
        let fount = fount(Fount(face: glyph.face, page: code.page, size: size))
        let shift = Float(Double(glyph.shift) * unit)
        let rise = Float(Double(glyph.rise) * unit)
        let last = table.segments.count - 1
        if last >= Int(first), shift == 0, rise == 0, table.segments[last].fount == fount,
            table.segments[last].shift == 0, table.segments[last].rise == 0
        {
            table.segments[last].count += 1
        } else {
            table.segments.append(
                Segment(fount: fount, firstByte: Int32(table.bytes.count), count: 1, rise: rise, shift: shift))
        }
        table.bytes.append(code.byte)
        return (advance, code)
    }

    /// Rounds kerning to steps of 1/256 em, 0.04 points in body text: too little to see, and a pair more often shares a code.
    private static func stepped(_ advance: Int32, own: Int32, unitsPerEm: Int) -> Int32 {
        let step = Double(unitsPerEm) / 256
        let kern = Double(advance - own)
        return own + Int32(((kern / step).rounded() * step).rounded())
    }

    /// Fills ``glyphs``; returns whether every character has a glyph in some font.
    @discardableResult
    func shapeGlyphs(_ text: UnsafeBufferPointer<UInt8>, style: Int32) -> Bool {
        glyphs.removeAll(keepingCapacity: true)
        return shape(text, from: 0, to: text.count, style: Int(style), rank: 0)
    }

    private func shape(_ text: UnsafeBufferPointer<UInt8>, from: Int, to: Int, style: Int, rank: Int) -> Bool {
        guard let face = chainedFace(style: style, rank: rank) else {
            if rank < book.ranks { return shape(text, from: from, to: to, style: style, rank: rank + 1) }
            let missing = run(text, from: from, to: to, style: style, face: chains[style][0])
            glyphs += missing
            return false
        }
        let found = run(text, from: from, to: to, style: style, face: face)
        guard found.contains(where: { $0.glyph == 0 }) else {
            glyphs += found
            return true
        }
        return shape(text, split: found, style: style, rank: rank)
    }

    /// Keeps what the face has and asks the next face for each stretch that it lacks.
    private func shape(
        _ text: UnsafeBufferPointer<UInt8>, split found: [ShapedGlyph], style: Int, rank: Int
    ) -> Bool {
        var isWhole = true
        var index = 0
        while index < found.count {
            if found[index].glyph != 0 {
                glyphs.append(found[index])
                index += 1
                continue
            }
            var start = found[index].start
            var end = found[index].end
            while index < found.count, found[index].glyph == 0 {
                start = min(start, found[index].start)
                end = max(end, found[index].end)
                index += 1
            }
            if !shape(text, from: start, to: end, style: style, rank: rank + 1) { isWhole = false }
        }
        return isWhole
    }

    private func chainedFace(style: Int, rank: Int) -> Int? {
        guard rank < book.ranks else { return nil }
        if rank < chains[style].count { return chains[style][rank] < 0 ? nil : chains[style][rank] }
        let face = self.face(rank: rank, look: Int(styles[style].look))
        chains[style].append(face ?? -1)
        return face
    }

    private func run(
        _ text: UnsafeBufferPointer<UInt8>, from: Int, to: Int, style: Int, face: Int
    ) -> [ShapedGlyph] {
        hb_buffer_clear_contents(buffer)
        text.baseAddress.unsafelyUnwrapped.withMemoryRebound(to: CChar.self, capacity: text.count) { start in
            hb_buffer_add_utf8(buffer, start, Int32(text.count), UInt32(from), Int32(to - from))
        }
        if let tag = languageTags[styles[style].language] { hb_buffer_set_language(buffer, tag) }
        hb_buffer_guess_segment_properties(buffer)
        hb_shape(faces[face].font, buffer, nil, 0)
        var count: UInt32 = 0
        let infos = hb_buffer_get_glyph_infos(buffer, &count)
        let positions = hb_buffer_get_glyph_positions(buffer, &count)
        guard let infos, let positions, count > 0 else { return [] }
        let length = Int(count)
        var shaped: [ShapedGlyph] = []
        shaped.reserveCapacity(length)
        // Hebrew and Arabic come last letter first.
        let isBackward = infos[0].cluster > infos[length - 1].cluster
        var next = to
        var at = isBackward ? 0 : length - 1
        for _ in 0..<length {
            let start = Int(infos[at].cluster)
            let before = isBackward ? at - 1 : at + 1
            if before >= 0, before < length, Int(infos[before].cluster) != start { next = Int(infos[before].cluster) }
            // Glyphs of one cluster share its text: the first of them stands for all of it.
            let isFirst = at == 0 || infos[at - 1].cluster != infos[at].cluster
            shaped.append(
                ShapedGlyph(
                    face: face, glyph: infos[at].codepoint, advance: positions[at].x_advance,
                    shift: positions[at].x_offset, rise: positions[at].y_offset, start: start,
                    end: isFirst ? max(next, start) : start))
            at += isBackward ? 1 : -1
        }
        if !isBackward { shaped.reverse() }
        return shaped
    }
}
