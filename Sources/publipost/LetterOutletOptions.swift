import ArgumentParser
import Correspondence
import Mailing

extension LetterForm: ExpressibleByArgument {}

/// Where a single letter goes, and how it is written.
struct LetterOutletOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Writes the letter into this file.", valueName: "file"))
    var to: String?

    @Option(help: ArgumentHelp("The printer; by default the system's own.", valueName: "name"))
    var printer: String?

    @Option(help: ArgumentHelp("ps or text.", valueName: "format"))
    var format = LetterForm.postScript

    @OptionGroup var printing: PrintingOptions

    func validate() throws {
        try printing.check(isPostScript: format == .postScript, isText: format == .text)
        if to != nil, printer != nil { throw ValidationError("--to and --printer exclude each other.") }
    }

    var outlet: LetterOutlet { to.map { .file($0) } ?? .printer(printer) }

    /// Says what came of a letter.
    func tell(_ receipt: SingleLetter.Receipt, again: Bool = false, with shared: SharedOptions) throws {
        for note in receipt.notes { shared.voice.note(note) }
        if shared.json {
            return try JSONOutput.print(
                JSONValue.object(some: [
                    "client": .number(receipt.client), "document": .text(receipt.document),
                    "language": .text(receipt.language.rawValue), "pages": .number(Int64(receipt.pages)),
                    "answered_requests": .number(Int64(receipt.answered)), "file": JSONValue(to),
                    "printer": JSONValue(receipt.printer), "job": JSONValue(receipt.job),
                ]))
        }
        shared.voice.say(.done(receipt, to: to, again: again))
    }
}

extension Wording {
    fileprivate static func done(_ receipt: SingleLetter.Receipt, to file: String?, again: Bool) -> Wording {
        let pages = receipt.pages
        var english = "Client \(receipt.client): \(receipt.document) (\(receipt.language.rawValue)), "
        english += "\(pages) \(pages == 1 ? "page" : "pages")"
        var french = "Client \(receipt.client)\u{A0}: \(receipt.document) (\(receipt.language.rawValue)), "
        french += "\(pages) \(pages < 2 ? "page" : "pages")"
        if let file {
            english += " in \(file)."
            french += " dans \(file)."
        } else {
            english += " at the printer \(receipt.printer ?? ""), job \(receipt.job ?? "")."
            french += " à l’imprimante \(receipt.printer ?? ""), travail \(receipt.job ?? "")."
        }
        if again {
            english += " As it was; not booked again."
            french += " Telle quelle\u{A0}; pas enregistrée de nouveau."
        } else if receipt.answered > 0 {
            english += receipt.answered == 1 ? " It answers the request." : " It answers \(receipt.answered) requests."
            french +=
                receipt.answered == 1 ? " Elle répond à la demande." : " Elle répond à \(receipt.answered) demandes."
        }
        return Wording(en: english, fr: french)
    }
}
