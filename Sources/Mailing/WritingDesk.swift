import Correspondence
import Filing
import Fingerprints
import Interchange
import Merging
import Typesetting

/// Writes the letters of a run, one after the other, and everything that lies beside them in the tray.
final class WritingDesk {
    private let plan: RunPlan
    private let file: ClientFile
    private let tray: OutputTray
    private let booking: RunBooking
    private let limit: Int?
    private let pile: LetterPile
    private var leftOut: [LeftOut] = []
    private var written = 0

    init(
        _ plan: RunPlan, file: ClientFile, tray: OutputTray, booking: RunBooking, limit: Int?
    ) throws(Problem) {
        self.plan = plan
        self.file = file
        self.tray = tray
        self.booking = booking
        self.limit = limit
        pile = try LetterPile(for: plan, in: tray)
    }

    /// Writes a letter to each recipient.
    func write(
        to list: MailingList, into summary: inout RunSummary, progress: Progress
    ) throws(Problem) {
        var counts = summary
        try list.forEach { recipient throws(Problem) in
            if written % 64 == 0 { try progress.tell(.writing, written, of: list.recipientCount) }
            return try write(to: recipient, into: &counts)
        } leavingOut: { reason throws(Problem) in
            leaveOut(reason, &counts)
        }
        summary = counts
    }

    /// - Returns: Why there is no letter. Nil: it was made.
    private func write(
        to recipient: MailingList.Recipient, into summary: inout RunSummary
    ) throws(Problem) -> LeftOut? {
        if let limit, written == limit { return .limit(recipient.number) }
        switch try merged(for: recipient) {
        case .failure(let reason): return reason.leftOut
        case .success(let letter):
            if case .leftOut(let reason) = try pile.put(letter, to: recipient, into: &summary) {
                return reason
            }
            written += 1
            summary.lettersByCountry[recipient.filed.client.address.country ?? plan.house.country, default: 0] += 1
            noteDoubts(of: recipient, letter, &summary)
            try booking.put(
                SentLetter(
                    client: recipient.number, document: plan.mailing.document, language: letter.language,
                    pieceCode: letter.pieceCode, answers: recipient.answers))
            return nil
        }
    }

    private struct Refusal: Error {
        var leftOut: LeftOut
    }

    private func merged(for recipient: MailingList.Recipient) throws(Problem) -> Result<Letter, Refusal> {
        let client = recipient.filed.client
        guard let template = plan.documents.template(for: client.language) else {
            preconditionFailure("the house's own language was checked when the plan was made")
        }
        if let reason = LetterFields.leftOut(client) { return .failure(Refusal(leftOut: reason)) }
        let stay = try plan.documents.stay(of: client, template, on: plan.date, in: file)
        if stay.isMissing { return .failure(Refusal(leftOut: .noStay(recipient.number))) }
        let label = PostalLabel(for: client, from: plan.house.country, in: plan.house.language)
        let fields = plan.documents.fields.record(
            client: client, with: try plan.documents.company(of: client, template, in: file),
            request: recipient.requests[0], stay: stay.value, today: plan.date, language: template.language)
        let code = PieceCode(run: Int(booking.run), number: written + 1).text
        let formats = LetterFormats(template.language)
        return .success(
            template.merge(
                fields, client: recipient.number, addressLines: label.lines,
                placeAndDate: formats.placeAndDate(plan.house.town, plan.date),
                referenceLine: formats.referenceLine(String(recipient.number)), pieceCode: code))
    }

    private func leaveOut(_ reason: LeftOut, _ summary: inout RunSummary) {
        leftOut.append(reason)
        summary.setAside.count(reason)
    }

    /// A cell of the address that was flagged at import is worth a look before the letter goes.
    private func noteDoubts(of recipient: MailingList.Recipient, _ letter: Letter, _ summary: inout RunSummary) {
        let inWindow: Set<ClientField> = [.title, .street, .postcode, .town, .country]
        let doubts = recipient.filed.client.doubts.filter { inWindow.contains($0.field) }
        guard let first = doubts.first else { return }
        summary.risks.add(
            RiskList.Risk(
                pieceCode: letter.pieceCode, client: recipient.number, firstPage: summary.pages, weight: 30,
                words: .doubtful(first.field)))
    }

    /// Ends the letters and writes the sheets that lie on them.
    ///
    /// - Returns: The manifest's fingerprint, by which the run's folder is known again.
    func finish(_ summary: inout RunSummary) throws(Problem) -> Fingerprint {
        try pile.finish(leftOut: leftOut)
        try writeLeftOut()
        let languages = plan.mailing.output.postScript == nil ? [] : Array(summary.lettersByLanguage.keys)
        summary.unhyphenated = plan.dictionaries.problems(for: languages)
        let sheet = MorningSheet(of: summary, in: plan.language)
        try tray.file(named: "morning.txt").write(sheet.text)
        try tray.file(named: "morning.html").write(sheet.html)
        let manifest = Manifest(
            of: summary, templates: plan.templateFingerprints, fonts: try plan.fontFingerprints(),
            dictionaries: try plan.dictionaryFingerprints(for: languages), files: try tray.finish())
        let json = manifest.json
        try tray.file(named: "manifest.json").write(json)
        _ = try tray.finish()
        if plan.mailing.output.xml && summary.letters > 0 {
            try MailingSchema.validate(path: tray.draftPath(of: "mailing.xml"))
        }
        return Fingerprint(of: json)
    }

    private func writeLeftOut() throws(Problem) {
        let writer = CSVWriter(to: try tray.file(named: "left-out.csv"))
        try writer.row(["client", "reason", "words"])
        for reason in leftOut {
            try writer.row([String(reason.client), reason.code, reason.words.text(in: plan.language)])
        }
        try writer.finish()
    }
}

extension Wording {
    fileprivate static func doubtful(_ field: ClientField) -> Wording {
        Wording(
            en: "\(field.name) was doubtful when it was imported",
            fr: "«\u{A0}\(field.frenchName)\u{A0}» était douteux à l’import")
    }
}
