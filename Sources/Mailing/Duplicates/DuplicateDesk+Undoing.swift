package import Correspondence
import Filing

/// A field that was edited after a merge: the new value replaced one that had come from another record. Whose is it after an undo?
package struct UndoQuestion: Hashable, Sendable {
    package var field: ClientField
    package var before: String?
    package var after: String?
    /// The record that the replaced value had come from.
    package var source: Client.Number
    /// The record that keeps the new value unless it is given away.
    package var edited: Client.Number

    package init(field: ClientField, before: String?, after: String?, source: Client.Number, edited: Client.Number) {
        self.field = field
        self.before = before
        self.after = after
        self.source = source
        self.edited = edited
    }
}

/// A merge taken back.
package struct UndoneMerge: Sendable {
    package var merge: DoneMerge
    /// What was edited since, and stayed or was given as asked.
    package var questions: [UndoQuestion]

    package var words: Wording {
        let numbers = ([merge.survivor] + merge.merged).map(String.init).joined(separator: ", ")
        return Wording(
            en:
                "Merge \(merge.number) is undone: clients \(numbers) are records of their own again and are kept apart.",
            fr:
                "La fusion \(merge.number) est annulée\u{A0}: les clients \(numbers) ont de nouveau chacun leur fiche et restent séparés."
        )
    }
}

extension DuplicateDesk {
    /// What an undo of a merge has to settle first. Empty: nothing to ask.
    package func questions(before merge: Int64) throws(Problem) -> [UndoQuestion] {
        try file.undoConflicts(of: merge).map { conflict in
            UndoQuestion(
                field: conflict.field, before: conflict.before, after: conflict.after, source: conflict.source,
                edited: conflict.edited)
        }
    }

    /// Takes a merge back.
    ///
    /// - Parameter fields: Of ``questions(before:)``, those whose new value goes to the record that the replaced one came from.
    package func undo(_ merge: Int64, giving fields: Set<ClientField> = []) throws(Problem) -> UndoneMerge {
        let questions = try questions(before: merge)
        let record = try file.undo(merge, giving: fields, by: clerk.name, at: clerk.moment)
        return UndoneMerge(merge: DoneMerge(record), questions: questions)
    }
}
