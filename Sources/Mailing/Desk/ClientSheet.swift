package import Correspondence
import Merging

/// A client's record as a page to read.
///
/// Tabs without a line are left out. A question mark stands before what somebody should look at.
package struct ClientSheet {
    private let page: ClientPage
    private let language: MessageLanguage
    private let formats: LetterFormats

    /// How many lines of the history the page shows.
    static let historyLines = 10

    private let wholeHistory: Bool

    package init(_ page: ClientPage, in language: MessageLanguage, wholeHistory: Bool = false) {
        self.page = page
        self.wholeHistory = wholeHistory
        self.language = language
        formats = LetterFormats(language == .french ? .french : .english)
    }

    /// The page, line by line.
    package var lines: [String] {
        var lines = head
        for part in [signs, main, tabs, dealings, history] where !part.isEmpty { lines += [""] + part }
        return lines
    }

    private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }

    private var client: Client { page.record.client }

    /// The number, the name, and where the client lives.
    private var head: [String] {
        let name = [client.title, client.givenName, client.familyName].compactMap(\.self).joined(separator: " ")
        var lines = ["\(say("Client", "Client")) \(page.number)"]
        if let old = page.askedFor {
            lines[0] += say(" (\(old) was merged into it)", " (le \(old) y a été fusionné)")
        }
        lines += [name, client.company ?? ""]
        let address = client.address
        lines += [address.complement, address.building, address.street, address.locality].map { $0 ?? "" }
        let town = [address.postcode, address.town, address.country.map { "(\($0))" }]
        lines.append(town.compactMap(\.self).joined(separator: " "))
        return lines.filter { !$0.isEmpty }
    }

    /// What must not be overlooked.
    private var signs: [String] {
        var lines: [String] = []
        if page.hasObjected { lines.append(say("! Objects to mailings.", "! S’oppose aux publipostages.")) }
        if let day = page.mailReturnedOn {
            lines.append(say("! Mail came back on \(day.iso).", "! Du courrier est revenu le \(short(day))."))
        }
        for doubt in client.doubts {
            let field = language == .french ? doubt.field.frenchName : doubt.field.name
            lines.append(
                say("? \(field) is doubtful: \(doubt.written)", "? \(field), valeur douteuse\u{A0}: \(doubt.written)"))
        }
        return lines
    }

    private var main: [String] {
        let fields: [(ClientField, String, String)] = [
            (.phone, "Phone", "Téléphone"), (.mobile, "Mobile", "Portable"), (.email, "E-mail", "E-mail"),
            (.birthDate, "Born on", "Né(e) le"), (.language, "Language", "Langue"), (.type, "Type", "Type"),
            (.origin, "Origin", "Origine"), (.reference, "Reference", "Référence"),
            (.createdOn, "Created on", "Créé le"),
        ]
        let rows = fields.map { (say($0.1, $0.2), text(of: $0.0)) } + [(say("Statistics", "Stats"), figures)]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.filter { !$0.1.isEmpty }.map { label, value in
            label + String(repeating: " ", count: width - label.count + 2) + value
        }
    }

    private func text(of field: ClientField) -> String {
        let text = client.text(of: field)
        return switch field {
        case .phone, .mobile: text.hasPrefix("+") ? PhoneNumber(text)?.spaced ?? text : text
        case .birthDate: client.birthDate.map(short) ?? ""
        case .createdOn: client.createdOn.map(short) ?? ""
        default: text
        }
    }

    private var figures: String {
        let figures = page.figures
        var parts = [
            count(figures.stays, "stay", "stays", "séjour", "séjours"),
            count(figures.nights, "night", "nights", "nuit", "nuits"),
        ]
        if let first = figures.firstStay, let last = figures.lastStay, figures.stays > 1 {
            parts.append(say("from \(short(first)) to \(short(last))", "du \(short(first)) au \(short(last))"))
        } else if let last = figures.lastStay {
            parts.append(say("on \(short(last))", "le \(short(last))"))
        }
        parts.append(formats.money(figures.turnover))
        parts.append(count(figures.lettersSent, "letter", "letters", "lettre", "lettres"))
        return parts.joined(separator: ", ")
    }

    private func count(_ number: Int, _ one: String, _ many: String, _ un: String, _ plusieurs: String) -> String {
        "\(number) " + (language == .french ? (number < 2 ? un : plusieurs) : number == 1 ? one : many)
    }

    private func short(_ date: CivilDate) -> String { language == .french ? formats.short(date) : date.iso }
}

