import Correspondence

/// The fonts of a file: one for each code page of each face that it used.
struct FontResource {
    /// A glyph with its PostScript name.
    private struct Named {
        var name: String
        var entry: CodePages.Entry
    }

    let face: FontFace
    let number: Int
    private let pages: CodePages
    private let program: Type42
    private var names: [CodePages.Entry: String] = [:]
    private var ordered: [Named] = []

    init(face: FontFace, number: Int, pages: CodePages) throws(Problem) {
        self.face = face
        self.number = number
        self.pages = pages
        let entries = pages.pages.flatMap { $0 }.compactMap { $0 }
        program = try Type42(face, glyphs: Set(entries.map(\.glyph)).union([0]))
        nameEntries(entries)
    }

    /// The name of the font of a code page: a subset's tag, the face and the page.
    func name(page: Int) -> String {
        let letter = Character(Unicode.Scalar(UInt8(65 + number % 26)))
        return "PUBLI\(letter)+\(face.name)" + (page == 0 ? "" : ".\(page)")
    }

    private mutating func nameEntries(_ entries: [CodePages.Entry]) {
        var taken: Set<String> = []
        for entry in entries where names[entry] == nil {
            let base = FontResource.glyphName(entry)
            var name = base
            var count = 0
            while taken.contains(name) {
                count += 1
                name = "\(base).\(count)"
            }
            taken.insert(name)
            names[entry] = name
            ordered.append(Named(name: name, entry: entry))
        }
    }

    /// A name as the Adobe Glyph List reads it back: `A`, `uni0159`, `uni00660069` for fi.
    private static func glyphName(_ entry: CodePages.Entry) -> String {
        let scalars = Array(String(decoding: entry.text, as: UTF8.self).unicodeScalars)
        guard let first = scalars.first, scalars.allSatisfy({ $0.value < 0x10000 }) else { return "g\(entry.glyph)" }
        if scalars.count == 1, first.isASCII, first.properties.isAlphabetic { return String(first) }
        if first == " ", scalars.count == 1 { return "space" }
        return "uni" + scalars.map { hex4($0.value) }.joined()
    }

    private static func hex4(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // MARK: Writing

    func append(to bytes: borrowing ByteArena) {
        bytes.append(text: "%%BeginResource: font \(name(page: 0))\n")
        bytes.append(text: "14 dict begin\n/FontName /\(name(page: 0)) def\n/FontType 42 def\n/PaintType 0 def\n")
        bytes.append(text: "/FontMatrix [1 0 0 1 0 0] def\n/FontBBox [")
        for value in program.boundingBox(unitsPerEm: face.unitsPerEm) {
            bytes.append(thousandths: value)
            bytes.append(" ")
        }
        bytes.append("] def\n")
        appendCharStrings(to: bytes)
        appendMetrics(to: bytes)
        appendUnicode(to: bytes)
        appendEncoding(page: 0, to: bytes)
        bytes.append("/sfnts ")
        program.appendStrings(to: bytes)
        bytes.append(" def\nFontName currentdict end definefont pop\n%%EndResource\n")
        for page in 1..<max(pages.pages.count, 1) { appendCopy(page: page, to: bytes) }
    }

    private func appendCharStrings(to bytes: borrowing ByteArena) {
        bytes.append(text: "/CharStrings \(ordered.count + 1) dict dup begin\n/.notdef 0 def\n")
        for named in ordered {
            bytes.append(text: "/\(named.name) \(program.numbers[named.entry.glyph] ?? 0) def\n")
        }
        bytes.append("end def\n")
    }

    /// The widths of glyphs that kerning moved; all others have their own.
    private func appendMetrics(to bytes: borrowing ByteArena) {
        let kerned = ordered.filter { Int($0.entry.advance) != face.advance(of: $0.entry.glyph) }
        bytes.append(text: "/Metrics \(kerned.count + 1) dict dup begin\n")
        for named in kerned {
            let width = Double(named.entry.advance) / Double(face.unitsPerEm)
            bytes.append(text: "/\(named.name) \(FontResource.decimal(width)) def\n")
        }
        bytes.append("end def\n")
    }

    private static func decimal(_ value: Double) -> String {
        let scaled = Int((abs(value) * 1_000_000).rounded())
        let fraction = String(scaled % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - fraction.count)
        return "\(value < 0 ? "-" : "")\(scaled / 1_000_000).\(zeros)\(fraction)"
    }

    /// What Ghostscript and distillers read words back by.
    private func appendUnicode(to bytes: borrowing ByteArena) {
        bytes.append(text: "/FontInfo 2 dict dup begin\n/GlyphNames2Unicode \(ordered.count + 1) dict dup begin\n")
        for named in ordered where !named.entry.text.isEmpty {
            let units = Array(String(decoding: named.entry.text, as: UTF8.self).utf16)
            let hex = units.map { FontResource.hex4(UInt32($0)) }.joined()
            bytes.append(text: "/\(named.name) <\(hex)> def\n")
        }
        bytes.append("end def\nend def\n")
    }

    private func appendEncoding(page: Int, to bytes: borrowing ByteArena) {
        bytes.append("/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for\n")
        for (code, entry) in pages.pages[page].enumerated() {
            guard let entry, let name = names[entry] else { continue }
            bytes.append(text: "dup \(code) /\(name) put\n")
        }
        bytes.append("def\n")
    }

    private func appendCopy(page: Int, to bytes: borrowing ByteArena) {
        bytes.append(text: "%%BeginResource: font \(name(page: page))\n")
        bytes.append(text: "/\(name(page: 0)) findfont dup length dict begin\n")
        bytes.append("{1 index /FID ne {def} {pop pop} ifelse} forall\n")
        bytes.append(text: "/FontName /\(name(page: page)) def\n")
        appendEncoding(page: page, to: bytes)
        bytes.append("FontName currentdict end definefont pop\n%%EndResource\n")
    }
}
