import Correspondence

extension XMLDocument {
    /// A page made ready for libxml2: UTF-8 checked, DOCTYPE and declaration taken off, named characters replaced, and a
    /// map from what libxml2 will see back to the source.
    struct Preparation {
        /// What libxml2 reads.
        private(set) var bytes: [UInt8] = []
        /// Start tags in the order of the page.
        private(set) var tags: [Tag] = []
        /// The pieces of each text between two tags, in the order of the page; comments do not part a text.
        private(set) var texts: [[Segment]] = []
        private var jumps: [(prepared: Int, source: Int)] = [(0, 0)]
        private var depth = 0
        private var textLength = 0
        private var textIsOpen = false

        /// A start tag and its attributes, in bytes of the source.
        struct Tag {
            var range: Range<Int>
            var attributes: [(name: Range<Int>, value: Range<Int>)] = []
        }

        static let fragmentName = "fragment"

        init(of source: Source, isFragment: Bool) throws(Problem) {
            try Self.check(source)
            if isFragment {
                append("<\(Self.fragmentName)>", at: 0)
                tags.append(Tag(range: 0..<0))
                depth = 1
            }
            try scan(source)
            if isFragment { append("</\(Self.fragmentName)>", at: source.bytes.count) }
        }

        /// Returns where a byte of the prepared page stands in the source.
        func sourceOffset(of prepared: Int) -> Int {
            var low = 0
            var high = jumps.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if jumps[middle].prepared <= prepared { low = middle } else { high = middle }
            }
            return jumps[low].source + prepared - jumps[low].prepared
        }
    }
}

extension XMLDocument.Preparation {
    private static func check(_ source: XMLDocument.Source) throws(Problem) {
        do {
            _ = try UTF8Span(validating: source.bytes.span)
        } catch {
            throw source.problem(error.byteOffsets, .notUTF8, remedy: .saveAsUTF8)
        }
    }

    private mutating func scan(_ source: XMLDocument.Source) throws(Problem) {
        var scanner = ByteScanner(source.bytes)
        scanner.skip("\u{FEFF}")
        if scanner.sees("<?xml") { scanner.skipPast("?>") }
        while !scanner.isAtEnd {
            if scanner.sees("<!--") {
                copy(scanner.takePast("-->"), of: source)
            } else if scanner.sees("<![CDATA[") {
                copyCharacterData(&scanner, of: source)
            } else if scanner.sees("<!DOCTYPE", ignoringCase: true) {
                try skipDoctype(&scanner, of: source)
            } else if scanner.sees("<?") {
                copy(scanner.takePast("?>"), of: source)
            } else if scanner.sees("</") {
                copy(scanner.takePast(">"), of: source)
                depth -= 1
                textIsOpen = false
            } else if scanner.sees("<") {
                try copyStartTag(&scanner, of: source)
            } else {
                try copyText(&scanner, of: source)
            }
        }
    }

    /// Lets `<!DOCTYPE html>` pass, in any case of letters, before the first element only.
    private mutating func skipDoctype(_ scanner: inout ByteScanner, of source: XMLDocument.Source) throws(Problem) {
        let range = scanner.takePast(">")
        let words = source.text(range).lowercased().split(whereSeparator: \.isWhitespace)
        guard words == ["<!doctype", "html>"] || words == ["<!doctype", "html", ">"], tags.allSatisfy(\.range.isEmpty)
        else {
            throw source.problem(range, .doctype, remedy: .writePlainDoctype)
        }
    }

    private mutating func copyCharacterData(_ scanner: inout ByteScanner, of source: XMLDocument.Source) {
        let range = scanner.takePast("]]>")
        let content = range.lowerBound + 9..<max(range.lowerBound + 9, range.upperBound - 3)
        openText()
        addSegment(at: content.lowerBound, length: content.count, isVerbatim: true)
        copy(range, of: source)
    }

    private mutating func copyText(_ scanner: inout ByteScanner, of source: XMLDocument.Source) throws(Problem) {
        openText()
        while let byte = scanner.current, byte != UInt8(ascii: "<") {
            try copyCharacter(&scanner, of: source, inText: true)
        }
    }

