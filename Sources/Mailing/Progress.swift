package import Correspondence
import Synchronization

/// Tells somebody who waits how far an errand is, and asks whether to go on.
package struct Progress: Sendable {
    package enum Stage: String, CaseIterable, Hashable, Sendable {
        case importing, comparing, selecting, writing, finishing
    }

    /// Called every so often with what is done, and of how many where that is known.
    package typealias Report = @Sendable (_ stage: Stage, _ done: Int, _ total: Int?) -> Void

    private let report: Report
    private let isStopped: @Sendable () -> Bool

    package init(report: @escaping Report, isStopped: @escaping @Sendable () -> Bool = { false }) {
        self.report = report
        self.isStopped = isStopped
    }

    /// Nobody watches.
    package static let unwatched = Progress(report: { _, _, _ in })

    /// Reports from where nothing can be thrown.
    func show(_ stage: Stage, _ done: Int, of total: Int? = nil) {
        report(stage, done, total)
    }

    /// Reports, and throws if somebody has asked the program to stop.
    func tell(_ stage: Stage, _ done: Int, of total: Int? = nil) throws(Problem) {
        if isStopped() { throw Problem(nil, .stopped, remedy: .runAgain) }
        report(stage, done, total)
    }
}

extension Progress.Stage {
    /// What is being done, for the progress line.
    package var words: Wording {
        switch self {
        case .importing: Wording(en: "Reading the client list", fr: "Lecture de la liste des clients")
        case .comparing: Wording(en: "Looking for duplicates", fr: "Recherche des doublons")
        case .selecting: Wording(en: "Selecting", fr: "Sélection")
        case .writing: Wording(en: "Writing letters", fr: "Rédaction des lettres")
        case .finishing: Wording(en: "Finishing", fr: "Finitions")
        }
    }
}

extension Wording {
    fileprivate static let stopped = Wording(
        en: "The work was stopped before its end. What it was making was not kept; an import that had ended was.",
        fr: "Le travail a été arrêté avant la fin. Ce qu’il préparait n’est pas gardé\u{A0}; un import terminé l’est.")
    fileprivate static let runAgain = Wording(en: "Run it again when you like.", fr: "Relancez-le quand vous voulez.")
}
