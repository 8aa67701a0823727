package import Correspondence
import GRDB

extension ImportSession {
    /// Files a whole record, as an export has written it: the main page, the tabs and all that belongs to the client.
    ///
    /// The record is about the client that bears its reference; without one, about a client that an import made of the very
    /// same values, or that has its number and its name. What the file has already is not added again, so that the same
    /// record twice changes nothing. In a file that was empty the record keeps its number, and the numbers that were merged
    /// into it lead to it.
    ///
    /// - Returns: The client's number, or why nothing of the record can be stored.
    /// - Throws: A `Problem` of the file; the import has to end then.
    @discardableResult
    package func put(_ record: ClientRecord) throws(Problem) -> ImportOutcome {
        do {
            if let words = try refusal(of: record) { return .refused(words) }
            return try record.erasedOn == nil ? file(record) : fileErased(record)
        } catch {
            throw ClientFile.problem(error, in: path)
        }
    }

    private func file(_ record: ClientRecord) throws -> ImportOutcome {
        cells.fill(from: record.client)
        guard cells.hasName else { return .refused(Self.noName) }
        guard let number = try knownNumber(of: record.client) else {
            let number = try insert(as: record.client.number, confirmedOn: record.confirmedOn)
            try put(belongingsOf: record, to: ImportedFamily(number: number, root: number, isNew: true))
            try putMerged(record, into: number)
            return .filed(number)
        }
        try update(number, with: record.client, isShown: true)
        let root = try ClientFile.survivor(of: number, in: db, path: path)
        let isNew = number >= firstNewNumber && record.client.number != nil
        try put(belongingsOf: record, to: ImportedFamily(number: number, root: root, isNew: isNew))
        try putMerged(record, into: root)
        return .filed(number)
    }

    /// Returns the client that the record in `cells` is about, if the file has it.
    private func knownNumber(of client: Client) throws -> Client.Number? {
        guard cells.isEmpty(.reference), let number = client.number else { return try knownNumber() }
        if isFirstLoad { return try isTwin(number) ? number : nil }
        return try sameValues(preferring: number) ?? sameName(number, client)
    }

    /// Whether this import has made a client of these very values under the number.
    private func isTwin(_ number: Client.Number) throws -> Bool {
        let checksum = cells.checksum
        return try withStored(number) { row in
            row.integerIfAny(0) == checksum && row.isNull(Self.first + ClientColumns.Text.reference.rawValue)
        }
    }

    /// Homonyms may agree in every value: then each record has one of its own.
    private func sameValues(preferring number: Client.Number) throws -> Client.Number? {
        let same = statements.byChecksum
        same.bind(cells.checksum, at: 1)
        defer { same.reset() }
        var found: Client.Number?
        while try same.step() {
            let candidate = same.integer(0)
            guard candidate < firstNewNumber, !seen.contains(candidate) else { continue }
            if candidate == number { return number }
            found = found ?? candidate
        }
        return found
    }

    /// The file that the record came from knows it by its number; another may have given the number to somebody else.
    private func sameName(_ number: Client.Number, _ client: Client) throws -> Client.Number? {
        guard number < firstNewNumber, !seen.contains(number) else { return nil }
        statements.byNumber.bind(number, at: 1)
        defer { statements.byNumber.reset() }
        guard try statements.byNumber.step() else { return nil }
        let stored = Client(statements.byNumber, number: number, from: Self.first)
        let isSame =
            stored.reference == nil && stored.familyName == client.familyName && stored.givenName == client.givenName
            && stored.company == client.company && stored.createdOn == client.createdOn && stored.hasName
        return isSame ? number : nil
    }
}

/// Whom the belongings of a record go to.
struct ImportedFamily {
    var number: Client.Number
    /// The record that shows them: the survivor of merges.
    var root: Client.Number
    /// Whether nothing can be there yet.
    var isNew: Bool
}

extension ImportSession {
    /// Records that were merged into this one: their numbers in a file that was empty, their references in any.
    private func putMerged(_ record: ClientRecord, into survivor: Client.Number) throws {
        for merged in record.merged {
            if let reference = merged.reference, try isKnown(reference: reference) { continue }
            if merged.reference == nil, !isFirstLoad { continue }
            let number = try freeNumber(merged.number)
            guard merged.reference != nil || number == merged.number else { continue }
            try put(merged, as: number, of: record.client, into: survivor)
        }
    }

    private func isKnown(reference: String) throws -> Bool {
        let bytes = Array(reference.utf8)
        return try bytes.withUnsafeBufferPointer { try knownNumber(reference: $0) } != nil
    }

    /// Nothing but the number, the reference and the name is left of a merged record.
    private func put(
        _ merged: ClientRecord.MergedRecord, as number: Client.Number, of client: Client, into survivor: Client.Number
    ) throws {
        try Family.enter(survivor, in: db)
        let names: StatementArguments = [merged.reference, client.familyName, client.givenName, client.company]
        let columns = "number, reference, family_name, given_name, company"
        try db.execute(
            sql: "INSERT INTO client (survivor, family, \(columns)) VALUES (?, 1, ?, ?, ?, ?, ?)",
            arguments: [survivor, number] + names)
        try db.execute(
            sql: "INSERT INTO client_own (\(columns)) VALUES (?, ?, ?, ?, ?)", arguments: [number] + names)
        try db.execute(
            sql: """
                INSERT INTO merge (survivor, made_at, who, automatic, last_edit)
                VALUES (?, ?, ?, 1, (SELECT coalesce(max(number), 0) FROM edit))
                """, arguments: [survivor, moment, who])
        try db.execute(
            sql: "INSERT INTO merge_member (merge, client) VALUES (?, ?)", arguments: [db.lastInsertedRowID, number])
        // Found by the name too, should the merge be undone.
        cells.fill(from: try Family.own(number, in: db).client)
        try keys.put(cells, client: number)
        guard isFirstLoad, let reference = merged.reference else { return }
        references.insert(number, for: Array(reference.utf8).withUnsafeBufferPointer(Self.hash))
    }

    /// Seconds since 1970-01-01 UTC.
    var moment: Int64 { Int64(day.dayNumber) * 86_400 }

    /// What is left of an erased client. In a file that had clients only the issued invoices count.
    private func fileErased(_ record: ClientRecord) throws -> ImportOutcome {
        let erased = try record.client.number.flatMap { try isErased($0, on: record.erasedOn) ? $0 : nil }
        let missing = try record.invoices.filter { try $0.serial.map { try issued($0) == nil } ?? false }
        if !isFirstLoad, erased == nil, missing.isEmpty { return .filed(record.client.number ?? 0) }
        let number = try erased ?? insertErased(record)
        var left = record
        if !isFirstLoad, erased == nil {
            left = ClientRecord(client: record.client)
            left.invoices = missing
        }
        try put(
            belongingsOf: left, to: ImportedFamily(number: number, root: number, isNew: erased == nil))
        return .filed(number)
    }

    private func insertErased(_ record: ClientRecord) throws -> Client.Number {
        let number = try freeNumber(record.client.number)
        try db.execute(
            sql: "INSERT INTO client (number, erased_on) VALUES (?, ?)",
            arguments: [number, ClientFile.days(record.erasedOn)])
        return number
    }

    private func isErased(_ number: Client.Number, on day: CivilDate?) throws -> Bool {
        let sql = "SELECT 1 FROM client WHERE number = ? AND erased_on = ?"
        return try Bool.fetchOne(db, sql: sql, arguments: [number, ClientFile.days(day)]) ?? false
    }
}
