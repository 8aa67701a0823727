import ArgumentParser
import Correspondence
import Mailing

struct LetterCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Rehearses documents on the whole client file; nothing is written.",
        discussion: """
            Says what is wrong in the templates (exit code 1), and how many letters would be left out, be longer than a page, \
            overflow, lack a sign in every font, greet without a civility, come in another language, or have an empty field. \
            Requests, stays and invoices are made up for the rehearsal. Without a client file only the templates are checked.
            """)

    @Argument(help: "The document; without one, all of them.")
    var document: String?

    @Flag(help: "List the fields that templates may name, and which documents use them.")
    var fields = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let check = LetterCheck(shared.workplace, document: document, today: .today)
        if fields { return try printFields(check.fields()) }
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let report = try check.run(progress: line.progress)
        line.clear()
        if shared.json {
            try JSONOutput.print(LetterCheckOutput(report, language: shared.language))
        } else if !shared.quiet {
            for row in LetterCheckTable(report, language: shared.language).rows { print(row) }
        }
        for problem in report.unhyphenated { shared.voice.note(problem) }
        if let problem = report.problem { throw problem }
    }

    private func printFields(_ fields: [TemplateField]) throws {
        if shared.json { return try JSONOutput.print(fields.map(FieldOutput.init)) }
        let width = fields.map(\.name.count).max() ?? 0
        for field in fields {
            let name = field.name + String(repeating: " ", count: width - field.name.count)
            let users = field.documents.isEmpty ? "" : "  (\(field.documents.joined(separator: ", ")))"
            print("\(name)  \(field.kind.words.text(in: shared.language))\(users)")
        }
    }
}

/// A field as `letter check --fields --json` prints it.
private struct FieldOutput: Encodable {
    var field: String
    var kind: String
    /// Of each item of a list of records.
    var items: [String]?
    var usedBy: [String]

    init(_ field: TemplateField) {
        self.field = field.name
        kind = field.kind.name
        if case .list(let names) = field.kind, !names.isEmpty { items = names }
        usedBy = field.documents
    }
}

/// What `letter check --json` prints.
private struct LetterCheckOutput: Encodable {
    struct Document: Encodable {
        var document: String
        var languages: [String]
        var letters: Int
        var pages: Int
        /// Each problem in words, with its place and its remedy.
        var problems: [String]
        var findings: [Finding]
    }

    struct Finding: Encodable {
        var code: String
        /// The field or the language that it is about.
        var subject: String?
        var letters: Int
        var firstClient: Int64?
    }

    /// Absent where there is no client file.
    var clients: Int?
    var documents: [Document]
    /// Why letters in some language will not be hyphenated, in words.
    var unhyphenated: [String]

    init(_ report: LetterCheckReport, language: MessageLanguage) {
        clients = report.clients
        unhyphenated = report.unhyphenated.map { $0.text(in: language) }
        documents = report.documents.map { document in
            Document(
                document: document.name, languages: document.languages.map(\.rawValue), letters: document.letters,
                pages: document.pages, problems: document.problems.map { $0.text(in: language) },
                findings: document.findings.map { finding in
                    Finding(
                        code: finding.kind.code, subject: finding.kind.subject, letters: finding.count,
                        firstClient: finding.client)
                })
        }
    }
}
