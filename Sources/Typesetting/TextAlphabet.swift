/// The characters that a plain text can be written in.
final class TextAlphabet {
    private let isLatin9: Bool
    /// Whether a character since ``forget()`` had to become a question mark.
    private(set) var hasForeign = false

    init(_ encoding: PlainTextPress.Encoding) {
        isLatin9 = encoding == .latin9
    }

    func forget() { hasForeign = false }

    /// Returns a text in characters that the encoding has. No-break spaces stay: they tie words until the line is written.
    func scalars(_ text: String) -> TextLine {
        guard isLatin9 else { return Array(text.unicodeScalars) }
        var line: TextLine = []
        line.reserveCapacity(text.utf8.count)
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            if Latin9.byte(of: scalar) != nil || scalar == "\u{202F}" {
                line.append(scalar)
            } else if let near = Latin9.nearest(to: scalar, after: before) {
                line += near
            } else {
                line.append("?")
                hasForeign = true
            }
        }
        return line
    }
}
