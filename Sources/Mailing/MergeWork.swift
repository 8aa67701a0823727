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
    /// Whether some letter was written in the language of each of the document's sheets.
    private var isUsed: [Bool]

    init(_ document: MergeDocument, list: MergeList, press: MergePress, date: CivilDate, limit: Int?) {
        self.document = document
        self.list = list
        self.press = press
        self.date = date
        self.limit = limit
        homeCountry = document.house?.country ?? "FR"
        hasAddresses = list.hasAddresses
        cells = [String?](repeating: nil, count: list.header.count)
        isUsed = [Bool](repeating: false, count: document.sheets.count)
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
        let number = document.sheet(for: known.client.language)
        let (letter, doubts) = letter(for: known, named: name, on: document.sheets[number])
        let printed = try press.put(letter, client: known.client, line: list.line, after: report.pages)
        if let reason = printed.leftOut { return MergeReport.Reason(code: reason.code, words: reason.words) }
        isUsed[number] = true
        report.letters += 1
        report.pages += printed.pages
        for warning in printed.warnings { report.warn(line: list.line, code: warning.code, warning.words) }
        for doubt in doubts { report.warn(line: list.line, code: doubt.code, doubt.words) }
        return nil
    }

    private func letter(
        for known: MergeList.Known, named name: PersonName, on sheet: MergeDocument.Sheet
    ) -> (letter: Letter, doubts: [FieldDoubt]) {
        for column in sheet.needs.columns { cells[column] = list.cell(column) }
        let record = document.fields.record(
            cells: cells, client: known.client, named: name, request: known.request, stay: known.stay,
            needs: sheet.needs, today: date, language: sheet.template.language)
        return sheet.template.mergeNotingDoubts(
            record, addressLines: hasAddresses ? addressLines(known.client, name, sheet.template.language) : [],
            placeAndDate: sheet.placeAndDate,
            referenceLine: known.client.reference.map(sheet.formats.referenceLine) ?? "", pieceCode: "L\(list.line)")
    }

    private func addressLines(_ client: Client, _ name: PersonName, _ language: Language) -> [String] {
        PostalLabel(for: client, named: name, from: homeCountry, in: document.house?.language ?? language).lines
    }

    /// The languages of the letters written so far.
    var languages: [Language] { zip(document.sheets, isUsed).filter(\.1).map(\.0.template.language) }

    func finish() throws(Problem) { try press.finish() }
}
