import Correspondence

extension ImportSession {
    /// Where the columns of ``ClientColumns`` begin in ``ImportStatements/byNumber``.
    static let first = 2
    private static let reference = first + ClientColumns.Text.reference.rawValue

    /// Returns the client that the row in `cells` is about, if the file has it.
    func knownNumber() throws -> Client.Number? {
        if cells.isEmpty(.reference) {
            let checksum = cells.checksum
            guard isFirstLoad else { return try number(from: statements.byChecksum) { $0.bind(checksum, at: 1) } }
            return try references.first(for: checksum) { candidate in
                try withStored(candidate) { $0.isNull(Self.reference) }
            }
        }
        return try withReference(knownNumber(reference:))
    }

    /// Returns the client that bears a reference.
    func knownNumber(reference: UnsafeBufferPointer<UInt8>) throws -> Client.Number? {
        guard isFirstLoad else {
            return try number(from: statements.byReference) { $0.bind(bytes: reference, at: 1) }
        }
        return try references.first(for: Self.hash(reference)) { candidate in
            try withStored(candidate) { $0.bytes(Self.reference)?.elementsEqual(reference) ?? false }
        }
    }

    /// Adds the client in `cells`.
    ///
    /// - Parameter wanted: The number that it had in another file; see ``freeNumber(_:)``.
    func insert(as wanted: Client.Number? = nil, confirmedOn: CivilDate? = nil) throws -> Client.Number {
        let number = try freeNumber(wanted)
        counts.newClients += 1
        let checksum = cells.checksum
        statements.insert.bind(number, at: 1)
        statements.insert.bind(checksum, at: 2)
        statements.insert.bind(confirmedOn ?? cells.createdOn ?? day, at: 3)
        try cells.run(statements.insert, from: 4)
        if isFirstLoad {
            let hash = cells.isEmpty(.reference) ? checksum : cells.withBytes(of: .reference, Self.hash)
            references.insert(number, for: hash)
        }
        try keys.put(cells, client: number)
        try objections.mark(number, cells: cells)
        return number
    }

    /// Returns the number for a new record: the one that it wants where the file was empty and nobody has it, else the next.
    func freeNumber(_ wanted: Client.Number?) throws -> Client.Number {
        var number = nextNumber
        if isFirstLoad, let wanted, (1...Self.highestTakenOver).contains(wanted), try isFree(wanted) { number = wanted }
        nextNumber = max(nextNumber, number + 1)
        return number
    }

    /// A hundred million: sets of numbers stay small.
    private static let highestTakenOver: Client.Number = 100_000_000

    private func isFree(_ number: Client.Number) throws -> Bool {
        if number >= nextNumber { return true }
        statements.byNumber.bind(number, at: 1)
        defer { statements.byNumber.reset() }
        return try !statements.byNumber.step()
    }

    /// Takes over what the row says and the record does not have yet.
    ///
    /// The very row that was imported last changes nothing, so that what the desk has edited since stays.
    ///
    /// - Parameter isShown: Whether the row says what a family of merged records shows, not what one of them has itself.
    func update(_ number: Client.Number, with client: Client, isShown: Bool = false) throws {
        if number < firstNewNumber { seen.insert(number) }
        let checksum = cells.checksum
        let (isLastRow, isFamily, agrees) = try withStored(number) { row in
            (row.integerIfAny(0) == checksum, row.integer(1) == 1, cells.agree(with: row, from: Self.first))
        }
        if isLastRow { return }
        if isFamily, !(isShown && agrees) { return try updateFamily(number, with: client, checksum: checksum) }
        var record = try withStored(number) { Client($0, number: number, from: Self.first) }
        let changes = agrees ? [] : record.take(client)
        if !changes.isEmpty, number < firstNewNumber {
            updated.insert(number)
            try write(changes, of: number)
        }
        if !changes.isEmpty { cells.fill(from: record) }
        try store(number, checksum: checksum, isChanged: !changes.isEmpty)
    }

    private func store(_ number: Client.Number, checksum: Int64, isChanged: Bool) throws {
        guard isChanged else {
            statements.updateChecksum.bind(checksum, at: 1)
            statements.updateChecksum.bind(number, at: 2)
            return try statements.updateChecksum.run()
        }
        statements.update.bind(checksum, at: 1)
        statements.update.bind(Int64(day.dayNumber), at: 2)
        statements.update.bind(number, at: 3 + ClientColumns.all.count)
        try cells.run(statements.update, from: 3)
        try keys.put(cells, client: number)
        try objections.mark(number, cells: cells)
    }

    /// A merged record: its own values change, and the survivor is made anew from its family.
    private func updateFamily(_ number: Client.Number, with client: Client, checksum: Int64) throws {
        var own = try Family.own(number, in: db)
        let changes = own.client.take(client)
        if !changes.isEmpty {
            updated.insert(number)
            try write(changes, of: number)
            own.confirmedOn = day
            try Family.store(own, in: db)
            cells.fill(from: own.client)
            try keys.put(cells, client: number)
            try objections.mark(number, cells: cells)
            try Family.renew(around: number, in: db)
        }
        try store(number, checksum: checksum, isChanged: false)
    }

    private func write(_ changes: [FieldChange], of number: Client.Number) throws {
        for change in changes {
            statements.insertEdit.bind(number, at: 1)
            statements.insertEdit.bind(Int64(day.dayNumber) * 86_400, at: 2)
            statements.insertEdit.bind(who, at: 3)
            statements.insertEdit.bind(change.field.rawValue, at: 4)
            statements.insertEdit.bind(change.before, at: 5)
            statements.insertEdit.bind(change.after, at: 6)
            try statements.insertEdit.run()
        }
    }

    private func number(from statement: RawStatement, _ bind: (RawStatement) -> Void) throws -> Client.Number? {
        bind(statement)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : nil
    }

    private func withReference<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) throws -> R {
        let result: Result<R, any Error> = cells.withBytes(of: .reference) { bytes in Result { try body(bytes) } }
        return try result.get()
    }

    func withStored<R>(_ number: Client.Number, _ body: (RawStatement) throws -> R) throws -> R {
        statements.byNumber.bind(number, at: 1)
        defer { statements.byNumber.reset() }
        _ = try statements.byNumber.step()
        return try body(statements.byNumber)
    }

    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        var hash = Checksum()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
