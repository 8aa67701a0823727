package import Correspondence

/// A request that no letter has answered yet, with the client to write to.
package struct PendingRequest: Hashable, Sendable {
    /// Its `client` is the record that the request was filed under; a merged one is written to as ``filed``.
    package var request: Request
    package var filed: FiledClient

    package init(request: Request, filed: FiledClient) {
        self.request = request
        self.filed = filed
    }
}

/// What a mailing is sorted by. Equal ones are in the order of the client numbers.
package enum MailingOrder: String, CaseIterable, Hashable, Sendable {
    /// The house's own country first, then by code.
    case country
    /// French departments by the postcode: two digits, three overseas. Elsewhere nothing.
    case department
    case postcode, town, street
    case familyName = "family_name"
}
