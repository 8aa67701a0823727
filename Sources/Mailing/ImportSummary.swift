package import Correspondence

/// What an import did.
package struct ImportSummary: Hashable, Sendable {
    /// Rows read, without the head.
    package var rows = 0
    package var newClients = 0
    package var updatedClients = 0
    package var unchangedClients = 0
    package var newRequests = 0
    package var newStays = 0
    package var rejected = 0
    /// Cells kept as they were written, for somebody to look at.
    package var doubtfulCells = 0
    /// What somebody should know about the list itself: a column that is not known…
    package var notes: [Problem] = []

    /// The first refused rows: where each stands in the list, and why.
    package var refused: [Problem] = []
    /// Where the refused rows were written to. Nil: none was, or not yet.
    package var rejectsPath: String?
    /// What the file of refused rows is called in a run's folder.
    package var rejectsName = "rejected.csv"

    package static let namedRows = 5

    package init() {}

    /// The refused rows as problems, the last of them with what to do.
    package func refusals(writtenTo path: String) -> [Problem] {
        guard let last = refused.last else { return [] }
        var end = last
        end.remedy = .mend(path, further: rejected - refused.count)
        return refused.dropLast() + [end]
    }
}

extension Wording {
    fileprivate static func mend(_ path: String, further: Int) -> Wording {
        Wording(
            en: (further > 0 ? "\(further) more are there too. " : "")
                + "Mend the rows in \(path), then: publipost import \(path)",
            fr: (further > 0 ? "\(further) autres y sont aussi. " : "")
                + "Corrigez les lignes dans \(path), puis\u{A0}: publipost import \(path)")
    }
}
