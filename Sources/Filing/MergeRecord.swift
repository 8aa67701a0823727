package import Correspondence

/// Records to be made one client.
package struct MergeOrder: Hashable, Sendable {
    /// Two or more numbers; an old one stands for its survivor.
    package var members: [Client.Number]
    /// The one whose number stays. Nil: the lowest, which is the oldest in the file.
    package var survivor: Client.Number?
    /// What a person chose to be shown: the field, and the member that it is taken from.
    package var choices: [ClientField: Client.Number]
    /// What linkage thought of the weakest pair, 0 to 1.
    package var probability: Double?

    package init(
        _ members: [Client.Number], into survivor: Client.Number? = nil, choices: [ClientField: Client.Number] = [:],
        probability: Double? = nil
    ) {
        self.members = members
        self.survivor = survivor
        self.choices = choices
        self.probability = probability
    }
}

/// A merge as the file keeps it.
package struct MergeRecord: Hashable, Sendable {
    package var number: Int64
    package var survivor: Client.Number
    /// The records merged into the survivor, ascending.
    package var merged: [Client.Number]
    /// Seconds since 1970-01-01 UTC.
    package var madeAt: Int64
    package var who: String
    package var isAutomatic: Bool
    package var probability: Double?
    /// Nil while the merge is in force.
    package var undoneAt: Int64?

    package init(
        number: Int64, survivor: Client.Number, merged: [Client.Number], madeAt: Int64, who: String, isAutomatic: Bool,
        probability: Double? = nil, undoneAt: Int64? = nil
    ) {
        self.number = number
        self.survivor = survivor
        self.merged = merged
        self.madeAt = madeAt
        self.who = who
        self.isAutomatic = isAutomatic
        self.probability = probability
        self.undoneAt = undoneAt
    }
}

/// An edit made after a merge whose new value replaced one that came from a merged record: after an undo, whose is it?
package struct UndoConflict: Hashable, Sendable {
    package var field: ClientField
    /// What the survivor showed before the edit, and shows since.
    package var before: String?
    package var after: String?
    /// The record that the replaced value had come from.
    package var source: Client.Number
    /// The record that was edited, and keeps the new value unless it is given away.
    package var edited: Client.Number

    package init(
        field: ClientField, before: String? = nil, after: String? = nil, source: Client.Number, edited: Client.Number
    ) {
        self.field = field
        self.before = before
        self.after = after
        self.source = source
        self.edited = edited
    }
}

extension ClientField {
    /// The fields that merging and undoing take together with this one: an address is one thing.
    package var takenTogether: [ClientField] {
        Survivorship.addressFields.contains(self) ? Survivorship.addressFields : [self]
    }
}
