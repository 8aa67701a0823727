package import Correspondence

/// How a CSV file is written: recognised when one is read, asked for when one is written.
package struct CSVFormat: Hashable, Sendable {
    package enum Separator: UInt8, CaseIterable, Hashable, Sendable {
        case semicolon = 0x3B
        case comma = 0x2C
        case tab = 0x09
    }

    package enum LineEnding: String, CaseIterable, Hashable, Sendable {
        case lf = "\n"
        case crlf = "\r\n"
        case cr = "\r"
    }

    package var encoding: TextEncoding
    /// Whether the file opens with a byte order mark.
    package var hasByteOrderMark: Bool
    package var separator: Separator
    package var lineEnding: LineEnding

    package init(
        encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, separator: Separator = .comma,
        lineEnding: LineEnding = .lf
    ) {
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.separator = separator
        self.lineEnding = lineEnding
    }
}

extension CSVFormat {
    /// What was recognised, for the report of an import: `UTF-8, ";"`.
    package var wording: Wording {
        let (english, french) =
            switch separator {
            case .semicolon: ("semicolons", "points-virgules")
            case .comma: ("commas", "virgules")
            case .tab: ("tabs", "tabulations")
            }
        return Wording(en: "\(encoding.rawValue), cells between \(english)", fr: "\(encoding.rawValue), \(french)")
    }
}
