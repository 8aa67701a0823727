package import Correspondence

/// One field of a client that changed, as the history keeps it. A value is text, a date in ISO form, types parted by line breaks.
package struct FieldChange: Hashable, Sendable {
    package var field: ClientField
    package var before: String?
    package var after: String?

    package init(field: ClientField, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}
