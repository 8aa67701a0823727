package import Correspondence
import GRDB

extension ClientFile {
    /// The lines of one tab, those of the records merged into it after its own; a line that both have stands once.
    ///
    /// ```swift
    /// let companions = try file.lines(of: 4711, as: Companion.self)
    /// ```
    package func lines<Line: TabLine>(of number: Client.Number, as type: Line.Type) throws(Problem) -> [Line] {
        try read { db in
            try Self.numbered(type, of: try Self.survivor(of: number, in: db, path: path), in: db).map(\.line)
        }
    }

    /// Adds a line to a tab, unless it is there. Of a merged client it belongs to the record with this very number.
    ///
    /// - Parameters:
    ///   - who: The login name, for the history.
    ///   - moment: Seconds since 1970-01-01 UTC.
    /// - Returns: The line's number in the tab, from 1.
    @discardableResult
    package func add<Line: TabLine>(
        _ line: Line, to number: Client.Number, by who: String, at moment: Int64
    ) throws(Problem) -> Int {
        try write { db in
            let current = try Self.activeNumber(number, in: db, path: path)
            guard let line = line.checked() else { throw Self.wrongAccount(number, path) }
            if let position = try Self.numbered(Line.self, of: current, in: db).firstIndex(where: { $0.line == line }) {
                return position + 1
            }
            try Self.insert(line, of: number, in: db)
            try Self.note(Line.table, of: number, before: nil, after: line.summary, by: who, at: moment, in: db)
            let lines = try Self.numbered(Line.self, of: current, in: db)
            return (lines.firstIndex { $0.line == line } ?? lines.count - 1) + 1
        }
    }

    /// Changes the line with a number in its tab.
    package func change<Line: TabLine>(
        _ position: Int, of number: Client.Number, by who: String, at moment: Int64, _ body: (inout Line) -> Void
    ) throws(Problem) {
        try write { db in
            let number = try Self.activeNumber(number, in: db, path: path)
            let (rows, before) = try line(position, of: number, in: db) as ([Int64], Line)
            var after = before
            body(&after)
            guard after != before else { return }
            guard let after = after.checked() else { throw Self.wrongAccount(number, path) }
            for row in rows { try Self.eraseKeys(of: before, row: row, in: db) }
            try Self.update(rows, to: after, in: db)
            try Self.note(
                Line.table, of: number, before: before.summary, after: after.summary, by: who, at: moment, in: db)
        }
    }

    /// Removes the line with a number from its tab.
    package func remove<Line: TabLine>(
        _ type: Line.Type, _ position: Int, of number: Client.Number, by who: String, at moment: Int64
    ) throws(Problem) {
        try write { db in
            let number = try Self.activeNumber(number, in: db, path: path)
            let (rows, before) = try line(position, of: number, in: db) as ([Int64], Line)
            for row in rows {
                try Self.eraseKeys(of: before, row: row, in: db)
                try db.execute(sql: "DELETE FROM \(Line.table) WHERE number = ?", arguments: [row])
            }
            try Self.note(Line.table, of: number, before: before.summary, after: nil, by: who, at: moment, in: db)
        }
    }

    private func line<Line: TabLine>(
        _ position: Int, of number: Client.Number, in db: Database
    ) throws -> (rows: [Int64], line: Line) {
        let lines = try Self.numbered(Line.self, of: number, in: db)
        guard lines.indices.contains(position - 1) else { throw Self.noLine(position, of: number, path) }
        return lines[position - 1]
    }
}

