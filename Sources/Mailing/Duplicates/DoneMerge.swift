package import Correspondence
import Filing

/// A merge that was made in the client file: its number, for undoing it, and whose records became one.
package struct DoneMerge: Hashable, Sendable {
    package var number: Int64
    package var survivor: Client.Number
    /// Ascending.
    package var merged: [Client.Number]

    package init(number: Int64, survivor: Client.Number, merged: [Client.Number]) {
        self.number = number
        self.survivor = survivor
        self.merged = merged
    }

    init(_ record: MergeRecord) {
        self.init(number: record.number, survivor: record.survivor, merged: record.merged)
    }

    /// The command that takes it back.
    package var undoCommand: String { "publipost duplicates undo \(number)" }

    /// `client 12 ← 40, 41`.
    package var words: String {
        "client \(survivor) ← \(merged.map(String.init).joined(separator: ", "))"
    }
}
