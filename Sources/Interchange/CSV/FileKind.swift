import Correspondence

/// What a file is that was taken for a list and is none, told by its first bytes.
enum FileKind: CaseIterable {
    case spreadsheet, oldSpreadsheet, pdf, database, other

    /// Nil: it may well be text.
    ///
    /// - Parameters:
    ///   - start: The file's first bytes.
    ///   - encoding: What they were recognised as. Text in UTF-16 is full of zero bytes, other text is not.
    init?(_ start: [UInt8], encoding: TextEncoding) {
        if let kind = Self.allCases.first(where: { !$0.firstBytes.isEmpty && start.starts(with: $0.firstBytes) }) {
            self = kind
            return
        }
        let zeros = start.count { $0 == 0 }
        guard encoding != .utf16LittleEndian, encoding != .utf16BigEndian, zeros >= 16, zeros * 10 >= start.count
        else { return nil }
        self = .other
    }

    private var firstBytes: [UInt8] {
        switch self {
        case .spreadsheet: [0x50, 0x4B, 0x03, 0x04]
        case .oldSpreadsheet: [0xD0, 0xCF, 0x11, 0xE0]
        case .pdf: Array("%PDF-".utf8)
        case .database: Array("SQLite format 3".utf8)
        case .other: []
        }
    }

    var words: Wording {
        switch self {
        case .spreadsheet, .oldSpreadsheet: Wording(en: "a spreadsheet or an archive", fr: "un classeur ou une archive")
        case .pdf: Wording(en: "a PDF document", fr: "un document PDF")
        case .database: Wording(en: "a database", fr: "une base de données")
        case .other: Wording(en: "no text", fr: "un fichier binaire")
        }
    }

    var remedy: Wording {
        switch self {
        case .spreadsheet, .oldSpreadsheet:
            Wording(
                en: "Open it in the spreadsheet program and save the sheet as CSV.",
                fr: "Ouvrez-le dans le tableur et enregistrez la feuille en CSV.")
        case .pdf, .database, .other:
            Wording(en: "Give a list of clients as CSV.", fr: "Donnez une liste de clients en CSV.")
        }
    }
}