extension ClientFile {
    /// The lines of a client and of what was merged into it, each with the rows that say it.
    static func numbered<Line: TabLine>(
        _ type: Line.Type, of number: Client.Number, in db: Database
    ) throws -> [(rows: [Int64], line: Line)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, \(Line.columns.joined(separator: ", ")) FROM \(Line.table)
                WHERE client IN (\(family)) ORDER BY client <> ?1, client, number
                """, arguments: [number])
        var lines: [(rows: [Int64], line: Line)] = []
        for row in rows {
            let line = Line(values: Line.columns.indices.map { value(row, $0 + 1) })
            if let index = lines.firstIndex(where: { $0.line == line }) {
                lines[index].rows.append(row[0])
            } else {
                lines.append(([row[0]], line))
            }
        }
        return lines
    }

    private static func value(_ row: Row, _ index: Int) -> StoredValue {
        switch (row[index] as DatabaseValue).storage {
        case .int64(let integer): .integer(integer)
        case .string(let text): .text(text)
        default: .nothing
        }
    }

    static func argument(_ value: StoredValue) -> DatabaseValue {
        switch value {
        case .nothing: .null
        case .text(let text): text.databaseValue
        case .integer(let integer): integer.databaseValue
        }
    }

    static func insert<Line: TabLine>(_ line: Line, of number: Client.Number, in db: Database) throws {
        try insertRow(of: line, client: number, in: db)
        try writeKeys(of: line, client: number, in: db)
    }

    /// Inserts a line without its search keys.
    static func insertRow<Line: TabLine>(of line: Line, client number: Client.Number, in db: Database) throws {
        let columns = (["client"] + Line.columns).joined(separator: ", ")
        let marks = Array(repeating: "?", count: Line.columns.count + 1).joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO \(Line.table) (\(columns)) VALUES (\(marks))")
            .execute(arguments: StatementArguments([number.databaseValue] + line.values.map(argument)))
    }

    private static func update<Line: TabLine>(_ rows: [Int64], to line: Line, in db: Database) throws {
        let assignments = Line.columns.map { "\($0) = ?" }.joined(separator: ", ")
        for row in rows {
            try db.execute(
                sql: "UPDATE \(Line.table) SET \(assignments) WHERE number = ?",
                arguments: StatementArguments(line.values.map(argument) + [row.databaseValue]))
            if let owner = try Int64.fetchOne(
                db, sql: "SELECT client FROM \(Line.table) WHERE number = ?", arguments: [row])
            {
                try writeKeys(of: line, client: owner, in: db)
            }
        }
    }

    private static func eraseKeys<Line: TabLine>(of line: Line, row: Int64, in db: Database) throws {
        guard line is Companion || line is Vehicle else { return }
        let owner = "SELECT client FROM \(Line.table) WHERE number = ?"
        guard let client = try Int64.fetchOne(db, sql: owner, arguments: [row]) else { return }
        var eraser = try KeyEraser(db)
        try eraser.remove(line, client: client)
    }

    private static func writeKeys(of line: some TabLine, client: Client.Number, in db: Database) throws {
        guard line is Companion || line is Vehicle else { return }
        var keys = try KeyWriter(db)
        if let companion = line as? Companion { try keys.put(companion, client: client) }
        if let vehicle = line as? Vehicle { try keys.put(vehicle, client: client) }
        try keys.finish()
    }

    /// Writes a line of the edit history.
    static func note(
        _ what: String, of client: Client.Number, before: String?, after: String?, by who: String, at moment: Int64,
        in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO edit (client, made_at, who, what, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [client, moment, who, what, before, after])
    }

    /// Returns the number to write under: the survivor's, of a record that was not erased.
    static func activeNumber(_ number: Client.Number, in db: Database, path: String) throws -> Client.Number {
        let current = try survivor(of: number, in: db, path: path)
        let isErased = "SELECT erased_on IS NOT NULL FROM client WHERE number = ?"
        if try Bool.fetchOne(db, sql: isErased, arguments: [current]) ?? false { throw erased(current, path) }
        return current
    }

    static func wrongAccount(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "the check digits of this account number are wrong, so it was not kept.",
                fr: "la clé de ce numéro de compte est fausse\u{A0}; il n'a pas été enregistré."),
            remedy: Wording(
                en: "Read it again from the paper: IBAN, or the 23 figures of a RIB.",
                fr: "Relisez-le sur le papier\u{A0}: IBAN, ou les 23 chiffres d'un R.I.B."))
    }

    static func noLine(_ position: Int, of number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(en: "the tab has no line \(position).", fr: "l'onglet n'a pas de ligne \(position)."),
            remedy: Wording(
                en: "Look the line's number up with: publipost client show \(number)",
                fr: "Cherchez le numéro de la ligne avec\u{A0}: publipost client show \(number)"))
    }
}
