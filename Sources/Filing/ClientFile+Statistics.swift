package import Correspondence
import GRDB

extension ClientFile {
    /// Computes the figures of a client, those of the records merged into it included.
    package func statistics(of number: Client.Number) throws(Problem) -> ClientStatistics {
        try read { db in
            let number = try Self.survivor(of: number, in: db, path: path)
            let stays = try Row.fetchOne(
                db,
                sql: """
                    SELECT min(arrival), max(arrival), count(*), coalesce(sum(departure - arrival), 0),
                    coalesce(sum(amount), 0) FROM stay WHERE client IN (\(Self.family)) AND \(Self.counts)
                    """, arguments: [number])
            let letters = "SELECT count(*) FROM letter WHERE client IN (\(Self.family)) AND sent_on IS NOT NULL"
            let invoiced = try Self.invoiced(number, in: db)
            return ClientStatistics(
                firstStay: Self.date(stays?[0]), lastStay: Self.date(stays?[1]), stays: stays?[2] ?? 0,
                nights: stays?[3] ?? 0, turnover: Money(cents: stays?[4] ?? 0) + invoiced,
                lettersSent: try Int.fetchOne(db, sql: letters, arguments: [number]) ?? 0)
        }
    }

    /// The stays that count.
    static let counts = "state IN ('booked', 'arrived', 'left')"

    /// Each item is rounded to the cent, halves away from zero, as ``InvoiceItem/amount`` does.
    private static func invoiced(_ number: Client.Number, in db: Database) throws -> Money {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT quantity, price FROM invoice_item WHERE invoice IN
                (SELECT number FROM invoice WHERE client IN (\(family)) AND serial IS NOT NULL)
                """, arguments: [number])
        return rows.reduce(Money(cents: 0)) { $0 + InvoiceItem.amount(quantity: $1[0], price: Money(cents: $1[1])) }
    }
}
