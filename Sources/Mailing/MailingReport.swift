package import Correspondence

/// What a run says when it has ended.
package struct MailingReport: Sendable {
    package var summary: RunSummary
    /// The folder that the run left. Nil: there was nothing to do.
    package var folder: String?
    /// Where the rows that the import refused are. Nil: it refused none.
    package var rejectsPath: String?
    /// Seconds by stage.
    package var timings: [String: Double]
    /// Further things to know: a run that was killed and is settled now, where refused rows went…
    package var notes: [Problem]

    /// What was left out by a fault, each with its client number: the first of them.
    package var faults: [Problem] {
        let refused = rejectsPath.flatMap { summary.imported?.refusals(writtenTo: $0) } ?? []
        return refused
            + summary.setAside.faults.map { fault in
                Problem(.thing(.client(fault.client)), fault.words)
            }
    }

    /// The run in a sentence or two.
    package var words: Wording {
        guard let folder else { return .nothingToDo(summary.setAside.total) }
        return .done(summary, folder: folder)
    }
}

extension Wording {
    fileprivate static func client(_ number: Client.Number) -> Wording {
        Wording(en: "client \(number)", fr: "client \(number)")
    }

    fileprivate static func nothingToDo(_ setAside: Int) -> Wording {
        if setAside == 0 {
            return Wording(
                en: "Nothing to do: every request has been answered.",
                fr: "Rien à faire\u{A0}: toutes les demandes ont reçu leur réponse.")
        }
        return Wording(
            en: "No letter was made: \(count(setAside, "pending request")) set aside.",
            fr:
                "Aucune lettre n’a été faite\u{A0}: \(count(setAside, "demande")) en attente, \(setAside > 1 ? "mises" : "mise") de côté."
        )
    }

    /// One letter, two letters; in French nothing is one too.
    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    fileprivate static func done(_ summary: RunSummary, folder: String) -> Wording {
        let aside = summary.setAside.total
        return Wording(
            en: "\(folder): \(count(summary.letters, "letter")) on \(count(summary.pages, "page")), "
                + "\(count(aside, "request")) set aside. "
                + "Begin with \(folder)/morning.txt.",
            fr:
                "\(folder)\u{A0}: \(summary.letters) lettres sur \(summary.pages) pages, \(aside) demandes mises de côté. "
                + "Commencez par \(folder)/morning.txt.")
    }
}
