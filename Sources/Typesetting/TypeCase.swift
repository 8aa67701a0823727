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
    private let ownFounts = Arena<Int32>()
    private(set) var styles: [TypeStyle] = []
    private(set) var hasUnderlines = false
    private var styleNumbers: [TypeStyle: Int32] = [:]
    let metrics = Arena<StyleMetrics>()
    /// The faces of each style, by rank, opened when needed.
    var chains: [[Int]] = []
    private(set) var languages: [Language] = []
    var languageTags: [hb_language_t?] = []
    let buffer = hb_buffer_create()
    var glyphs: [ShapedGlyph] = []
    let trigrams = TrigramTable()
    let hyphenators: Hyphenators
    /// The flags of all words asked for since somebody set this to 0, and bit 6 where a new style got another look.
    var noted: UInt8 = 0
    /// The looks, a bit each, of which it was noted that another stands in for them.
    private var toldLooks: UInt8 = 0

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
        noteStandIn(style)
        return number
    }

    /// Notes, once for each look, that the house's family lacks it.
    private func noteStandIn(_ style: TypeStyle) {
        let bit = UInt8(1) << UInt8(style.look & 3)
        guard toldLooks & bit == 0, !book.hasOwn(look: Int(style.look)) else { return }
        toldLooks |= bit
        noted |= 64
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

    func face(rank: Int, look: Int) -> Int? {
        guard let face = book.face(rank: rank, look: look) else { return nil }
        if let known = faceNumbers[ObjectIdentifier(face)] { return known }
        faces.append(face)
        faceNumbers[ObjectIdentifier(face)] = faces.count - 1
        let space = face.glyph(for: " ") ?? 0
        codes.append(CodePages(space: .init(glyph: space, advance: Int32(face.space), text: [32])))
        return faces.count - 1
    }

    /// The fount of a style's own face on a code page, remembered.
    @inline(__always)
    func ownFount(style: Int, page: Int) -> Int32 {
        let place = style * 16 + page
        if page < 16, place < ownFounts.count, ownFounts[place] >= 0 { return ownFounts[place] }
        let number = fount(Fount(face: chains[style][0], page: page, size: metrics[style].size))
        if page < 16 {
            ownFounts.resize(to: max(ownFounts.count, (style + 1) * 16), filling: -1)
            ownFounts[place] = number
        }
        return number
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
        let made = compose(text, style: style, into: table) ?? shape(text, style: style, into: table)
        noted |= made.flags
        return table.add(made, text: text, hash: hash) + base
    }

    /// To be called between two letters: keeps the memory of the words of fields within bounds.
    func forgetFieldWords() {
        if field.words.count > TypeCase.fieldWordLimit { field.empty() }
    }
}
