import Typesetting

/// How letters are to be printed, as far as that is not the house's or the template's to say.
package struct PrintWishes: Hashable, Sendable {
    /// On both sides; every letter then begins on a front.
    package var duplex: Bool
    /// The paper: a media type such as `letterhead`, or the number of a tray. Nil: the printer's own choice.
    package var tray: String?
    package var copies: Int
    /// Of plain text.
    package var encoding: TextEncoding

    package init(duplex: Bool = false, tray: String? = nil, copies: Int = 1, encoding: TextEncoding = .utf8) {
        self.duplex = duplex
        self.tray = tray
        self.copies = copies
        self.encoding = encoding
    }
}

/// How plain text is coded.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    /// What it lacks is written with the nearest letters.
    case latin9 = "iso-8859-15"
}

extension TextEncoding {
    var ofPress: PlainTextPress.Encoding {
        switch self {
        case .utf8: .utf8
        case .latin9: .latin9
        }
    }
}

extension PressOptions {
    mutating func take(_ wishes: PrintWishes) {
        duplex = wishes.duplex
        tray = wishes.tray
        copies = wishes.copies
    }
}
