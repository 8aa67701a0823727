/// One row of an import: a client, and what the same row says about one request and one stay of theirs.
///
/// A client with several requests or stays has several rows with one reference.
package struct ImportedRow: Hashable, Sendable {
    /// Without a number. A field the row leaves empty is nil and changes nothing in a record that exists already.
    package var client: Client
    /// Its `client` is 0 until the row is filed.
    package var request: Request?
    /// Its `client` is 0 until the row is filed.
    package var stay: Stay?
    /// The line of the import that the row begins on, from 1.
    package var line: Int

    package init(client: Client, request: Request? = nil, stay: Stay? = nil, line: Int) {
        self.client = client
        self.request = request
        self.stay = stay
        self.line = line
    }
}
