package import Correspondence

/// How far a client file had come when a look at it began: who is filed and what is edited later has not been looked at.
package struct LinkMarks: Hashable, Sendable {
    /// The last client number given.
    package var client: Client.Number
    /// The latest line of the edit history.
    package var edit: Int64

    package init(client: Client.Number, edit: Int64) {
        self.client = client
        self.edit = edit
    }
}
