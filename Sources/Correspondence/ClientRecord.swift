/// All that the client file knows of one client: the main page, the tabs, and what belongs to the client.
///
/// The journal, the history of edits and the decisions about duplicates are no part of it.
package struct ClientRecord: Hashable, Sendable {
    package var client: Client
    package var companions: [Companion] = []
    package var vehicles: [Vehicle] = []
    package var papers: [IdentityPaper] = []
    package var animals: [Animal] = []
    package var accounts: [BankAccount] = []
    package var requests: [Request] = []
    package var stays: [Stay] = []
    package var invoices: [Invoice] = []
    package var letters: [SentLetter] = []
    package var returns: [ReturnedMail] = []
    /// The day the client objected to mailings. Nil: never.
    package var objectedOn: CivilDate?
    /// The records that were merged into this one, by number: their numbers and references lead here.
    package var merged: [MergedRecord] = []
    /// The day somebody last said or edited something of the main page.
    package var confirmedOn: CivilDate?
    /// The day mail came back, while nobody has settled it or changed the address.
    package var mailReturnedOn: CivilDate?
    /// The day the person was erased. Nil: is not. Of an erased client only the number and what the law wants kept is left.
    package var erasedOn: CivilDate?

    package init(client: Client) {
        self.client = client
    }

    /// What is left of a record that was merged into another.
    package struct MergedRecord: Hashable, Sendable {
        package var number: Client.Number
        package var reference: String?

        package init(number: Client.Number, reference: String? = nil) {
            self.number = number
            self.reference = reference
        }
    }

    /// An invoice of ancillary sales, issued or still open.
    package struct Invoice: Hashable, Sendable {
        /// The number in the series of issued invoices. Nil: not issued.
        package var serial: Int64?
        package var issuedOn: CivilDate?
        /// Name and address as they were when it was issued, in lines.
        package var addressee: String?
        package var items: [Item]

        package init(
            serial: Int64? = nil, issuedOn: CivilDate? = nil, addressee: String? = nil, items: [Item] = []
        ) {
            self.serial = serial
            self.issuedOn = issuedOn
            self.addressee = addressee
            self.items = items
        }

        package struct Item: Hashable, Sendable {
            /// The product's name in the catalogue. Nil: it was written by hand.
            package var product: String?
            package var description: String
            /// In thousandths: 1500 is one and a half.
            package var quantity: Int64
            /// For one, VAT included.
            package var price: Money
            /// In hundredths of a percent: 2000 is 20 %.
            package var vatRate: Int64

            package init(
                product: String? = nil, description: String, quantity: Int64 = 1000, price: Money, vatRate: Int64
            ) {
                self.product = product
                self.description = description
                self.quantity = quantity
                self.price = price
                self.vatRate = vatRate
            }
        }
    }

    /// A letter that was sent.
    package struct SentLetter: Hashable, Sendable {
        /// The document type.
        package var document: String
        package var language: Language
        package var sentOn: CivilDate
        package var pieceCode: String?
        /// The run that made it, by the end of its folder: `documentation/2026-11-18`, `documentation/2026-11-18-2`. Nil: a single letter.
        package var run: String?
        /// What was printed, where it was kept.
        package var text: String?

        package init(
            document: String, language: Language, sentOn: CivilDate, pieceCode: String? = nil, run: String? = nil,
            text: String? = nil
        ) {
            self.document = document
            self.language = language
            self.sentOn = sentOn
            self.pieceCode = pieceCode
            self.run = run
            self.text = text
        }
    }

    /// A letter that came back.
    package struct ReturnedMail: Hashable, Sendable {
        package var reason: String
        package var notedOn: CivilDate
        /// The day the address was put right. Nil: it has not been.
        package var settledOn: CivilDate?

        package init(reason: String, notedOn: CivilDate, settledOn: CivilDate? = nil) {
            self.reason = reason
            self.notedOn = notedOn
            self.settledOn = settledOn
        }
    }
}
