package import Correspondence
import Filing

/// A client's record as the desk shows it: the main page, every tab, what is computed, and the history.
package struct ClientPage: Sendable {
    /// Bank accounts are masked.
    package var record: ClientRecord
    /// The number that was asked for, where it is not the client's own: that record was merged.
    package var askedFor: Client.Number?
    package var figures: Figures
    /// The latest first.
    package var history: [HistoryLine]
    package var hasObjected: Bool
    /// The day mail came back, while the address was not put right.
    package var mailReturnedOn: CivilDate?
    /// What somebody should look at, beyond the client's own doubts.
    package var tabDoubts: [ClientTab: [Int: [Wording]]]

    /// Computed, never typed.
    package struct Figures: Hashable, Sendable {
        package var firstStay: CivilDate?
        package var lastStay: CivilDate?
        package var stays: Int
        package var nights: Int
        package var turnover: Money
        package var lettersSent: Int
    }

    /// Who edited what, and when.
    package struct HistoryLine: Hashable, Sendable {
        /// Seconds since 1970-01-01 UTC.
        package var madeAt: Int64
        package var who: String
        package var what: String
        package var before: String?
        package var after: String?
    }

    package var number: Client.Number { record.client.number ?? 0 }
}

extension ReceptionDesk {
    /// Opens a client's record. An old number leads to the record that it was merged into.
    package func page(of key: ClientKey) throws(Problem) -> ClientPage {
        let number = try number(of: key)
        let filed = try file.client(number)
        let figures = try file.statistics(of: number)
        let record = try record(of: filed)
        var asked: Client.Number?
        if case .number(let typed) = key, typed != number { asked = typed }
        return ClientPage(
            record: record, askedFor: asked,
            figures: ClientPage.Figures(
                firstStay: figures.firstStay, lastStay: figures.lastStay, stays: figures.stays, nights: figures.nights,
                turnover: figures.turnover, lettersSent: figures.lettersSent),
            history: try file.history(of: number).map {
                ClientPage.HistoryLine(
                    madeAt: $0.madeAt, who: $0.who, what: $0.what, before: $0.before, after: $0.after)
            },
            hasObjected: filed.hasObjected, mailReturnedOn: filed.mailReturnedOn,
            tabDoubts: doubts(in: record))
    }

    /// All that belongs to a client, bank accounts masked.
    func record(of filed: FiledClient) throws(Problem) -> ClientRecord {
        let number = filed.client.number ?? 0
        var record = ClientRecord(client: filed.client)
        record.companions = try file.lines(of: number, as: Companion.self)
        record.vehicles = try file.lines(of: number, as: Vehicle.self)
        record.papers = try file.lines(of: number, as: IdentityPaper.self)
        record.animals = try file.lines(of: number, as: Animal.self)
        record.accounts = try file.lines(of: number, as: BankAccount.self).map {
            BankAccount(iban: IBAN.masked($0.iban), holder: $0.holder)
        }
        record.requests = try file.requests(of: number)
        record.stays = try file.stays(of: number)
        record.invoices = try file.invoices(of: number).map(ClientRecord.Invoice.init)
        record.letters = try letters(to: number)
        return record
    }

    private func letters(to number: Client.Number) throws(Problem) -> [ClientRecord.SentLetter] {
        let letters = try file.letters(to: number)
        let runs = letters.contains { $0.run != nil } ? try file.runs(limit: .max) : []
        let names = Dictionary(uniqueKeysWithValues: runs.map { ($0.number, $0.name) })
        return letters.map { letter in
            ClientRecord.SentLetter(
                document: letter.document, language: letter.language, sentOn: letter.sentOn ?? clerk.day,
                pieceCode: letter.pieceCode, run: letter.run.flatMap { names[$0] })
        }
    }

    private func doubts(in record: ClientRecord) -> [ClientTab: [Int: [Wording]]] {
        [
            .companion: numbered(record.companions), .vehicle: numbered(record.vehicles),
            .paper: numbered(record.papers), .animal: numbered(record.animals),
        ]
    }

    private func numbered(_ lines: [some TypedLine]) -> [Int: [Wording]] {
        var doubts: [Int: [Wording]] = [:]
        for (index, line) in lines.enumerated() {
            let found = line.doubts(today: clerk.day).map(\.what)
            if !found.isEmpty { doubts[index + 1] = found }
        }
        return doubts
    }
}
