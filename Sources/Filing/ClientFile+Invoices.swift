package import Correspondence
import GRDB

extension ClientFile {
    /// Adds products to the catalogue, or brings those with the same code up to date. Issued and open invoices stay as they are.
    package func put(_ products: [Product]) throws(Problem) {
        try write { db in
            for product in products {
                guard (0...10_000).contains(product.vatRate) else { throw Self.vatRate(path) }
                guard Self.isUsual(product.price) else { throw Self.amount(path) }
                try db.execute(
                    sql: """
                        INSERT INTO product (code, name, price, vat_rate) VALUES (?, ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, price = excluded.price,
                        vat_rate = excluded.vat_rate
                        """, arguments: [product.code, product.name, product.price.cents, product.vatRate])
            }
        }
    }

    /// The catalogue, by code.
    package func products() throws(Problem) -> [Product] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT code, name, price, vat_rate FROM product ORDER BY code").map(Self.product)
        }
    }

    /// Sells a product to a client: an item on the open invoice, which is opened where there is none.
    ///
    /// - Parameter quantity: In thousandths; negative takes back.
    /// - Returns: The open invoice.
    @discardableResult
    package func sell(
        _ code: String, to number: Client.Number, quantity: Int64 = 1000, by who: String, at moment: Int64
    ) throws(Problem) -> Invoice {
        try write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT code, name, price, vat_rate FROM product WHERE code = ?", arguments: [code])
            guard let product = row.map(Self.product) else { throw Self.noProduct(code, path) }
            let item = InvoiceItem(
                product: product.code, description: product.name, quantity: quantity, price: product.price,
                vatRate: product.vatRate)
            return try self.add(item, to: number, by: who, at: moment, in: db)
        }
    }

    /// Adds an item of any kind to a client's open invoice, which is opened where there is none.
    @discardableResult
    package func add(
        _ item: InvoiceItem, to number: Client.Number, by who: String, at moment: Int64
    ) throws(Problem) -> Invoice {
        try write { db in
            guard (0...10_000).contains(item.vatRate) else { throw Self.vatRate(path) }
            return try self.add(item, to: number, by: who, at: moment, in: db)
        }
    }

    /// Issues a client's open invoice: it gets the next number and is never altered from then on.
    ///
    /// - Parameter addressee: The name and address that are printed, one line each.
    /// - Throws: A `Problem` where there is no open invoice.
    package func issueInvoice(
        of number: Client.Number, on day: CivilDate, addressee: String, by who: String, at moment: Int64
    ) throws(Problem) -> Invoice {
        try write { db in
            let number = try Self.activeNumber(number, in: db, path: path)
            guard let invoice = try Self.openInvoice(of: number, in: db) else { throw Self.noInvoice(number, path) }
            let serial = (try Int64.fetchOne(db, sql: "SELECT max(serial) FROM invoice") ?? 0) + 1
            try db.execute(
                sql: "UPDATE invoice SET serial = ?, issued_on = ?, addressee = ? WHERE number = ?",
                arguments: [serial, Self.days(day), addressee, invoice])
            try Self.note("invoice", of: number, before: nil, after: "\(serial)", by: who, at: moment, in: db)
            return try Self.invoice(invoice, in: db)
        }
    }

    /// The invoices of a client and of the records merged into it, the latest first; an open one leads.
    package func invoices(of number: Client.Number) throws(Problem) -> [Invoice] {
        try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT number FROM invoice WHERE client IN (\(Self.family))
                    ORDER BY serial IS NOT NULL, serial DESC, number DESC
                    """, arguments: [try Self.survivor(of: number, in: db, path: path)]
            ).map { try Self.invoice($0, in: db) }
        }
    }

    private func add(
        _ item: InvoiceItem, to number: Client.Number, by who: String, at moment: Int64, in db: Database
    ) throws -> Invoice {
        guard Self.isUsual(item.price), abs(item.quantity) <= 1_000_000_000 else { throw Self.amount(path) }
        let current = try Self.activeNumber(number, in: db, path: path)
        let invoice =
            try Self.openInvoice(of: current, first: number, in: db) ?? Self.newInvoice(of: number, in: db)
        try db.execute(
            sql: """
                INSERT INTO invoice_item (invoice, product, description, quantity, price, vat_rate)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [invoice, item.product, item.description, item.quantity, item.price.cents, item.vatRate])
        try Self.note(
            "sale", of: number, before: nil, after: item.product ?? item.description, by: who, at: moment, in: db)
        return try Self.invoice(invoice, in: db)
    }

    /// Up to ten million euros: a product with the largest quantity still fits 64 bits.
    static func isUsual(_ amount: Money) -> Bool {
        (-1_000_000_000...1_000_000_000).contains(amount.cents)
    }

    /// Of merged records each may have had one: the one under `first` goes before.
    static func openInvoice(
        of number: Client.Number, first: Client.Number? = nil, in db: Database
    ) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT number FROM invoice WHERE client IN (\(family)) AND serial IS NULL
                ORDER BY client IS NOT ?2, number LIMIT 1
                """, arguments: [number, first ?? number])
    }

    static func newInvoice(of number: Client.Number, in db: Database) throws -> Int64 {
        try db.execute(sql: "INSERT INTO invoice (client) VALUES (?)", arguments: [number])
        return db.lastInsertedRowID
    }

    static func invoice(_ number: Int64, in db: Database) throws -> Invoice {
        let head = try Row.fetchOne(
            db, sql: "SELECT client, serial, issued_on, addressee FROM invoice WHERE number = ?", arguments: [number])
        let items = try Row.fetchAll(
            db,
            sql: """
                SELECT product, description, quantity, price, vat_rate FROM invoice_item WHERE invoice = ? ORDER BY number
                """, arguments: [number])
        return Invoice(
            number: number, client: head?[0] ?? 0, serial: head?[1], issuedOn: date(head?[2]), addressee: head?[3],
            items: items.map {
                InvoiceItem(
                    product: $0[0], description: $0[1], quantity: $0[2], price: Money(cents: $0[3]), vatRate: $0[4])
            })
    }

    private static func product(_ row: Row) -> Product {
        Product(code: row[0], name: row[1], price: Money(cents: row[2]), vatRate: row[3])
    }
}

extension ClientFile {
    static func noProduct(_ code: String, _ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "there is no product \"\(code)\".", fr: "il n'y a pas de produit «\u{A0}\(code)\u{A0}»."),
            remedy: Wording(
                en: "Look the codes up with: publipost product list",
                fr: "Cherchez les codes avec\u{A0}: publipost product list"))
    }

    static func noInvoice(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "there is no open invoice, so none was issued.",
                fr: "il n'y a pas de facture ouverte\u{A0}; aucune n'a été émise."),
            remedy: Wording(
                en: "Sell something first: publipost sale add \(number) PRODUCT",
                fr: "Vendez d'abord quelque chose\u{A0}: publipost sale add \(number) PRODUIT"))
    }

    static func amount(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "a price goes up to 10,000,000 euros and a quantity up to 1,000,000, so nothing was written.",
                fr: "un prix va jusqu'à 10 000 000 d'euros et une quantité jusqu'à 1 000 000\u{A0}; rien n'a été écrit."
            ),
            remedy: Wording(en: "Give a smaller one.", fr: "Indiquez une valeur plus petite."))
    }

    static func vatRate(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "a VAT rate lies between 0 and 100 %, so nothing was written.",
                fr: "un taux de TVA va de 0 à 100\u{A0}%\u{A0}; rien n'a été écrit."),
            remedy: Wording(
                en: "Give the rate in percent, such as 10.", fr: "Donnez le taux en pour cent, par exemple 10."))
    }
}
