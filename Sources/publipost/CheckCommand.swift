import ArgumentParser
import Correspondence
import Mailing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Is everything in order: client file, templates, fonts, printer?")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let findings = try OfficeCheck(shared.workplace).findings()
        for problem in findings.faults { StandardError.print(problem.text(in: shared.language)) }
        for problem in findings.remarks { shared.voice.note(problem) }
        if shared.json {
            try JSONOutput.print(
                JSONValue.object([
                    "clients": .number(Int64(findings.clients)), "documents": .number(Int64(findings.documents)),
                    "faults": .list(findings.faults.map { .text($0.text(in: shared.language)) }),
                    "remarks": .list(findings.remarks.map { .text($0.text(in: shared.language)) }),
                ]))
        }
        guard findings.faults.isEmpty else { throw ExitCode.failure }
        shared.voice.say(.inOrder(findings))
    }
}

extension Wording {
    fileprivate static func inOrder(_ findings: OfficeCheck.Findings) -> Wording {
        Wording(
            en: "Everything is in order: \(findings.clients) clients, \(findings.documents) document types.",
            fr: "Tout est en ordre\u{A0}: \(findings.clients) clients, \(findings.documents) documents types.")
    }
}
