import Correspondence
import Merging

/// A line of the edit history for a person: French in French; in English as the file keeps it.
struct HistoryWords {
    private let line: ClientPage.HistoryLine
    private let language: MessageLanguage

    init(_ line: ClientPage.HistoryLine, in language: MessageLanguage) {
        self.line = line
        self.language = language
    }

    var text: String {
        let moment = LocalTime(line.madeAt)
        let change = [line.before, line.after].map { $0.map(value) ?? "–" }.joined(separator: " → ")
        let what = line.before == nil && line.after == nil ? noun : "\(noun)\(colon) \(change)"
        return "\(language == .french ? moment.frenchText : moment.text)  \(line.who)  \(what)"
    }

    private var colon: String { language == .french ? "\u{A0}:" : ":" }

    private var noun: String {
        guard language == .french else { return line.what }
        return ClientField(rawValue: line.what)?.frenchName ?? Self.frenchNouns[line.what] ?? line.what
    }

    private static let frenchNouns = [
        "added": "fiche créée", "erased": "fiche effacée", "objection": "opposition", "returned": "courrier revenu",
        "companion": "accompagnant", "vehicle": "véhicule", "identity_paper": "pièce d’identité", "animal": "animal",
        "bank_account": "R.I.B.", "request": "demande", "stay": "séjour", "sale": "vente", "invoice": "facture",
    ]

    /// What stood there, or stands there now, in one line.
    private func value(_ text: String) -> String {
        let text = text.replacing("\n", with: ", ")
        guard language == .french, !(ClientField(rawValue: line.what).map { !$0.isDate } ?? false) else { return text }
        return text.split(separator: ", ").map { part in
            part.split(separator: " – ").map { word($0) }.joined(separator: " – ")
        }.joined(separator: ", ")
    }

    /// A day, or a word that the program itself has put there.
    private func word(_ text: Substring) -> String {
        let text = String(text)
        if let day = CivilDate(iso: text) { return LetterFormats(.french).short(day) }
        switch line.what {
        case "stay": return Stay.State(rawValue: text)?.words.french ?? text
        case "request": return Request.Kind(rawValue: text)?.words.french ?? text
        case "returned" where text == "settled": return "réglé"
        default: return text
        }
    }
}

extension ClientField {
    fileprivate var isDate: Bool { self == .birthDate || self == .createdOn }
}
