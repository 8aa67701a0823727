import Correspondence
import GRDB

extension ImportSession {
    /// Adds what belongs to a client and is not there yet.
    func put(belongingsOf record: ClientRecord, to family: ImportedFamily) throws {
        try put(record.companions, to: family)
        try put(record.vehicles, to: family)
        try put(record.papers, to: family)
        try put(record.animals, to: family)
        try put(record.accounts, to: family)
        let isExact = record.client.number != nil
        try put(record.requests, to: family, isExact: isExact)
        try put(record.stays, to: family, isExact: isExact)
        try put(record.invoices, to: family)
        try put(record.letters, to: family)
        try putReturns(of: record, to: family)
        if let day = record.objectedOn { try putObjection(day, to: family) }
    }

    private func put<Line: TabLine>(_ lines: [Line], to family: ImportedFamily) throws {
        guard !lines.isEmpty else { return }
        var known = family.isNew ? [] : try ClientFile.numbered(Line.self, of: family.root, in: db).map(\.line)
        for line in lines {
            guard let line = line.checked(), !known.contains(line) else { continue }
            known.append(line)
            try ClientFile.insertRow(of: line, client: family.number, in: db)
            if let companion = line as? Companion { try keys.put(companion, client: family.number) }
            if let vehicle = line as? Vehicle { try keys.put(vehicle, client: family.number) }
            guard !family.isNew else { continue }
            try ClientFile.note(
                Line.table, of: family.number, before: nil, after: line.summary, by: who, at: moment, in: db)
        }
    }

    private func putReturns(of record: ClientRecord, to family: ImportedFamily) throws {
        var known =
            try family.isNew
            ? []
            : rows(
                "SELECT reason, noted_on, settled_on FROM returned_mail WHERE client IN (\(ClientFile.family))", family
            ) {
                ClientRecord.ReturnedMail(
                    reason: $0[0], notedOn: CivilDate(dayNumber: $0[1]), settledOn: ClientFile.date($0[2]))
            }
        var isNews = family.isNew
        for mail in record.returns {
            if let index = known.firstIndex(where: { $0.reason == mail.reason && $0.notedOn == mail.notedOn }) {
                known.remove(at: index)
                continue
            }
            isNews = true
            try db.cachedStatement(
                sql: "INSERT INTO returned_mail (client, reason, noted_on, settled_on) VALUES (?, ?, ?, ?)"
            ).execute(arguments: [
                family.number, mail.reason, ClientFile.days(mail.notedOn), ClientFile.days(mail.settledOn),
            ])
        }
        let unsettled = record.returns.filter { $0.settledOn == nil }.map(\.notedOn).max()
        let flag = record.mailReturnedOn ?? (record.client.number == nil ? unsettled : nil)
        guard isNews, let flag else { return }
        try ClientFile.mark(family.number, returnedOn: flag, in: db)
    }

    private func putObjection(_ day: CivilDate, to family: ImportedFamily) throws {
        let sql = "SELECT objected FROM client WHERE number = ?"
        let isKnown = try Bool.fetchOne(db, sql: sql, arguments: [family.root]) ?? false
        if isKnown, !family.isNew { return }
        try ClientFile.object(family.root, on: day, in: db)
        try ClientFile.note(
            "objection", of: family.number, before: nil, after: nil, by: who, at: Int64(day.dayNumber) * 86_400, in: db)
    }

    /// The rows of a family; the statement's placeholder is the survivor's number.
    func rows<Element>(
        _ sql: String, _ family: ImportedFamily, _ element: (Row) throws -> Element
    ) throws -> [Element] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [family.root]).map(element)
    }
}

