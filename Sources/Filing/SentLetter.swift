package import Correspondence

/// A letter as the history keeps it.
package struct SentLetter: Hashable, Sendable {
    package var number: Int64?
    package var client: Client.Number
    /// The document type.
    package var document: String
    package var language: Language
    /// Nil only while the run that makes it is under way.
    package var sentOn: CivilDate?
    /// Printed at the letter's foot. Nil: a single letter without one.
    package var pieceCode: String?
    /// What was printed, so that it can be printed again as it was. Nil: it can be merged again from the run.
    package var text: String?
    /// The run's number. Nil: a single letter.
    package var run: Int64?
    /// The numbers of the requests that it answers, those of duplicates and household members too.
    package var answers: [Int64]

    package init(
        number: Int64? = nil, client: Client.Number, document: String, language: Language, sentOn: CivilDate? = nil,
        pieceCode: String? = nil, text: String? = nil, run: Int64? = nil, answers: [Int64] = []
    ) {
        self.number = number
        self.client = client
        self.document = document
        self.language = language
        self.sentOn = sentOn
        self.pieceCode = pieceCode
        self.text = text
        self.run = run
        self.answers = answers
    }
}
