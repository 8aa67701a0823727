package import Correspondence

/// How a command names a client: `4711`, or `ref:TEXT` with the reference that it was imported with.
package enum ClientKey: Hashable, Sendable {
    case number(Client.Number)
    case reference(String)

    /// Nil where the word is neither.
    package init?(_ word: String) {
        if word.hasPrefix("ref:"), word.utf8.count > 4 {
            self = .reference(String(word.dropFirst(4)))
        } else if let number = Client.Number(word), number > 0 {
            self = .number(number)
        } else {
            return nil
        }
    }
}
