/// One person, family or firm in the client file.
package struct Client: Hashable, Sendable {
    /// Given by the client file, never reused.
    package typealias Number = Int64

    /// Nil until the client file has given one.
    package var number: Number?
    /// The identifier in the system that the record was imported from; unique in a client file.
    package var reference: String?
    /// The civility as it was written: `M.`, `Mme`, `Familie`, `Dhr`…
    package var title: String?
    package var familyName: String?
    package var givenName: String?
    package var company: String?
    package var address = PostalAddress()
    /// As typed or, where it could be read, in E.164 form.
    package var phone: String?
    package var mobile: String?
    package var email: String?
    package var birthDate: CivilDate?
    /// The language to write in. Nil: not known.
    package var language: Language?
    /// The office's own list: tourist, long-term resident, group…
    package var types: [String] = []
    package var origin: String?
    package var createdOn: CivilDate?
    /// Cells that could not be read as what they should be, kept as they were written.
    package var doubts: [Doubt] = []

    package init(number: Number? = nil) {
        self.number = number
    }

    /// A value that somebody should look at: the field, and what was written there.
    package struct Doubt: Hashable, Sendable {
        package var field: ClientField
        package var written: String

        package init(field: ClientField, written: String) {
            self.field = field
            self.written = written
        }
    }
}
