package import Correspondence

/// What an import did to the client file. A client that has several rows counts once.
package struct ImportCounts: Hashable, Sendable {
    package var newClients = 0
    package var updatedClients = 0
    package var unchangedClients = 0
    package var newRequests = 0
    package var unchangedRequests = 0
    package var newStays = 0
    package var updatedStays = 0
    package var unchangedStays = 0

    package init() {}
}

/// What became of one row.
package enum ImportOutcome: Hashable, Sendable {
    /// The number of the client that the row is about, as it was filed: a merged record's own number.
    case filed(Client.Number)
    /// The row cannot be stored; nothing of it was. The words name the reason.
    case refused(Wording)
}
