import Correspondence
import Mailing

/// A rehearsal's findings as a table: how many letters, what, and the first client whom it concerns.
struct LetterCheckTable {
    private let report: LetterCheckReport
    private let language: MessageLanguage

    init(_ report: LetterCheckReport, language: MessageLanguage) {
        self.report = report
        self.language = language
    }

    var rows: [String] {
        let documents = report.documents.flatMap { [head(of: $0)] + findings(of: $0) }
        let missing = report.missingFile.map { [Wording.onlyTemplates($0).text(in: language)] } ?? []
        return missing + documents
    }

    private func head(of document: LetterCheckReport.Document) -> String {
        let languages = document.languages.map(\.rawValue).joined(separator: " ")
        return "\(document.name) (\(languages)): \(state(of: document).text(in: language))"
    }

    private func state(of document: LetterCheckReport.Document) -> Wording {
        if !document.problems.isEmpty { return .broken }
        return report.clients == nil ? .readable : .rehearsed(document.letters, document.pages)
    }

    private func findings(of document: LetterCheckReport.Document) -> [String] {
        let width = document.findings.map { String($0.count).count }.max() ?? 0
        return document.findings.map { finding in
            let count = finding.count == 0 ? "" : String(finding.count)
            let first = finding.client.map { "  (client \($0)\(finding.count > 1 ? "…" : ""))" } ?? ""
            let indent = String(repeating: " ", count: 4 + width - count.count)
            return indent + count + "  " + finding.kind.words.text(in: language) + first
        }
    }
}

extension Wording {
    fileprivate static let broken = Wording(
        en: "cannot be used, see below", fr: "inutilisable, voir ci-dessous")
    fileprivate static let readable = Wording(en: "in order", fr: "en ordre")

    fileprivate static func onlyTemplates(_ file: String) -> Wording {
        Wording(
            en: "\(file): there is no such client file, so only the templates were checked.",
            fr: "\(file)\u{A0}: ce fichier clients n’existe pas\u{A0}; seuls les modèles ont été vérifiés.")
    }

    fileprivate static func rehearsed(_ letters: Int, _ pages: Int) -> Wording {
        Wording(
            en: "\(letters) letter\(letters == 1 ? "" : "s") on \(pages) page\(pages == 1 ? "" : "s")",
            fr: "\(letters) lettre\(letters == 1 ? "" : "s") sur \(pages) page\(pages == 1 ? "" : "s")")
    }
}
