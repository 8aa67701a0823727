/// Why a client got no letter of its own.
package struct LeftOut: Hashable, Sendable {
    package var client: Client.Number
    /// A short, stable code for `left-out.csv`: `no_town`, `duplicate`…
    package var code: String
    package var words: Wording
    /// Whether something is wrong (the run then ends with exit code 3), or another letter answers.
    package var isFault: Bool

    package init(client: Client.Number, code: String, words: Wording, isFault: Bool) {
        self.client = client
        self.code = code
        self.words = words
        self.isFault = isFault
    }
}
