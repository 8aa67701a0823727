package import Correspondence

/// An article of the ancillary sales: laundry tokens, bicycle hire…
package struct Product: Hashable, Sendable {
    /// Short, unique, what the desk types.
    package var code: String
    package var name: String
    /// With VAT, for one.
    package var price: Money
    /// In hundredths of a percent: 2000 is 20 %.
    package var vatRate: Int

    package init(code: String, name: String, price: Money, vatRate: Int) {
        self.code = code
        self.name = name
        self.price = price
        self.vatRate = vatRate
    }
}

/// A line of an invoice.
package struct InvoiceItem: Hashable, Sendable {
    /// The product's code as it was. Nil: no product of the catalogue.
    package var product: String?
    package var description: String
    /// In thousandths: 1500 is one and a half.
    package var quantity: Int64
    /// With VAT, for one.
    package var price: Money
    /// In hundredths of a percent.
    package var vatRate: Int

    package init(product: String? = nil, description: String, quantity: Int64 = 1000, price: Money, vatRate: Int) {
        self.product = product
        self.description = description
        self.quantity = quantity
        self.price = price
        self.vatRate = vatRate
    }

    /// With VAT, to the cent.
    package var amount: Money { Self.amount(quantity: quantity, price: price) }

    /// Rounds halves away from zero.
    static func amount(quantity: Int64, price: Money) -> Money {
        let thousandths = quantity * price.cents
        return Money(cents: (thousandths + (thousandths < 0 ? -500 : 500)) / 1000)
    }
}

/// What a client owes for, with the items of the sheet's tab "Éléments". No payments: this is no certified till.
package struct Invoice: Hashable, Sendable {
    /// In the file. The printed number is ``serial``.
    package var number: Int64
    package var client: Client.Number
    /// Given when the invoice is issued, one after the other without gaps. Nil: still open, items may be added.
    package var serial: Int64?
    package var issuedOn: CivilDate?
    /// The printed name and address, kept for the legal period even where the client is erased.
    package var addressee: String?
    package var items: [InvoiceItem]

    package init(
        number: Int64, client: Client.Number, serial: Int64? = nil, issuedOn: CivilDate? = nil,
        addressee: String? = nil, items: [InvoiceItem]
    ) {
        self.number = number
        self.client = client
        self.serial = serial
        self.issuedOn = issuedOn
        self.addressee = addressee
        self.items = items
    }

    package var total: Money {
        items.reduce(Money(cents: 0)) { $0 + $1.amount }
    }

    /// Per VAT rate what is due with it and the VAT in it, rounded once per rate, halves up; by rate ascending.
    package var vat: [(rate: Int, gross: Money, vat: Money)] {
        Dictionary(grouping: items, by: \.vatRate).sorted { $0.key < $1.key }.map { rate, items in
            let gross = items.reduce(Int64(0)) { $0 + $1.amount.cents }
            let (part, whole) = (gross * Int64(rate), Int64(10_000 + rate))
            let vat = (2 * part + (part < 0 ? -whole : whole)) / (2 * whole)
            return (rate, Money(cents: gross), Money(cents: vat))
        }
    }
}