extension ClientSheet {
    private var tabs: [String] {
        let record = page.record
        return tab(.companion, say("Companions", "Accompagnants"), record.companions.map(line))
            + tab(.vehicle, say("Vehicles", "Véhicules"), record.vehicles.map(line))
            + tab(.paper, say("Identity papers", "Papiers"), record.papers.map(line))
            + tab(.animal, say("Animals", "Animaux"), record.animals.map(line))
            + tab(.bank, say("Bank accounts", "R.I.B."), record.accounts.map(line))
    }

    private func tab(_ tab: ClientTab, _ title: String, _ lines: [String]) -> [String] {
        guard !lines.isEmpty else { return [] }
        return [title]
            + lines.enumerated().map { index, line in
                let doubts = page.tabDoubts[tab]?[index + 1] ?? []
                return "  \(index + 1)  \(line)" + (doubts.isEmpty ? "" : say("  (? doubtful)", "  (? douteux)"))
            }
    }

    private func line(_ companion: Companion) -> String {
        let name = [companion.givenName, companion.familyName].compactMap(\.self).joined(separator: " ")
        return joined([name, companion.birthDate.map { say("born on \($0.iso)", "né(e) le \(short($0))") }])
    }

    private func line(_ vehicle: Vehicle) -> String { joined([vehicle.plate, vehicle.country, vehicle.kind]) }

    private func line(_ paper: IdentityPaper) -> String {
        joined([
            paper.kind, paper.country,
            paper.validUntil.map { say("valid until \($0.iso)", "valable jusqu’au \(short($0))") },
        ])
    }

    private func line(_ animal: Animal) -> String {
        joined([
            animal.name, animal.species, animal.breed,
            animal.vaccinatedOn.map { say("vaccinated on \($0.iso)", "vacciné le \(short($0))") },
        ])
    }

    private func line(_ account: BankAccount) -> String { joined([account.iban, account.holder]) }

    private func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension ClientSheet {
    private var dealings: [String] {
        let record = page.record
        return list(say("Requests", "Demandes"), record.requests.map(line))
            + list(say("Stays", "Séjours"), record.stays.enumerated().map { "\($0 + 1)  " + line($1) })
            + list(say("Invoices", "Factures"), record.invoices.map(line))
            + list(say("Letters", "Courriers"), record.letters.map(line))
    }

    private func list(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [title] + lines.map { "  " + $0 }
    }

    private func line(_ request: Request) -> String {
        let answer = request.answeredOn.map { say("answered on \($0.iso)", "répondue le \(short($0))") }
        return joined([
            request.kind.words.text(in: language), request.document, request.receivedOn.map(short),
            answer ?? say("pending", "en attente"),
        ])
    }

    private func line(_ stay: Stay) -> String {
        joined([
            "\(short(stay.arrival)) – \(short(stay.departure))", stay.pitch,
            count(stay.adults, "adult", "adults", "adulte", "adultes"),
            stay.children > 0 ? count(stay.children, "child", "children", "enfant", "enfants") : nil,
            stay.state.words.text(in: language), stay.amount.map(formats.money),
        ])
    }

    private func line(_ invoice: ClientRecord.Invoice) -> String {
        let total = formats.money(InvoiceSums(invoice).total)
        guard let serial = invoice.serial else { return joined([say("open", "ouverte"), total]) }
        return joined([say("no. \(serial)", "n° \(serial)"), invoice.issuedOn.map(short), total])
    }

    private func line(_ letter: ClientRecord.SentLetter) -> String {
        joined([short(letter.sentOn), "\(letter.document) (\(letter.language.rawValue))", letter.pieceCode])
    }

    private var history: [String] {
        let lines = page.history.prefix(wholeHistory ? .max : Self.historyLines).map {
            HistoryWords($0, in: language).text
        }
        return list(say("History", "Historique"), lines)
    }
}

extension Request.Kind {
    /// The kind in a word.
    package var words: Wording {
        switch self {
        case .documentation: Wording(en: "documentation", fr: "documentation")
        case .reservation: Wording(en: "reservation", fr: "réservation")
        }
    }
}

extension Stay.State {
    /// The state in a word.
    package var words: Wording {
        switch self {
        case .option: Wording(en: "option", fr: "option")
        case .booked: Wording(en: "booked", fr: "réservé")
        case .arrived: Wording(en: "arrived", fr: "arrivé")
        case .left: Wording(en: "left", fr: "parti")
        case .cancelled: Wording(en: "cancelled", fr: "annulé")
        }
    }
}
