package import Correspondence

/// A client with what the file knows beyond the client's own page.
package struct FiledClient: Hashable, Sendable {
    package var client: Client
    /// Must not be written to for advertising: the client objected, or an objection's fingerprint fits the record.
    package var hasObjected: Bool
    /// The day mail came back, while nobody has settled it or changed the address.
    package var mailReturnedOn: CivilDate?

    package init(client: Client, hasObjected: Bool = false, mailReturnedOn: CivilDate? = nil) {
        self.client = client
        self.hasObjected = hasObjected
        self.mailReturnedOn = mailReturnedOn
    }

    /// The columns that ``init(_:from:)`` reads, each with the table's name before it.
    static func columns(_ table: String) -> String {
        "\(table).number, \(table).objected, \(table).returned_on, \(ClientColumns.list(table + "."))"
    }

    static let columnCount = 3 + ClientColumns.all.count

    init(_ row: RawStatement, from first: Int) {
        self.init(
            client: Client(row, number: row.integer(first), from: first + 3),
            hasObjected: row.integer(first + 1) == 1, mailReturnedOn: row.date(first + 2))
    }
}
