package import Correspondence
import Filing
import Glibc
import Interchange

/// One execution of a mailing: import, duplicates, selection, letters, export, morning sheet, booking.
package struct MailingRun {
    let workplace: Workplace
    let mailing: String
    let date: CivilDate
    let limit: Int?
    let language: MessageLanguage?
    private let startedAt: Int64

    /// - Parameters:
    ///   - mailing: The name of a file in `mailings` of the template folder, without `.yml`.
    ///   - date: The date of the letters.
    ///   - limit: At most so many letters; the other requests stay pending.
    ///   - language: Of the files that the run leaves. Nil: the house's.
    ///   - startedAt: Seconds since 1970-01-01 UTC, for the journal; nothing else depends on it.
    package init(
        _ workplace: Workplace, mailing: String, date: CivilDate, limit: Int? = nil, language: MessageLanguage? = nil,
        startedAt: Int64 = Int64(time(nil))
    ) {
        self.workplace = workplace
        self.mailing = mailing
        self.date = date
        self.limit = limit
        self.language = language
        self.startedAt = startedAt
    }

    /// The schema of `mailing.xml`.
    package static var exportSchema: String { MailingSchema.text }

    /// Makes the letters and books them.
    ///
    /// A client whose letter cannot be made is left out and named. The others still get theirs.
    ///
    /// - Parameter list: A list of clients to import first; the client file is then made where it is missing.
    /// - Throws: A `Problem` if something that all letters need is missing or wrong. Nothing is then left or booked; merges that
    ///   the mailing asked for (`duplicates: merge_certain`) stay and are named, since each can be undone.
    package func run(importing list: String? = nil, progress: Progress = .unwatched) throws(Problem) -> MailingReport {
        let plan = try RunPlan(
            mailing: mailing, date: date, language: language, in: TemplateDrawer(workplace.templates))
        let clients = ClientImport(workplace, on: date, language: plan.language)
        let opened = try list.map { path throws(Problem) in try clients.openList(path) }
        let file = try ClientFile(at: workplace.clientFile, creating: opened != nil)
        let tray = try OutputTray(output: workplace.output, mailing: mailing, date: date)

        let shift = try NightShift(plan, file: file, tray: tray, progress: progress)
        if let opened { try shift.take(opened, at: list ?? "", through: clients) }
        let duplicates = try shift.duplicates(at: startedAt)
        do throws(Problem) {
            let recipients = try shift.recipients(onePer: duplicates)
            try checkCeiling(recipients.recipientCount, of: plan.mailing)
            try shift.write(to: recipients, limit: limit, startedAt: startedAt)
        } catch {
            throw shift.withMerges(error)
        }
        return shift.report
    }

    private func checkCeiling(_ letters: Int, of mailing: MailingDefinition) throws(Problem) {
        guard let ceiling = mailing.ceiling, min(letters, limit ?? letters) > ceiling else { return }
        throw Problem(
            .file("\(workplace.templates)/mailings/\(mailing.name).yml"), .tooMany(letters, ceiling: ceiling),
            remedy: .raiseCeiling(ceiling, mailing.name))
    }
}

extension Wording {
    fileprivate static func tooMany(_ letters: Int, ceiling: Int) -> Wording {
        Wording(
            en: "the run would make \(letters) letters, more than its ceiling of \(ceiling). None was made.",
            fr: "l’envoi ferait \(letters) lettres, plus que son plafond de \(ceiling). Aucune n’a été faite.")
    }

    fileprivate static func raiseCeiling(_ ceiling: Int, _ name: String) -> Wording {
        Wording(
            en: "Raise ceiling: there, or make a part: publipost mailing run \(name) --limit \(ceiling)",
            fr: "Relevez-y ceiling:, ou faites-en une partie\u{A0}: publipost mailing run \(name) --limit \(ceiling)")
    }
}