    /// Copies one character, a line end as `\n`, a named character as what it stands for.
    private mutating func copyCharacter(
        _ scanner: inout ByteScanner, of source: XMLDocument.Source, inText: Bool
    ) throws(Problem) {
        switch scanner.current {
        case UInt8(ascii: "&"):
            try copyReference(&scanner, of: source, inText: inText)
        case UInt8(ascii: "\r"):
            let start = scanner.offset
            scanner.advance()
            if scanner.current == UInt8(ascii: "\n") { scanner.advance() }
            if inText { addSegment(at: start, length: 1, isVerbatim: false) }
            append("\n", at: start)
            jump(to: scanner.offset)
        default:
            if inText { addSegment(at: scanner.offset, length: 1, isVerbatim: true) }
            copy(scanner.offset..<scanner.offset + 1, of: source)
            scanner.advance()
        }
    }

    private mutating func copyReference(
        _ scanner: inout ByteScanner, of source: XMLDocument.Source, inText: Bool
    ) throws(Problem) {
        let range = scanner.takeReference()
        let written = source.text(range)
        guard written.hasSuffix(";"), written.count > 2 else {
            throw source.problem(range.lowerBound..<range.lowerBound + 1, .bareAmpersand, remedy: .writeAmp)
        }
        let name = String(written.dropFirst().dropLast())
        guard let character = try Self.character(name, written: range, in: source) else {
            if inText { addSegment(at: range.lowerBound, length: 1, isVerbatim: false) }
            return copy(range, of: source)
        }
        if inText { addSegment(at: range.lowerBound, length: character.utf8.count, isVerbatim: false) }
        append(character, at: range.lowerBound)
        jump(to: range.upperBound)
    }

    /// Returns the character of a reference; nil where libxml2 has to read it itself (`&lt;`, `&#38;`).
    private static func character(
        _ name: String, written: Range<Int>, in source: XMLDocument.Source
    ) throws(Problem) -> String? {
        if XMLDocument.namesOfXML.contains(name) { return nil }
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, let scalar = Unicode.Scalar(value), value >= 0x20 || [9, 10, 13].contains(value),
                !(0xFFFE...0xFFFF).contains(value)
            else { throw source.problem(written, .noSuchCharacter, remedy: .writeTheCharacter) }
            return value > 0x7E ? String(Character(scalar)) : nil
        }
        guard let scalar = XMLDocument.namedCharacter(name) else {
            throw source.problem(written, .unknownName(name), remedy: .nearestName(to: name))
        }
        return String(Character(scalar))
    }
}

