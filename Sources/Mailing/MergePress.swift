import Correspondence
import Interchange
import Typesetting

/// Where the letters of a plain mail merge go.
enum MergePress {
    case postScript(PostScriptPress)
    case text(PlainTextPress)
    /// The press only measures: the mailing house prints.
    case export(MailingExport, PostScriptPress, MessageLanguage)

    /// Prints a letter, or tells the export of it.
    ///
    /// - Parameters:
    ///   - line: Of the list.
    ///   - pages: How many there are already.
    func put(_ letter: Letter, client: Client, line: Int, after pages: Int) throws(Problem) -> Printed {
        switch self {
        case .postScript(let press): return try press.put(letter)
        case .text(let press): return try press.put(letter)
        case .export(let export, let press, let language):
            let printed = try press.rehearse(letter)
            guard printed.leftOut == nil else { return printed }
            try export.put(
                MailingPiece(
                    code: letter.pieceCode, firstPage: pages + 1, pages: max(1, printed.pages), client: client,
                    language: letter.language, addressLines: letter.addressLines,
                    reason: Wording.row(line).text(in: language)))
            return printed
        }
    }

    func finish() throws(Problem) {
        switch self {
        case .postScript(let press): try press.finish()
        case .text(let press): try press.finish()
        case .export(let export, _, _): try export.finish()
        }
    }
}

extension Wording {
    /// Why a letter was made, in the export.
    fileprivate static func row(_ line: Int) -> Wording {
        Wording(en: "Line \(line) of the list.", fr: "Ligne \(line) de la liste.")
    }
}
