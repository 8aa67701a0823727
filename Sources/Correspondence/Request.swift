/// What a client asked for, and whether a letter has answered it.
package struct Request: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case documentation
        case reservation
    }

    package var number: Int64?
    package var client: Client.Number
    package var kind: Kind
    /// The document type asked for. Nil: the one that bears the kind's name.
    package var document: String?
    package var receivedOn: CivilDate?
    /// The day a letter answered it. Nil: pending.
    package var answeredOn: CivilDate?

    package init(
        number: Int64? = nil, client: Client.Number, kind: Kind, document: String? = nil,
        receivedOn: CivilDate? = nil, answeredOn: CivilDate? = nil
    ) {
        self.number = number
        self.client = client
        self.kind = kind
        self.document = document
        self.receivedOn = receivedOn
        self.answeredOn = answeredOn
    }
}
