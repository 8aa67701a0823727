import Correspondence
import Filing
import Interchange
import Merging
import Typesetting

/// The letters of a run on their way into the tray: printed, told to the export, counted.
final class LetterPile {
    /// What became of a letter.
    enum Outcome {
        case made(pages: Int)
        case leftOut(LeftOut)
    }

    private let plan: RunPlan
    private let tray: OutputTray
    private var postScript: PostScriptPile?
    private var text: PlainTextPress?
    private var export: MailingExport?

    init(for plan: RunPlan, in tray: OutputTray) throws(Problem) {
        self.plan = plan
        self.tray = tray
        if let settings = plan.mailing.output.postScript {
            postScript = PostScriptPile(settings, plan: plan, tray: tray)
        }
    }

    /// Prints one letter, unless its address cannot be read in the window.
    func put(
        _ letter: Letter, to recipient: MailingList.Recipient, into summary: inout RunSummary
    ) throws(Problem) -> Outcome {
        let printed = try print(letter)
        if let reason = printed.leftOut { return .leftOut(reason) }
        try exportPiece(letter, to: recipient, printed: printed)
        summary.count(letter, printed: printed, duplex: plan.mailing.output.postScript?.duplex ?? false)
        for warning in printed.warnings {
            summary.risks.add(
                RiskList.Risk(
                    pieceCode: letter.pieceCode, client: recipient.number, firstPage: printed.firstPage,
                    weight: warning.code == "glyph_missing" ? 100 : 50, words: warning.words))
        }
        return .made(pages: printed.pages)
    }

    private func print(_ letter: Letter) throws(Problem) -> Printed {
        // The first press to judge the letter leaves it out of the others too.
        let typist = try openText()
        let setText = try typist?.set(letter)
        if let typed = setText?.printed, typed.leftOut != nil { return typed }
        var printed = try postScript?.put(letter)
        if let printed, printed.leftOut != nil { return printed }
        guard let setText, let typed = try typist?.put(setText) else {
            return printed ?? Printed(pages: 1, firstPage: 1)
        }
        // PostScript has judged the address already; what stands in it alone is not said twice.
        let known = Set((printed?.warnings.map(\.code) ?? []) + ["address_line_long"])
        printed?.warnings += typed.warnings.filter { !known.contains($0.code) }
        return printed ?? typed
    }

    /// Nil where no plain text is wanted.
    private func openText() throws(Problem) -> PlainTextPress? {
        guard let encoding = plan.mailing.output.text else { return nil }
        if let text { return text }
        let press = try PlainTextPress(
            fonts: plan.fonts, options: plan.pressOptions, encoding: encoding.ofPress,
            sink: tray.file(named: "letters.txt"))
        text = press
        return press
    }

    private func exportPiece(
        _ letter: Letter, to recipient: MailingList.Recipient, printed: Printed
    ) throws(Problem) {
        guard plan.mailing.output.xml else { return }
        if export == nil {
            export = try MailingExport(to: tray.file(named: "mailing.xml"), heading: plan.heading(run: tray.runName))
        }
        try export?.put(
            MailingPiece(
                code: letter.pieceCode, file: postScript?.fileName, firstPage: printed.firstPage, pages: printed.pages,
                client: recipient.filed.client, duplicates: recipient.duplicates, language: letter.language,
                addressLines: letter.addressLines, reason: plan.reason(for: recipient)))
    }

    /// Tells the export who was left out, and ends every file.
    func finish(leftOut: [LeftOut]) throws(Problem) {
        try postScript?.finish()
        _ = try text?.finish()
        guard let export else { return }
        for client in leftOut where client.code != ReasonCode.limit { try export.leaveOut(client) }
        try export.finish()
    }
}

/// The PostScript files of a run: one, or one for so many letters each.
private final class PostScriptPile {
    private let settings: MailingDefinition.PostScript
    private let plan: RunPlan
    private let tray: OutputTray
    private var press: PostScriptPress?
    private var letters = 0
    private var files = 0

    init(_ settings: MailingDefinition.PostScript, plan: RunPlan, tray: OutputTray) {
        self.settings = settings
        self.plan = plan
        self.tray = tray
    }

    /// The file that the last letter stands in, nil where there is one only.
    var fileName: String? { settings.lettersPerFile == nil ? nil : name }

    private var name: String {
        guard settings.lettersPerFile != nil else { return "letters.ps" }
        let digits = String(files)
        return "letters-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).ps"
    }

    func put(_ letter: Letter) throws(Problem) -> Printed {
        let printed = try open().put(letter)
        if printed.leftOut == nil { letters += 1 }
        return printed
    }

    private func open() throws(Problem) -> PostScriptPress {
        if let perFile = settings.lettersPerFile, letters == perFile { try finish() }
        if let press { return press }
        files += 1
        var options = plan.pressOptions
        options.duplex = settings.duplex
        options.tray = settings.tray
        options.copies = settings.copies
        let press = try PostScriptPress(fonts: plan.fonts, options: options, sink: tray.file(named: name))
        self.press = press
        return press
    }

    func finish() throws(Problem) {
        _ = try press?.finish()
        press = nil
        letters = 0
    }
}

extension RunSummary {
    fileprivate mutating func count(_ letter: Letter, printed: Printed, duplex: Bool) {
        letters += 1
        pages += printed.pages
        sheets += duplex ? (printed.pages + 1) / 2 : printed.pages
        lettersByLanguage[letter.language, default: 0] += 1
    }
}
