package import Correspondence

/// What an invoice adds up to. Prices are with VAT; amounts are rounded per item, VAT once per rate.
package struct InvoiceSums: Hashable, Sendable {
    /// What is due at one rate.
    package struct Rate: Hashable, Sendable {
        /// In hundredths of a percent.
        package var rate: Int64
        package var gross: Money
        package var vat: Money
        package var net: Money { Money(cents: gross.cents - vat.cents) }
    }

    /// By rate, ascending.
    package var rates: [Rate]
    package var total: Money { Money(cents: rates.reduce(0) { $0 + $1.gross.cents }) }
    package var vat: Money { Money(cents: rates.reduce(0) { $0 + $1.vat.cents }) }

    package init(_ invoice: ClientRecord.Invoice) {
        rates = Dictionary(grouping: invoice.items, by: \.vatRate).sorted { $0.key < $1.key }.map { rate, items in
            let gross = items.reduce(Int64(0)) { $0 + $1.amount.cents }
            let (part, whole) = (gross * rate, 10_000 + rate)
            let vat = (2 * part + (part < 0 ? -whole : whole)) / (2 * whole)
            return Rate(rate: rate, gross: Money(cents: gross), vat: Money(cents: vat))
        }
    }
}

extension ClientRecord.Invoice.Item {
    /// With VAT, to the cent, halves away from zero. The quantity is in thousandths.
    package var amount: Money {
        let thousandths = quantity * price.cents
        return Money(cents: (thousandths + (thousandths < 0 ? -500 : 500)) / 1000)
    }
}
