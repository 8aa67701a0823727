import Correspondence
import Interchange
import Merging
import Typesetting

/// A plain mail merge under way: rows in, letters out.
final class MergeWork {
    private let document: MergeDocument
    private let list: MergeList
    private let press: MergePress
    private let date: CivilDate
    private let limit: Int?
    private let homeCountry: String
    private let hasAddresses: Bool
    /// The cells of the row at hand by column; nil where empty or not needed.
    private var cells: [String?]

    init(_ document: MergeDocument, list: MergeList, press: MergePress, date: CivilDate, limit: Int?) {
        self.document = document
        self.list = list
        self.press = press
        self.date = date
        self.limit = limit
        homeCountry = document.house?.country ?? "FR"
        hasAddresses = list.hasAddresses
        cells = [String?](repeating: nil, count: list.header.count)
        list.live(in: homeCountry)
    }

    /// Writes a letter for each row until the list or the limit is reached.
    func writeLetters(
        into report: inout MergeReport, rejects: MergeRejects?, progress: Progress
    ) throws(Problem) {
        report.hasAddresses = hasAddresses
        while limit.map({ report.letters < $0 }) ?? true, try list.next() {
            if report.rows % 1024 == 0 { try progress.tell(.writing, report.letters) }
            report.rows += 1
            guard let reason = try write(into: &report) else { continue }
            report.leaveOut(line: list.line, reason)
            try rejects?.put(line: list.line, reason)
        }
    }

    /// Writes the row at hand. Returns why it gets no letter, nil where it got one.
    private func write(into report: inout MergeReport) throws(Problem) -> MergeReport.Reason? {
        if let fault = list.fault { return MergeReport.Reason(code: fault.code, words: fault.words.asSentence) }
        let known = list.known()
        let name = PersonName(of: known.client)
        if hasAddresses, let reason = LetterFields.leftOut(known.client, named: name) {
            return MergeReport.Reason(code: reason.code, words: reason.words)
        }
        let letter = letter(for: known, named: name)
        let printed = try press.put(letter, client: known.client, line: list.line, after: report.pages)
        if let reason = printed.leftOut { return MergeReport.Reason(code: reason.code, words: reason.words) }
        report.letters += 1
        report.pages += printed.pages
        for warning in printed.warnings { report.warn(line: list.line, warning) }
        return nil
    }

    private func letter(for known: MergeList.Known, named name: PersonName) -> Letter {
        let sheet = document.sheets[document.sheet(for: known.client.language)]
        for column in sheet.needs.columns { cells[column] = list.cell(column) }
        let record = document.fields.record(
            cells: cells, client: known.client, named: name, request: known.request, stay: known.stay,
            needs: sheet.needs, today: date, language: sheet.template.language)
        return sheet.template.merge(
            record, addressLines: hasAddresses ? addressLines(known.client, name, sheet.template.language) : [],
            placeAndDate: sheet.placeAndDate,
            referenceLine: known.client.reference.map(sheet.formats.referenceLine) ?? "", pieceCode: "L\(list.line)")
    }

    private func addressLines(_ client: Client, _ name: PersonName, _ language: Language) -> [String] {
        PostalLabel(for: client, named: name, from: homeCountry, in: document.house?.language ?? language).lines
    }

    func finish() throws(Problem) { try press.finish() }
}
