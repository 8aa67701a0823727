import Correspondence
import Filing
import Interchange

/// Brings clients from XML into the client file: the pages, requests and stays in one transaction, then the tabs.
///
/// Invoices and sent letters stay where they were written: an issued invoice is never made twice.
struct ClientXMLImport {
    let path: String
    let homeCountry: String
    let day: CivilDate

    /// A client's tabs, waiting until the client has a number.
    private struct Tabs {
        var number: Client.Number
        var record: ClientRecord
    }

    func run(into file: ClientFile, progress: Progress) throws(Problem) -> ImportSummary {
        let list = try ClientXMLList(path: path, homeCountry: homeCountry)
        var summary = ImportSummary()
        var tabs: [Tabs] = []
        let counts = try file.importRows(on: day) { session throws(Problem) in
            while let outcome = try list.next() {
                summary.rows += 1
                switch outcome {
                case .rejected(let rejection): refuse(rejection.words, line: rejection.line, &summary)
                case .record(let record):
                    summary.doubtfulCells += list.remarks.count
                    guard let number = try put(record, line: list.lineNumber, in: session, &summary) else { continue }
                    if record.hasTabs { tabs.append(Tabs(number: number, record: record)) }
                }
                if summary.rows % 1024 == 0 { try progress.tell(.importing, summary.rows) }
            }
        }
        summary.take(counts)
        for waiting in tabs { try fill(waiting, in: file) }
        return summary
    }

    private func put(
        _ record: ClientRecord, line: Int, in session: ImportSession, _ summary: inout ImportSummary
    ) throws(Problem) -> Client.Number? {
        var number: Client.Number?
        for row in record.rows(line: line) {
            switch try session.put(row) {
            case .filed(let filed): number = filed
            case .refused(let words): refuse(words, line: line, &summary)
            }
        }
        return number
    }

    private func refuse(_ words: Wording, line: Int, _ summary: inout ImportSummary) {
        summary.rejected += 1
        if summary.rejected <= 20 { summary.notes.append(Problem(.file(path, line: line), words.withFullStop)) }
    }

    private func fill(_ tabs: Tabs, in file: ClientFile) throws(Problem) {
        let clerk = Clerk.present
        func add<Line: TabLine>(_ lines: [Line]) throws(Problem) {
            for line in lines { try file.add(line, to: tabs.number, by: clerk.name, at: clerk.moment) }
        }
        try add(tabs.record.companions)
        try add(tabs.record.vehicles)
        try add(tabs.record.papers)
        try add(tabs.record.animals)
        try add(tabs.record.accounts.filter { IBAN($0.iban) != nil })
        guard tabs.record.objectedOn != nil, try !file.client(tabs.number).hasObjected else { return }
        try file.object(tabs.number, by: clerk.name, at: clerk.moment)
    }
}

extension ClientRecord {
    fileprivate var hasTabs: Bool {
        !companions.isEmpty || !vehicles.isEmpty || !papers.isEmpty || !animals.isEmpty || !accounts.isEmpty
            || objectedOn != nil
    }
}
