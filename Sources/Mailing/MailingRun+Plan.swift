package import Correspondence
import Filing
import Merging

extension MailingRun {
    /// Counts what a run would make, and writes nothing: no letter, no folder, no booking.
    ///
    /// What only typesetting finds, an address too wide for its window, is not known yet.
    ///
    /// - Throws: A `Problem` if something that all letters need is missing or wrong, as ``run(importing:progress:)`` does.
    package func plan(progress: Progress = .unwatched) throws(Problem) -> RunSummary {
        let plan = try RunPlan(
            mailing: mailing, date: date, language: language, in: TemplateDrawer(workplace.templates))
        let file = try ClientFile(reading: workplace.clientFile)
        var summary = RunSummary(
            mailing: mailing, document: plan.mailing.document, date: date, runName: date.iso)
        let duplicates = try plan.duplicates(in: file, isKeeping: false, into: &summary, progress: progress)
        let list = try MailingList(for: plan.mailing, in: file, home: plan.house.country, onePer: duplicates)
        summary.requests = list.requestCount
        try list.forEach { recipient throws(Problem) in
            return try summary.foresee(recipient, plan: plan, limit: limit, file: file)
        } leavingOut: { reason throws(Problem) in
            summary.setAside.count(reason)
        }
        return summary
    }
}

extension RunSummary {
    /// - Returns: Why there would be no letter. Nil: it would be made.
    fileprivate mutating func foresee(
        _ recipient: MailingList.Recipient, plan: RunPlan, limit: Int?, file: ClientFile
    ) throws(Problem) -> LeftOut? {
        let client = recipient.filed.client
        if let limit, letters == limit { return .limit(recipient.number) }
        if let reason = LetterFields.leftOut(client) { return reason }
        if let template = plan.documents.template(for: client.language),
            try plan.documents.stay(of: client, template, on: plan.date, in: file).isMissing
        {
            return .noStay(recipient.number)
        }
        letters += 1
        lettersByLanguage[plan.documents.language(for: client.language), default: 0] += 1
        lettersByCountry[client.address.country ?? plan.house.country, default: 0] += 1
        return nil
    }

    /// What a run would make, in a few lines.
    package var forecast: Wording {
        let languages = lettersByLanguage.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
        let aside = setAside.counts.sorted { $0.key < $1.key }
        let english = aside.map { "\(ReasonCode.words(of: $0.key).english): \($0.value)" }
        let french = aside.map { "\(ReasonCode.words(of: $0.key).french)\u{A0}: \($0.value)" }
        return Wording(
            en: (["\(letters) letters would be made for \(requests) requests (\(languages))."] + english)
                .joined(separator: "\n"),
            fr: (["\(letters) lettres seraient faites pour \(requests) demandes (\(languages))."] + french)
                .joined(separator: "\n"))
    }
}