extension XMLDocument.Preparation {
    /// Copies a start tag and notes where it and its attributes stand.
    private mutating func copyStartTag(_ scanner: inout ByteScanner, of source: XMLDocument.Source) throws(Problem) {
        var tag = Tag(range: scanner.offset..<scanner.offset)
        copy(scanner.takeTagName(), of: source)
        var isEmpty = false
        while let byte = scanner.current, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
            let start = scanner.offset
            isEmpty = byte == UInt8(ascii: "/")
            if ByteScanner.isNameByte(byte) {
                let name = scanner.takeName()
                copy(name, of: source)
                let value = try copyValue(&scanner, of: source)
                tag.attributes.append((name, value ?? name.upperBound..<name.upperBound))
            } else {
                scanner.advance()
                copy(start..<scanner.offset, of: source)
            }
        }
        if scanner.current == UInt8(ascii: ">") {
            copy(scanner.offset..<scanner.offset + 1, of: source)
            scanner.advance()
        }
        tag.range = tag.range.lowerBound..<scanner.offset
        tags.append(tag)
        textIsOpen = false
        if !isEmpty { depth += 1 }
    }

    /// Copies ` = "value"` where it follows, and returns the value's place without its quotes.
    private mutating func copyValue(
        _ scanner: inout ByteScanner, of source: XMLDocument.Source
    ) throws(Problem) -> Range<Int>? {
        copy(scanner.takeSpace(), of: source)
        guard scanner.current == UInt8(ascii: "=") else { return nil }
        copy(scanner.offset..<scanner.offset + 1, of: source)
        scanner.advance()
        copy(scanner.takeSpace(), of: source)
        guard let quote = scanner.current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        copy(scanner.offset..<scanner.offset + 1, of: source)
        scanner.advance()
        let start = scanner.offset
        while let byte = scanner.current, byte != quote, byte != UInt8(ascii: "<") {
            try copyCharacter(&scanner, of: source, inText: false)
        }
        let end = scanner.offset
        if scanner.current == quote {
            copy(end..<end + 1, of: source)
            scanner.advance()
        }
        return start..<end
    }

    private mutating func openText() {
        guard !textIsOpen, depth > 0 else { return }
        texts.append([])
        textIsOpen = true
        textLength = 0
    }

    private mutating func addSegment(at source: Int, length: Int, isVerbatim: Bool) {
        guard textIsOpen, length > 0 else { return }
        let last = texts[texts.count - 1].last
        let continues =
            isVerbatim && last?.isVerbatim == true && last.map { $0.source - $0.offset } == source - textLength
        if !continues {
            let segment = XMLDocument.Segment(offset: textLength, source: source, isVerbatim: isVerbatim)
            texts[texts.count - 1].append(segment)
        }
        textLength += length
    }

    private mutating func copy(_ range: Range<Int>, of source: XMLDocument.Source) {
        jump(to: range.lowerBound)
        bytes += source.bytes[range]
    }

    private mutating func append(_ text: String, at source: Int) {
        jump(to: source)
        bytes += text.utf8
    }

    private mutating func jump(to source: Int) {
        let last = jumps[jumps.count - 1]
        guard last.source + bytes.count - last.prepared != source else { return }
        jumps.append((bytes.count, source))
    }
}

extension Wording {
    fileprivate static var notUTF8: Wording {
        Wording(en: "the file is not UTF-8 text.", fr: "le fichier n’est pas du texte en UTF-8.")
    }
    fileprivate static var saveAsUTF8: Wording {
        Wording(
            en: "Save it again in your editor with the encoding UTF-8.",
            fr: "Enregistrez-le de nouveau dans votre éditeur avec le codage UTF-8.")
    }
    fileprivate static var doctype: Wording {
        Wording(
            en: "only a bare <!DOCTYPE html> may stand before the page; entities of one's own are refused.",
            fr: "seul un simple <!DOCTYPE html> peut précéder la page\u{A0}; les entités personnelles sont refusées.")
    }
    fileprivate static var writePlainDoctype: Wording {
        Wording(en: "Write <!DOCTYPE html>, or nothing.", fr: "Écrivez <!DOCTYPE html>, ou rien.")
    }
    fileprivate static var bareAmpersand: Wording {
        Wording(en: "an \"&\" cannot stand alone.", fr: "un «\u{A0}&\u{A0}» ne peut pas être seul.")
    }
    fileprivate static var writeAmp: Wording {
        Wording(
            en: "Write &amp; for the sign itself.",
            fr: "Écrivez &amp; pour le signe lui-même.")
    }
    fileprivate static var noSuchCharacter: Wording {
        Wording(en: "there is no character of this number.", fr: "aucun caractère ne porte ce numéro.")
    }
    fileprivate static var writeTheCharacter: Wording {
        Wording(en: "Write the character itself.", fr: "Écrivez le caractère lui-même.")
    }
    fileprivate static func unknownName(_ name: String) -> Wording {
        Wording(
            en: "there is no character named \"\(name)\".",
            fr: "aucun caractère ne se nomme «\u{A0}\(name)\u{A0}».")
    }
    fileprivate static func nearestName(to name: String) -> Wording {
        guard let near = Spelling.nearest(to: name, among: XMLDocument.characterNames) else {
            return .writeTheCharacter
        }
        return Wording(
            en: "Write &\(near);, or the character itself.",
            fr: "Écrivez &\(near);, ou le caractère lui-même.")
    }
}