extension ImportSession {
    /// Adds letters that were sent. Letters that agree in all but their words are told apart by their number only.
    private func put(_ letters: [ClientRecord.SentLetter], to family: ImportedFamily) throws {
        guard !letters.isEmpty else { return }
        let sql = """
            SELECT document, language, sent_on, piece_code, (SELECT folder FROM run WHERE number = run) FROM letter
            WHERE sent_on IS NOT NULL AND client IN (\(ClientFile.family))
            """
        var known =
            try family.isNew
            ? []
            : rows(sql, family) { row in
                ClientRecord.SentLetter(
                    document: row[0], language: Language(rawValue: row[1]), sentOn: CivilDate(dayNumber: row[2]),
                    pieceCode: row[3], run: (row[4] as String?).map(RunRecord.name(ofFolder:)))
            }
        for letter in letters {
            var bare = letter
            bare.text = nil
            if let index = known.firstIndex(of: bare) {
                known.remove(at: index)
                continue
            }
            try db.cachedStatement(
                sql: """
                    INSERT INTO letter (client, document, language, sent_on, piece_code, text, run)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                family.number, letter.document, letter.language.rawValue, ClientFile.days(letter.sentOn),
                letter.pieceCode, letter.text, try letter.run.map(runNumber),
            ])
        }
    }

    /// The run of a name, which is put into the journal where it is not there: the letters of one run stay together.
    private func runNumber(of name: String) throws -> Int64 {
        if let known = runs[name] { return known }
        if runs.isEmpty {
            for row in try Row.fetchAll(
                db, sql: "SELECT number, folder FROM run WHERE state = 'booked' ORDER BY number")
            {
                runs[RunRecord.name(ofFolder: row[1])] = row[0]
            }
            if let known = runs[name] { return known }
        }
        let parts = name.split(separator: "/", maxSplits: 1)
        let date = parts.count == 2 ? CivilDate(iso: String(parts[1].prefix(10))) : nil
        let madeFor = Int64((date ?? day).dayNumber)
        try db.execute(
            sql: """
                INSERT INTO run (mailing, made_for, folder, started_at, state) VALUES (?, ?, ?, ?, 'booked')
                """, arguments: [parts.first.map(String.init) ?? name, madeFor, name, madeFor * 86_400])
        runs[name] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    /// Adds invoices. An issued one keeps its number and is never made twice; what the file has on any invoice of the client
    /// is not put on an open one again.
    private func put(_ invoices: [ClientRecord.Invoice], to family: ImportedFamily) throws {
        guard !invoices.isEmpty else { return }
        var billed =
            try family.isNew
            ? []
            : rows(
                """
                SELECT product, description, quantity, price, vat_rate FROM invoice_item
                WHERE invoice IN (SELECT number FROM invoice WHERE client IN (\(ClientFile.family)))
                """, family
            ) { row in
                ClientRecord.Invoice.Item(
                    product: row[0], description: row[1], quantity: row[2], price: Money(cents: row[3]), vatRate: row[4]
                )
            }
        for invoice in invoices {
            if let serial = invoice.serial, try issued(serial) != nil {
                for item in invoice.items { billed.removeFirst(item) }
                continue
            }
            let items = invoice.serial == nil ? invoice.items.filter { !billed.removeFirst($0) } : invoice.items
            if items.isEmpty, !family.isNew { continue }
            try put(invoice, items, to: family)
        }
    }

    private func put(
        _ invoice: ClientRecord.Invoice, _ items: [ClientRecord.Invoice.Item], to family: ImportedFamily
    ) throws {
        let open = family.isNew || invoice.serial != nil ? nil : try ClientFile.openInvoice(of: family.root, in: db)
        let number = try open ?? ClientFile.newInvoice(of: family.number, in: db)
        for item in items {
            try db.cachedStatement(
                sql: """
                    INSERT INTO invoice_item (invoice, product, description, quantity, price, vat_rate)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                number, item.product, item.description, item.quantity, item.price.cents, item.vatRate,
            ])
        }
        guard let serial = invoice.serial else { return }
        try db.execute(
            sql: "UPDATE invoice SET serial = ?, issued_on = ?, addressee = ? WHERE number = ?",
            arguments: [serial, ClientFile.days(invoice.issuedOn), invoice.addressee, number])
    }
}

extension Array where Element: Equatable {
    /// Takes one element out.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    fileprivate mutating func removeFirst(_ element: Element) -> Bool {
        guard let index = firstIndex(of: element) else { return false }
        remove(at: index)
        return true
    }
}
