/// The text of a cell: trimmed, without control characters, in composed form (NFC). Nil: nothing is left.
///
/// Line breaks and tabs inside become one space; other control characters, zero-width marks and byte order marks go.
/// Accents that stand behind their letter, as some systems write them, are joined with it.
func cellText(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return nil }
    let trimmed = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var isPlain = true
    for byte in trimmed where byte < 0x20 || byte == 0x7F || byte >= 0xC2 && mayBeUntidy(byte) {
        isPlain = false
        break
    }
    let text = String(decoding: trimmed, as: UTF8.self)
    return isPlain ? text : tidied(text)
}

/// Whether characters that begin with this byte may have to go: controls and no-break spaces (0xC2), combining accents
/// (0xCC, 0xCD), zero-width marks (0xE2), the byte order mark (0xEF).
private func mayBeUntidy(_ lead: UInt8) -> Bool {
    lead == 0xC2 || lead == 0xCC || lead == 0xCD || lead == 0xE2 || lead == 0xEF
}

private func tidied(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    var hasAccents = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029:
            if scalars.last != " " { scalars.append(" ") }
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: break
        default:
            hasAccents = hasAccents || (0x300...0x36F).contains(scalar.value)
            scalars.append(scalar)
        }
    }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    let kept = scalars.drop(while: isSpace)
    guard !kept.isEmpty else { return nil }
    let plain = String(kept)
    return hasAccents ? composed(plain) : plain
}

/// The text with each letter and the accents behind it as one character, where there is one.
private func composed(_ text: String) -> String {
    var result = ""
    for character in text {
        let isSingle = character.unicodeScalars.dropFirst().isEmpty
        result.append(isSingle ? character : Compositions.byCharacter[character] ?? character)
    }
    return result
}

/// The letters of Latin and Greek that Unicode has with their accents.
///
/// A `Character` equals its decomposed form, so that the table finds `e` + U+0301 under `é`.
private enum Compositions {
    static let byCharacter: [Character: Character] = {
        var table: [Character: Character] = [:]
        for range in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1EFF] {
            for point in range {
                guard let scalar = Unicode.Scalar(point) else { continue }
                table[Character(scalar)] = Character(scalar)
            }
        }
        return table
    }()
}

/// The text as a cell: trimmed, without control characters, in composed form. Nil: nothing is left.
func cellText(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { cellText($0) }
}
