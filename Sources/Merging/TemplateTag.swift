import Correspondence
import XML

/// A tag in Mustache's notation, as it stands in the text of a template.
struct TemplateTag: Sendable {
    enum Kind: Sendable {
        case field(String, [Filter])
        case open(String, isInverted: Bool)
        case close(String)
        case comment
        case part(String)
    }

    /// A filter as it is written, not yet looked up.
    struct Filter: Sendable {
        var name: String
        var argument: String?
        var range: Range<Int>
    }

    var kind: Kind
    /// The whole tag with its braces, in bytes of the source.
    var range: Range<Int>
    /// The name in it.
    var nameRange: Range<Int>
}

extension TemplateTag {
    enum Token {
        case text(String)
        case tag(TemplateTag)
    }

    /// Parts a text into its tags and what stands between them.
    static func tokens(of text: XMLDocument.Text, in source: XMLDocument.Source, problems: inout [Problem]) -> [Token] {
        let bytes = Array(text.string.utf8)
        var tokens: [Token] = []
        var position = 0
        while let open = bytes.firstPair(UInt8(ascii: "{"), from: position) {
            if open > position { tokens.append(.text(String(decoding: bytes[position..<open], as: UTF8.self))) }
            guard let close = bytes.firstPair(UInt8(ascii: "}"), from: open + 2) else {
                let range = text.sourceRange(of: open..<bytes.count)
                let mark = range.lowerBound..<min(range.upperBound, range.lowerBound + 2)
                problems.append(source.problem(mark, .unclosedTag, remedy: .closeTag))
                return tokens
            }
            let reader = TagReader(bytes: bytes, content: open + 2..<close, text: text, source: source)
            if let tag = reader.tag(problems: &problems) { tokens.append(.tag(tag)) }
            position = close + 2
        }
        if position < bytes.count { tokens.append(.text(String(decoding: bytes[position...], as: UTF8.self))) }
        return tokens
    }
}

extension [UInt8] {
    fileprivate func firstPair(_ byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 < count {
            if self[index] == byte, self[index + 1] == byte { return index }
            index += 1
        }
        return nil
    }
}

/// Reads what stands between the braces of one tag.
private struct TagReader {
    let bytes: [UInt8]
    let content: Range<Int>
    let text: XMLDocument.Text
    let source: XMLDocument.Source

    private var whole: Range<Int> { text.sourceRange(of: content.lowerBound - 2..<content.upperBound + 2) }

    func tag(problems: inout [Problem]) -> TemplateTag? {
        let inside = trimmed(content)
        guard let first = inside.first.map({ bytes[$0] }) else {
            problems.append(source.problem(whole, .emptyTag, remedy: .nameField))
            return nil
        }
        switch first {
        case UInt8(ascii: "!"):
            return TemplateTag(kind: .comment, range: whole, nameRange: whole)
        case UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "="):
            problems.append(source.problem(whole, .foreignTag, remedy: .plainTag))
            return nil
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"):
            return named(first, trimmed(inside.lowerBound + 1..<inside.upperBound), problems: &problems)
        default:
            return field(inside, problems: &problems)
        }
    }

    private func named(_ sign: UInt8, _ range: Range<Int>, problems: inout [Problem]) -> TemplateTag? {
        let name = string(range)
        guard !name.isEmpty else {
            problems.append(source.problem(whole, .emptyTag, remedy: .nameField))
            return nil
        }
        let kind: TemplateTag.Kind =
            switch sign {
            case UInt8(ascii: "#"): .open(name, isInverted: false)
            case UInt8(ascii: "^"): .open(name, isInverted: true)
            case UInt8(ascii: "/"): .close(name)
            default: .part(name)
            }
        return TemplateTag(kind: kind, range: whole, nameRange: text.sourceRange(of: range))
    }

    private func field(_ range: Range<Int>, problems: inout [Problem]) -> TemplateTag? {
        let pieces = split(range, at: UInt8(ascii: "|"))
        let name = trimmed(pieces[0])
        guard !name.isEmpty else {
            problems.append(source.problem(whole, .emptyTag, remedy: .nameField))
            return nil
        }
        let filters = pieces.dropFirst().map(filter)
        return TemplateTag(
            kind: .field(string(name), Array(filters)), range: whole, nameRange: text.sourceRange(of: name))
    }

    private func filter(_ range: Range<Int>) -> TemplateTag.Filter {
        let pieces = split(range, at: UInt8(ascii: ":"), atMost: 1)
        let argument = pieces.count > 1 ? unquoted(string(trimmed(pieces[1]))) : nil
        return TemplateTag.Filter(
            name: string(trimmed(pieces[0])), argument: argument, range: text.sourceRange(of: trimmed(range)))
    }

    /// Splits at a sign that stands outside quotes.
    private func split(_ range: Range<Int>, at sign: UInt8, atMost limit: Int = .max) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var isQuoted = false
        for index in range where pieces.count < limit {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[index] == sign, !isQuoted {
                pieces.append(start..<index)
                start = index + 1
            }
        }
        return pieces + [start..<range.upperBound]
    }

    private func unquoted(_ text: String) -> String {
        for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'")] as [(Character, Character)]
        where text.count > 1 && text.first == open && text.last == close {
            return String(text.dropFirst().dropLast())
        }
        return text
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension Wording {
    fileprivate static var unclosedTag: Wording {
        Wording(
            en: "a tag begins here and does not end before the next element.",
            fr: "une balise de champ commence ici et ne finit pas avant l’élément suivant.")
    }
    fileprivate static var closeTag: Wording {
        Wording(en: "Write }} after the field's name.", fr: "Écrivez }} après le nom du champ.")
    }
    fileprivate static var emptyTag: Wording {
        Wording(en: "this tag names no field.", fr: "cette balise ne nomme aucun champ.")
    }
    fileprivate static var nameField: Wording {
        Wording(
            en: "Write a field's name in it, such as {{client.family_name}}.",
            fr: "Écrivez-y le nom d’un champ, par exemple {{client.family_name}}.")
    }
    fileprivate static var foreignTag: Wording {
        Wording(
            en: "tags with three braces, \"&\" or \"=\" do not exist here: a value is always printed as it is.",
            fr:
                "les balises à trois accolades, «\u{A0}&\u{A0}» ou «\u{A0}=\u{A0}» n’existent pas ici\u{A0}: une valeur est toujours imprimée"
                + " telle quelle.")
    }
    fileprivate static var plainTag: Wording {
        Wording(en: "Write {{field}}.", fr: "Écrivez {{champ}}.")
    }
}
