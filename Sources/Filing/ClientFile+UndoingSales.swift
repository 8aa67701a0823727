import Correspondence
import GRDB

extension ClientFile {
    /// Puts what was sold after a merge under one record's number, onto the open invoice of another, on an invoice of its own:
    /// the office sees one open invoice of a family, and an undo parts it. An issued invoice stays as it is.
    ///
    /// - Parameter sides: The records that the undo parts.
    static func partSales(since merge: Int64, among sides: [[Client.Number]], in db: Database) throws {
        var side: [Client.Number: Int] = [:]
        for (index, members) in sides.enumerated() { for member in members { side[member] = index } }
        for sale in try sales(since: merge, of: Array(side.keys), in: db) where !sale.isIssued {
            guard side[sale.soldTo] != side[sale.owner] else { continue }
            let own = "SELECT min(number) FROM invoice WHERE client = ? AND serial IS NULL"
            let invoice =
                try Int64.fetchOne(db, sql: own, arguments: [sale.soldTo]) ?? newInvoice(of: sale.soldTo, in: db)
            try db.execute(
                sql: "UPDATE invoice_item SET invoice = ? WHERE number = ?", arguments: [invoice, sale.item])
        }
    }

    private struct Sale {
        var item: Int64
        var owner: Client.Number
        var isIssued: Bool
        var soldTo: Client.Number
    }

    /// The items that were sold since, with the number each was sold under: a sale writes one item and one line of the history.
    /// None where the two do not agree line by line.
    private static func sales(since merge: Int64, of family: [Client.Number], in db: Database) throws -> [Sale] {
        let members = family.map(String.init).joined(separator: ", ")
        let notes = try Row.fetchAll(
            db,
            sql: """
                SELECT client, after FROM edit WHERE what = 'sale' AND client IN (\(members))
                AND number > (SELECT last_edit FROM merge WHERE number = ?) ORDER BY number DESC
                """, arguments: [merge])
        let items = try Row.fetchAll(
            db,
            sql: """
                SELECT i.number, v.client, v.serial IS NOT NULL, coalesce(i.product, i.description)
                FROM invoice_item i JOIN invoice v ON v.number = i.invoice WHERE v.client IN (\(members))
                ORDER BY i.number DESC LIMIT ?
                """, arguments: [notes.count])
        let agree = zip(notes, items).allSatisfy { ($0[1] as String?) == ($1[3] as String?) }
        guard notes.count == items.count, agree else { return [] }
        return zip(notes, items).map { Sale(item: $1[0], owner: $1[1], isIssued: $1[2], soldTo: $0[0]) }.reversed()
    }
}
