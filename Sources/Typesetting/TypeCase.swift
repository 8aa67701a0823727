import CHarfBuzz
import Correspondence

/// Everything that a press knows about type: styles, founts, shaped words and the codes of their glyphs.
///
/// A word number from 0 names a word of the templates, one from ``fieldBase`` a word of a field.
final class TypeCase {
    static let fieldBase: Int32 = 1 << 28
    /// So many words of fields are remembered before their table is emptied between two letters.
    static let fieldWordLimit = 24_000

    let book: FontBook
    let literal = WordTable()
    let field = WordTable()
    private(set) var faces: [FontFace] = []
    private var faceNumbers: [ObjectIdentifier: Int] = [:]
    var codes: [CodePages] = []
    private(set) var founts: [Fount] = []
    private var fountNumbers: [Fount: Int32] = [:]
    /// Of each fount, the one of the same face and size on the first code page.
    let fountBases = Arena<Int32>()
    private(set) var styles: [TypeStyle] = []
    private(set) var hasUnderlines = false
    private var styleNumbers: [TypeStyle: Int32] = [:]
    let metrics = Arena<StyleMetrics>()
    /// The faces of each style, by rank, opened when needed.
    private var chains: [[Int]] = []
    private(set) var languages: [Language] = []
    private var languageTags: [hb_language_t?] = []
    private let buffer = hb_buffer_create()
    private(set) var glyphs: [ShapedGlyph] = []
    let hyphenators: Hyphenators
    /// The flags of all words asked for since somebody set this to 0.
    var noted: UInt8 = 0
    /// Characters that no font has, in the order they were met.
    private(set) var missing: [UInt32] = []

    init(book: FontBook, hyphenationFolder: String) {
        self.book = book
        hyphenators = Hyphenators(folder: hyphenationFolder)
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
    }

    deinit {
        hb_buffer_destroy(buffer)
    }

    // MARK: Languages, styles, founts

    func number(of language: Language) -> Int {
        if let known = languages.firstIndex(of: language) { return known }
        languages.append(language)
        let tag = language.rawValue
        languageTags.append(tag.isEmpty ? nil : hb_language_from_string(tag, -1))
        return languages.count - 1
    }

    func number(of style: TypeStyle) -> Int32 {
        if let known = styleNumbers[style] { return known }
        let number = Int32(styles.count)
        styles.append(style)
        hasUnderlines = hasUnderlines || style.isUnderlined
        styleNumbers[style] = number
        // The house's family is installed, or there would be no book.
        let face = self.face(rank: 0, look: Int(style.look)).unsafelyUnwrapped
        chains.append([face])
        metrics.append(measure(style, face: face))
        return number
    }

    private func measure(_ style: TypeStyle, face number: Int) -> StyleMetrics {
        let face = faces[number]
        let unit = style.size / Double(face.unitsPerEm)
        let space = face.space
        return StyleMetrics(
            size: style.size, space: Double(space) * unit,
            spaceFount: fount(Fount(face: number, page: 0, size: style.size)), language: style.language,
            isUnderlined: style.isUnderlined, underlineBelow: face.underline.below * unit,
            underlineThickness: face.underline.thickness * unit)
    }

    func fount(_ fount: Fount) -> Int32 {
        if let known = fountNumbers[fount] { return known }
        let number = Int32(founts.count)
        founts.append(fount)
        fountNumbers[fount] = number
        fountBases.append(number)
        if fount.page > 0 {
            var base = fount
            base.page = 0
            let first = self.fount(base)
            fountBases[Int(number)] = first
        }
        return number
    }

    private func face(rank: Int, look: Int) -> Int? {
        guard let face = book.face(rank: rank, look: look) else { return nil }
        if let known = faceNumbers[ObjectIdentifier(face)] { return known }
        faces.append(face)
        faceNumbers[ObjectIdentifier(face)] = faces.count - 1
        let space = face.glyph(for: " ") ?? 0
        codes.append(CodePages(space: .init(glyph: space, advance: Int32(face.space), text: [32])))
        return faces.count - 1
    }

    // MARK: Words

    @inline(__always)
    func table(of word: Int32) -> WordTable {
        word < TypeCase.fieldBase ? literal : field
    }

    @inline(__always)
    func word(_ number: Int32) -> Word {
        number < TypeCase.fieldBase ? literal.words[Int(number)] : field.words[Int(number &- TypeCase.fieldBase)]
    }

    /// Returns the number of a word, shaping it where it is new.
    ///
    /// - Parameter isLiteral: Whether it stands in a template, so that it is worth keeping.
    func word(_ text: UnsafeBufferPointer<UInt8>, style: Int32, isLiteral: Bool) -> Int32 {
        let table = isLiteral ? literal : field
        let base = isLiteral ? 0 : TypeCase.fieldBase
        let hash = WordTable.hash(text, style: style)
        if let known = table.find(text, style: style, hash: hash) {
            noted |= table.words[Int(known)].flags
            return known + base
        }
        let shaped = shape(text, style: style, into: table)
        noted |= shaped.flags
        return table.add(shaped, text: text, hash: hash) + base
    }

    /// To be called between two letters: keeps the memory of the words of fields within bounds.
    func forgetFieldWords() {
        if field.words.count > TypeCase.fieldWordLimit { field.empty() }
    }

    // MARK: Shaping

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

    private func shape(_ text: UnsafeBufferPointer<UInt8>, style: Int32, into table: WordTable) -> Word {
        let isWhole = shapeGlyphs(text, style: style)
        let first = Int32(table.segments.count)
        let size = styles[Int(style)].size
        var width = 0.0
        for glyph in glyphs {
            let unit = size / Double(faces[glyph.face].unitsPerEm)
            let advance = append(glyph, of: text, size: size, unit: unit, first: first, to: table)
            width += Double(advance) * unit
        }
        return Word(
            width: width, firstSegment: first, segmentCount: Int32(table.segments.count) - first, firstTextByte: 0,
            textCount: 0, style: style, firstChance: 0, chanceCount: -1, flags: isWhole ? 0 : 1)
    }

    /// Appends a glyph's code to the last segment, or to a new one where fount or place differ; returns its advance.
    private func append(
        _ glyph: ShapedGlyph, of text: UnsafeBufferPointer<UInt8>, size: Double, unit: Double, first: Int32,
        to table: WordTable
    ) -> Int32 {
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
        return advance
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
            note(text, from: from, to: to)
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
            let start = found[index].start
            var end = found[index].end
            while index < found.count, found[index].glyph == 0 {
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

    private func note(_ text: UnsafeBufferPointer<UInt8>, from: Int, to: Int) {
        for scalar in String(decoding: text[from..<to], as: UTF8.self).unicodeScalars
        where !missing.contains(scalar.value) && missing.count < 1000 {
            missing.append(scalar.value)
        }
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
        return (0..<Int(count)).map { index in
            let info = infos[index]
            let place = positions[index]
            let end = (index + 1..<Int(count)).first { infos[$0].cluster > info.cluster }.map { Int(infos[$0].cluster) }
            let isFirst = index == 0 || infos[index - 1].cluster != info.cluster
            let start = Int(info.cluster)
            return ShapedGlyph(
                face: face, glyph: info.codepoint, advance: place.x_advance, shift: place.x_offset,
                rise: place.y_offset, start: start, end: isFirst ? end ?? to : start)
        }
    }
}
