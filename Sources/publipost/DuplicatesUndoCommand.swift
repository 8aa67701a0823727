import ArgumentParser
import Correspondence
import Glibc
import Mailing

struct DuplicatesUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes a merge back: the records come back as they were.",
        discussion: """
            Also after later edits and after a mailing; what was added since stays with the record it was added to. Where a value \
            that came from another record was edited since, it is asked on a terminal whose the new one is. The records are \
            remembered as not the same.
            """)

    @Argument(help: ArgumentHelp("The merge's number.", valueName: "merge"))
    var merge: Int64

    @Option(
        help: ArgumentHelp(
            "The new value of this field goes to the record that the old one came from.", valueName: "field"))
    var give: [ClientField] = []

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let desk = try DuplicateDesk(shared.workplace)
        var given = Set(give.flatMap(\.givenTogether))
        var asked = given
        if isatty(STDIN_FILENO) == 1, !shared.json, !shared.quiet {
            for question in try desk.questions(before: merge) where !asked.contains(question.field) {
                asked.formUnion(question.field.givenTogether)
                if ask(question) { given.formUnion(question.field.givenTogether) }
            }
        }
        let undone = try desk.undo(merge, giving: given, naming: give)
        shared.voice.say(undone.words)
        for question in undone.questions { shared.voice.say(.settled(question, given: given.contains(question.field))) }
        if shared.json { try JSONOutput.print(UndoOutput(undone, given: given)) }
    }

    private func ask(_ question: UndoQuestion) -> Bool {
        print(Wording.asked(question).text(in: shared.language), terminator: " ")
        fflush(nil)
        return ["y", "yes", "o", "oui"].contains(readLine()?.lowercased() ?? "")
    }
}

extension ClientField: ExpressibleByArgument {}

/// What `duplicates undo --json` prints.
private struct UndoOutput: Encodable {
    struct Edit: Encodable {
        var field: String
        /// The client that has the new value now.
        var client: Int64
    }

    var merge: Int64
    var survivor: Int64
    var restored: [Int64]
    var edits: [Edit]

    init(_ undone: UndoneMerge, given: Set<ClientField>) {
        merge = undone.merge.number
        survivor = undone.merge.survivor
        restored = undone.merge.merged
        edits = undone.questions.map { question in
            Edit(
                field: question.field.name,
                client: given.contains(question.field) ? question.source : question.edited)
        }
    }
}

extension Wording {
    /// Shows the values: it stands on the terminal of whoever asks, and nowhere else.
    fileprivate static func asked(_ question: UndoQuestion) -> Wording {
        let (before, after) = (question.before ?? "—", question.after ?? "—")
        return Wording(
            en:
                "\(question.field.name): \"\(before)\" of client \(question.source) became \"\(after)\" after the merge. "
                + "Give it to client \(question.source)? [y/N]",
            fr: "\(question.field.frenchName)\u{A0}: «\u{A0}\(before)\u{A0}» du client \(question.source) est devenu "
                + "«\u{A0}\(after)\u{A0}» après la fusion. Le donner au client \(question.source)\u{A0}? [o/N]")
    }

    fileprivate static func settled(_ question: UndoQuestion, given: Bool) -> Wording {
        let owner = given ? question.source : question.edited
        return Wording(
            en: "\(question.field.name) was edited since; the new value is client \(owner)'s.",
            fr: "\(question.field.frenchName) a été modifié depuis\u{A0}; la nouvelle valeur est au client \(owner).")
    }
}
