import Correspondence

extension ImportSession {
    /// Returns the client that the row in `cells` is about, if the file has it.
    func knownNumber() throws -> Client.Number? {
        if cells.isEmpty(.reference) {
            let checksum = cells.checksum
            guard isFirstLoad else { return try number(from: statements.byChecksum) { $0.bind(checksum, at: 1) } }
            return try references.first(for: checksum) { candidate in
                try withStored(candidate) { $0.isNull(1 + ClientColumns.Text.reference.rawValue) }
            }
        }
        guard isFirstLoad else {
            return try withReference { reference in
                try number(from: statements.byReference) { $0.bind(bytes: reference, at: 1) }
            }
        }
        return try withReference { reference in
            try references.first(for: Self.hash(reference)) { candidate in
                try withStored(candidate) { row in
                    row.bytes(1 + ClientColumns.Text.reference.rawValue)?.elementsEqual(reference) ?? false
                }
            }
        }
    }

    /// Adds the client in `cells`.
    func insert() throws -> Client.Number {
        let number = nextNumber
        nextNumber += 1
        let checksum = cells.isEmpty(.reference) ? cells.checksum : nil
        statements.insert.bind(number, at: 1)
        statements.insert.bind(checksum, at: 2)
        statements.insert.bind(Int64((cells.createdOn ?? day).dayNumber), at: 3)
        try cells.run(statements.insert, from: 4)
        if isFirstLoad {
            references.insert(number, for: checksum ?? cells.withBytes(of: .reference, Self.hash))
        }
        try keys.put(cells, client: number)
        return number
    }

    /// Takes over what the row says and the record does not have yet.
    func update(_ number: Client.Number, with client: Client) throws {
        let (agrees, isFamily) = try withStored(number) { row in
            (cells.agree(with: row, from: 1), row.integer(0) == 1)
        }
        if number < firstNewNumber { seen.insert(number) }
        if isFamily { return try updateFamily(number, with: client) }
        if agrees { return }
        var record = try withStored(number) { Client($0, number: number, from: 1) }
        let changes = record.take(client)
        guard !changes.isEmpty else { return }
        if number < firstNewNumber {
            updated.insert(number)
            try write(changes, of: number)
        }
        cells.fill(from: record)
        statements.update.bind(Int64(day.dayNumber), at: 1)
        statements.update.bind(number, at: 2 + ClientColumns.all.count)
        try cells.run(statements.update, from: 2)
        try keys.put(cells, client: number)
    }

    /// A merged record: its own values change, and the survivor is made anew.
    private func updateFamily(_ number: Client.Number, with client: Client) throws {
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

    private func withStored<R>(_ number: Client.Number, _ body: (RawStatement) throws -> R) throws -> R {
        statements.byNumber.bind(number, at: 1)
        defer { statements.byNumber.reset() }
        _ = try statements.byNumber.step()
        return try body(statements.byNumber)
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        var hash = Checksum()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
