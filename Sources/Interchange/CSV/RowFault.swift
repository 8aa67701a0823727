package import Correspondence

/// Why a row of a CSV file cannot be used as it stands.
package enum RowFault: Hashable, Sendable {
    /// The row has another number of cells than the header.
    case cellCount(found: Int, expected: Int)
    /// Some of the row's bytes are no characters in the file's encoding.
    case undecodable(TextEncoding)
    /// A quotation mark opens a cell on this line, and nothing closes it within reason.
    case unclosedQuote(line: Int)
    /// The row is longer than the reader keeps in memory, in bytes.
    case tooLong(limit: Int)

    /// A short, stable code: `cell_count`, `undecodable`, `unclosed_quote`, `too_long`.
    package var code: String {
        switch self {
        case .cellCount: "cell_count"
        case .undecodable: "undecodable"
        case .unclosedQuote: "unclosed_quote"
        case .tooLong: "too_long"
        }
    }

    package var words: Wording {
        switch self {
        case .cellCount(let found, let expected): .cells(found, expected)
        case .undecodable(let encoding): .undecodable(encoding)
        case .unclosedQuote(let line): .unclosedQuote(line)
        case .tooLong(let limit): .tooLong(limit)
        }
    }
}

extension Wording {
    fileprivate static func cells(_ found: Int, _ expected: Int) -> Wording {
        Wording(
            en: "the row has \(found) \(found == 1 ? "cell" : "cells") where the header has \(expected)",
            fr: "la ligne a \(found) \(found == 1 ? "cellule" : "cellules"), l'en-tête en a \(expected)")
    }

    fileprivate static func undecodable(_ encoding: TextEncoding) -> Wording {
        Wording(
            en: "the row holds bytes that are no characters in \(encoding.rawValue)",
            fr: "la ligne contient des octets qui ne sont pas des caractères en \(encoding.rawValue)")
    }

    fileprivate static func unclosedQuote(_ line: Int) -> Wording {
        Wording(
            en: "the quotation mark that opens a cell on line \(line) is never closed",
            fr: "le guillemet qui ouvre une cellule à la ligne \(line) n'est jamais fermé")
    }

    fileprivate static func tooLong(_ limit: Int) -> Wording {
        Wording(
            en: "the row is longer than \(limit) bytes",
            fr: "la ligne dépasse \(limit) octets")
    }
}
