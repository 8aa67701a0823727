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
    /// - Parameters:
    ///   - fields: Of ``questions(before:)``, those whose new value goes to the record that the replaced one came from.
    ///   - named: Those that a person named without having been asked.
    /// - Throws: A `Problem` where one was named that was not edited since.
    package func undo(
        _ merge: Int64, giving fields: Set<ClientField> = [], naming named: [ClientField] = []
    ) throws(Problem) -> UndoneMerge {
        let questions = try questions(before: merge)
        let open = Set(questions.flatMap(\.field.takenTogether))
        if let field = named.first(where: { !open.contains($0) }) {
            throw Problem(.option("--give \(field.name)"), .nothingToGive, remedy: .leaveItOut(merge))
        }
        let record = try file.undo(merge, giving: fields, by: clerk.name, at: clerk.moment)
        // The merge is undone: these keys are hints for the nights to come.
        try? LinkageMemory.fileKeys(of: [record.survivor] + record.merged, in: file)
        return UndoneMerge(merge: DoneMerge(record), questions: questions)
    }
}

extension ClientField {
    /// The fields that an undo gives away together with this one: an address is one thing.
    package var givenTogether: [ClientField] { takenTogether }
}

extension Wording {
    fileprivate static let nothingToGive = Wording(
        en: "no value of another record was edited there since the merge, so nothing was undone.",
        fr: "aucune valeur d’une autre fiche n’y a été modifiée depuis la fusion\u{A0}; rien n’a été annulé.")

    fileprivate static func leaveItOut(_ merge: Int64) -> Wording {
        Wording(
            en: "Leave it out: publipost duplicates undo \(merge)",
            fr: "Laissez-le de côté\u{A0}: publipost duplicates undo \(merge)")
    }
}
