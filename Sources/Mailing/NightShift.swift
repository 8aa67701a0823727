import Correspondence
import Filing
import Fingerprints
import Interchange

/// A run under way: its papers, and what it has done so far.
final class NightShift {
    private(set) var report: MailingReport
    private let plan: RunPlan
    private let file: ClientFile
    private let tray: OutputTray
    private let progress: Progress
    private var watch = Stopwatch()
    /// The list that was imported.
    private var list: String?

    /// Begins with what a killed run may have left in the journal.
    init(_ plan: RunPlan, file: ClientFile, tray: OutputTray, progress: Progress) throws(Problem) {
        self.plan = plan
        self.file = file
        self.tray = tray
        self.progress = progress
        let summary = RunSummary(
            mailing: plan.mailing.name, document: plan.mailing.document, date: plan.date, runName: tray.runName)
        let settled = try file.settleRuns(isPublished: OutputTray.holds)
        report = MailingReport(summary: summary, folder: nil, timings: [:], notes: settled.map(Problem.settled))
    }

    /// Imports a list; its refused rows go into the tray.
    func take(_ list: OpenedList, at path: String, through clients: ClientImport) throws(Problem) {
        self.list = path
        var imported =
            switch list {
            case .rows(let rows): try take(rows, at: path, through: clients)
            case .records(let records): try take(records, calling: list.rejectsName)
            }
        imported.rejectsName = list.rejectsName
        report.summary.imported = imported
        watch.lap(.importing)
    }

    private func take(
        _ rows: ClientList, at path: String, through clients: ClientImport
    ) throws(Problem) -> ImportSummary {
        let rejects = RunRejects(in: tray, of: rows, language: plan.language)
        let summary = try clients.run(rows, at: path, into: file, rejects: rejects, progress: progress)
        try rejects.finish()
        return summary
    }

    private func take(_ records: ClientXMLImport, calling rejects: String) throws(Problem) -> ImportSummary {
        try records.run(into: file, in: plan.language, progress: progress) { refused throws(Problem) in
            try refused.copy(from: records.path, to: tray.file(named: rejects))
        }
    }

    /// Finds the records that are surely the same client; where the mailing says so, merges them, and none is left to be found.
    ///
    /// - Parameter moment: Of the merges, in seconds since 1970-01-01 UTC.
    func duplicates(at moment: Int64) throws(Problem) -> [DuplicateGroup] {
        defer { watch.lap(.comparing) }
        guard plan.mailing.duplicates == .mergeCertain else {
            return try plan.duplicates(in: file, isKeeping: true, into: &report.summary, progress: progress)
        }
        let clerk = Clerk(name: Clerk.present.name, moment: moment, day: plan.date)
        let outcome = try AutomaticMerging(file, by: clerk).run(atMost: nil, progress: progress)
        report.summary.merges = outcome.merges
        report.summary.doubtfulGroups = outcome.groupsToCheck
        report.summary.isPartialLook = outcome.wasPartial
        report.summary.clients = try file.clientCount()
        return []
    }

    /// The problem that ends the run, with the merges that were made before it: they stay, since each can be undone.
    func withMerges(_ problem: Problem) -> Problem {
        guard !report.summary.merges.isEmpty else { return problem }
        var problem = problem
        problem.others.append(.mergesStay(report.summary.merges, in: file.path))
        return problem
    }

    func recipients(onePer groups: [DuplicateGroup]) throws(Problem) -> MailingList {
        let list = try MailingList(for: plan.mailing, in: file, home: plan.house.country, onePer: groups)
        report.summary.requests = list.requestCount
        watch.lap(.selecting)
        return list
    }

    /// Writes the letters and books them; the tray appears with the booking or not at all.
    func write(to list: MailingList, limit: Int?, startedAt: Int64) throws(Problem) {
        let booking = try file.beginRun(
            mailing: plan.mailing.name, date: plan.date, folder: tray.absoluteFolder, startedAt: startedAt)
        do throws(Problem) {
            let desk = try WritingDesk(plan, file: file, tray: tray, booking: booking, limit: limit)
            try desk.write(to: list, into: &report.summary, progress: progress)
            watch.lap(.writing)
            if report.summary.letters == 0 {
                return try endWithoutLetters(booking)
            }
            let manifest = try desk.finish(&report.summary)
            report.notes += report.summary.unhyphenated
            watch.lap(.finishing)
            report.timings = watch.seconds
            try book(booking, manifest: manifest)
        } catch {
            // What was written ahead counts for nothing; should this fail too, the next run clears it.
            try? booking.abandon()
            throw error
        }
        report.folder = tray.folder
        if let imported = report.summary.imported, imported.rejected > 0 {
            report.rejectsPath = "\(tray.folder)/\(imported.rejectsName)"
        }
    }

    /// Leaves no folder. What it would have told is told now, and refused rows go beside their list.
    private func endWithoutLetters(_ booking: RunBooking) throws(Problem) {
        let merges = report.summary.merges
        if !merges.isEmpty { report.notes.append(.mergesStay(merges, in: file.path)) }
        try booking.abandon()
        guard let list, let imported = report.summary.imported, imported.rejected > 0 else { return }
        let path = ClientImport.rejectsPath(beside: list)
        _ = try tray.finish()
        try tray.move(imported.rejectsName, to: path)
        report.rejectsPath = path
    }

    private func book(_ booking: RunBooking, manifest: Fingerprint) throws(Problem) {
        let summary = report.summary
        do throws(Problem) {
            try booking.finish(
                counts: JSONLine.of(
                    [
                        "letters": summary.letters, "pages": summary.pages, "requests": summary.requests,
                        "set_aside": summary.setAside.total,
                    ], texts: ["manifest": manifest.hex]),
                timings: JSONLine.of(report.timings)
            ) { () throws(Problem) in try tray.publish() }
        } catch {
            tray.withdraw()
            throw error
        }
    }
}

extension Problem {
    /// What became of a run that was killed.
    fileprivate static func settled(_ run: RunRecord) -> Problem {
        Problem(.thing(.run(run.folder)), run.state == .booked ? .wasCompleted : .wasTakenOut)
    }

    fileprivate static func mergesStay(_ merges: [DoneMerge], in path: String) -> Problem {
        Problem(.file(path), .mergesStay(merges), remedy: .undo(merges))
    }
}

extension Wording {
    fileprivate static func mergesStay(_ merges: [DoneMerge]) -> Wording {
        let list = merges.map { "\($0.number) (\($0.words))" }.joined(separator: "; ")
        return Wording(
            en: "these merges were made before the letters, and stay: \(list).",
            fr: "ces fusions ont été faites avant les lettres et restent\u{A0}: \(list).")
    }

    fileprivate static func undo(_ merges: [DoneMerge]) -> Wording {
        Wording(
            en: "Take one back, if it is wrong, with: \(merges[0].undoCommand)",
            fr: "S’il y en a une de trop, annulez-la\u{A0}: \(merges[0].undoCommand)")
    }

    fileprivate static func run(_ folder: String) -> Wording {
        Wording(en: "run \(folder)", fr: "envoi \(folder)")
    }

    fileprivate static let wasCompleted = Wording(
        en: "it was killed after its letters were there; they are booked now.",
        fr: "il a été interrompu une fois ses lettres prêtes\u{A0}; elles sont maintenant enregistrées.")
    fileprivate static let wasTakenOut = Wording(
        en: "it was killed before its letters were there; nothing of it counts.",
        fr: "il a été interrompu avant que ses lettres soient prêtes\u{A0}; rien n’en est compté.")
}
