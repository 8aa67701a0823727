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
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if Latin9.byte(of: scalar) != nil || scalar == "\u{202F}" {
                line.append(scalar)
            } else if let near = nearest(to: index, in: scalars) {
                line += near
            } else {
                line.append("?")
                hasForeign = true
            }
        }
        return line
    }

    /// What stands for a character between its neighbours: Θ is Th in Θωμάς and TH in ΑΘΗΝΑ.
    private func nearest(to index: Int, in scalars: [Unicode.Scalar]) -> TextLine? {
        let before = index > 0 ? scalars[index - 1] : nil
        guard let near = Latin9.nearest(to: scalars[index], after: before) else { return nil }
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        guard near.count > 1, scalars[index].properties.isUppercase,
            [before, after].contains(where: { $0?.properties.isUppercase == true })
        else { return near }
        return near.flatMap { Array($0.properties.uppercaseMapping.unicodeScalars) }
    }
}
