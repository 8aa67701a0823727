package import Correspondence

/// One letter of a run, as `mailing.xml` tells of it.
package struct MailingPiece: Hashable, Sendable {
    /// The piece code that is printed on the letter.
    package var code: String
    /// The file of the run that the letter stands in, such as `letters-001.ps`. Nil: there is one file only.
    package var file: String?
    /// The page of that file on which the letter begins, from 1.
    package var firstPage: Int
    package var pages: Int
    /// The client who gets the letter. Bank accounts never stand here.
    package var client: Client
    /// Others of the household whom the letter addresses too.
    package var household: [Client]
    /// Records of the same client whose requests this letter answers.
    package var duplicates: [Client.Number]
    /// The language of the letter, which need not be the client's own.
    package var language: Language
    /// The printed lines of the address block, in order.
    package var addressLines: [String]
    /// Why the client was chosen, in the language of the run's files.
    package var reason: String

    package init(
        code: String, file: String? = nil, firstPage: Int, pages: Int, client: Client, household: [Client] = [],
        duplicates: [Client.Number] = [], language: Language, addressLines: [String], reason: String
    ) {
        self.code = code
        self.file = file
        self.firstPage = firstPage
        self.pages = pages
        self.client = client
        self.household = household
        self.duplicates = duplicates
        self.language = language
        self.addressLines = addressLines
        self.reason = reason
    }
}
