extension String {
    /// How many columns of a terminal the text takes.
    var columnWidth: Int { reduce(0) { $0 + $1.columnWidth } }

    /// The text in a field of so many columns: filled up with spaces, or cut with an ellipsis.
    func fitted(to width: Int, atTheRight: Bool = false) -> String {
        var text = self
        var room = width - columnWidth
        if room < 0 {
            (text, room) = ("", width - 1)
            for sign in self {
                guard sign.columnWidth <= room else { break }
                text.append(sign)
                room -= sign.columnWidth
            }
            text += "…"
        }
        let space = String(repeating: " ", count: room)
        return atTheRight ? space + text : text + space
    }
}

extension Character {
    /// Two for the signs of East Asia and pictures, otherwise one.
    ///
    /// Source: Unicode Standard Annex 11, "East Asian Width", the ranges W and F.
    var columnWidth: Int {
        guard let first = unicodeScalars.first, first.value >= 0x1100 else { return 1 }
        return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
