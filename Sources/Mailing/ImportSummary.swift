package import Correspondence

/// What an import did.
package struct ImportSummary: Hashable, Sendable {
    /// Rows read, without the head.
    package var rows = 0
    package var newClients = 0
    package var updatedClients = 0
    package var unchangedClients = 0
    package var newRequests = 0
    package var newStays = 0
    package var rejected = 0
    /// Cells kept as they were written, for somebody to look at.
    package var doubtfulCells = 0
    /// What somebody should know about the list itself: a column that is not known…
    package var notes: [Problem] = []

    package init() {}
}
