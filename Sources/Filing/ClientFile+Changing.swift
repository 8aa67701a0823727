package import Correspondence
import GRDB

extension ClientFile {
    /// Adds a client at the desk.
    ///
    /// - Parameter moment: Seconds since 1970-01-01 UTC.
    /// - Returns: The client as filed, with its number.
    /// - Throws: A `Problem` where it has neither name nor company, or its reference is taken.
    package func add(_ client: Client, by who: String, at moment: Int64) throws(Problem) -> Client {
        try write { db in
            let number = (try Int64.fetchOne(db, sql: "SELECT max(number) FROM client") ?? 0) + 1
            var client = client
            client.number = number
            let day = Self.day(of: moment)
            client.createdOn = client.createdOn ?? day
            var cells = ClientCells()
            cells.fill(from: client)
            guard cells.hasName else { throw Self.noName(path) }
            try Self.checkReference(of: client, in: db, path: path)
            let statements = try ImportStatements(db)
            statements.insert.bind(number, at: 1)
            statements.insert.bind(nil as Int64?, at: 2)
            statements.insert.bind(day, at: 3)
            try cells.run(statements.insert, from: 4)
            try Self.writeKeys(cells, client: number, in: db)
            try ObjectionCheck(db).mark(number, cells: cells)
            try Self.note("added", of: number, before: nil, after: nil, by: who, at: moment, in: db)
            return client
        }
    }

    /// Changes a client's own page. What is set clears the doubt about it; a new address settles returned mail.
    ///
    /// In a family of merged records the change is made to the record with this very number, and is what the survivor shows:
    /// a person's choice wins.
    ///
    /// - Returns: What changed; nothing is written where nothing did.
    /// - Throws: A `Problem` where neither a family name nor a company would be left, or the reference is taken.
    @discardableResult
    package func change(
        _ number: Client.Number, by who: String, at moment: Int64, _ body: (inout Client) -> Void
    ) throws(Problem) -> [FieldChange] {
        try write { db in
            let shown = try Self.client(try Self.activeNumber(number, in: db, path: path), in: db, path: path).client
            var wanted = shown
            body(&wanted)
            var after = shown
            let changes = ClientField.allCases.compactMap { field -> FieldChange? in
                let doubt = wanted.doubts.first { $0.field == field }
                let isOld = wanted[field] != shown[field] && shown.doubts.contains { $0 == doubt }
                return after.set(field, to: wanted[field].flatMap { $0.isEmpty ? nil : $0 }, doubt: isOld ? nil : doubt)
            }
            guard !changes.isEmpty else { return [] }
            guard after.isAddressable || !shown.isAddressable && after.hasName else {
                throw Self.namesGone(number, path)
            }
            if after.reference != shown.reference { try Self.checkReference(of: after, in: db, path: path) }
            if try Family.isFamily(number, in: db) {
                try Self.changeFamily(number, changes, to: after, by: who, at: moment, in: db)
            } else {
                try Self.changeAlone(number, changes, to: after, by: who, at: moment, in: db)
            }
            return changes
        }
    }

    private static func changeAlone(
        _ number: Client.Number, _ changes: [FieldChange], to after: Client, by who: String, at moment: Int64,
        in db: Database
    ) throws {
        var own = try Family.own(number, in: db)
        try eraseKeys(own, in: db)
        own.client = after
        own.confirmedOn = day(of: moment)
        if changes.contains(where: { Survivorship.addressFields.contains($0.field) }) { own.returnedOn = nil }
        try Family.store(own, in: db)
        try file(own, in: db)
        for change in changes {
            try note(
                change.field.rawValue, of: number, before: change.before, after: change.after, by: who, at: moment,
                in: db)
        }
    }

    /// Writes what a changed record is found by, and marks it where an objection fits.
    static func file(_ own: Family.Own, in db: Database) throws {
        var cells = ClientCells()
        cells.fill(from: own.client)
        try writeKeys(cells, client: own.number, in: db)
        try ObjectionCheck(db).mark(own.number, cells: cells)
    }

    private static func eraseKeys(_ own: Family.Own, in db: Database) throws {
        var cells = ClientCells()
        cells.fill(from: own.client)
        var eraser = try KeyEraser(db)
        try eraser.remove(cells, client: own.number)
    }

    static func writeKeys(_ cells: ClientCells, client: Client.Number, in db: Database) throws {
        var keys = try KeyWriter(db)
        try keys.put(cells, client: client)
        try keys.finish()
    }

    static func day(of moment: Int64) -> CivilDate {
        CivilDate(dayNumber: Int32(truncatingIfNeeded: moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400))
    }

    private static func checkReference(of client: Client, in db: Database, path: String) throws {
        guard let reference = client.reference, !reference.isEmpty else { return }
        let sql = "SELECT number FROM client WHERE reference = ? AND number <> ?"
        if let other = try Int64.fetchOne(db, sql: sql, arguments: [reference, client.number]) {
            throw referenceTaken(other, path)
        }
    }
}

extension ClientFile {
    /// A family: whole units are taken over by the record with this number, and the family shows them.
    private static func changeFamily(
        _ number: Client.Number, _ changes: [FieldChange], to after: Client, by who: String, at moment: Int64,
        in db: Database
    ) throws {
        let tree = try MergeTree(around: number, in: db)
        let root = tree.root(of: number)
        let rule = try Survivorship(root: root, tree: tree, in: db)
        let ranked = rule.ranked(try tree.part(of: root).map { try Family.own($0, in: db) })
        var own = try Family.own(number, in: db)
        try eraseKeys(own, in: db)
        var units: [String] = []
        for unit in changes.map({ Survivorship.unit(of: $0.field) }) where !units.contains(unit) { units.append(unit) }
        for unit in units {
            let source = rule.source(of: unit, ranked)?.number
            let fields = ClientField.allCases.filter { Survivorship.unit(of: $0) == unit }
            for field in fields {
                let ownBefore = own.client[field]
                let doubt = after.doubts.first { $0.field == field }
                _ = own.client.set(field, to: after[field], doubt: doubt)
                let change = changes.first { $0.field == field }
                guard change != nil || ownBefore != after[field] else { continue }
                try note(
                    field.rawValue, of: number, before: change?.before ?? after[field],
                    after: change?.after ?? after[field], by: who, at: moment, in: db)
                try db.execute(
                    sql: "UPDATE edit SET source = ?, own = ? WHERE number = ?",
                    arguments: [source, ownBefore, db.lastInsertedRowID])
            }
            try db.execute(
                sql: "INSERT INTO choice (client, field, source) VALUES (?, ?, ?)", arguments: [root, unit, number])
        }
        own.confirmedOn = day(of: moment)
        if units.contains(Survivorship.addressUnit) {
            // An undo that gives the address away brings the flag back.
            if let day = own.returnedOn {
                try note("returned", of: number, before: day.iso, after: "settled", by: who, at: moment, in: db)
            }
            own.returnedOn = nil
        }
        try Family.store(own, in: db)
        try file(own, in: db)
        try Family.renew(around: number, in: db)
    }
}

extension Client {
    var hasName: Bool {
        [familyName, givenName, company].contains { $0.map { !$0.isEmpty } ?? false }
    }

    /// Whether a letter could be addressed to the client: a family name or a company.
    fileprivate var isAddressable: Bool {
        [familyName, company].contains { $0.map { !$0.isEmpty } ?? false }
    }
}

extension ClientFile {
    static func noName(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "a client needs a name or a company, so nothing was written.",
                fr: "un client doit avoir un nom ou une société\u{A0}; rien n'a été écrit."),
            remedy: Wording(
                en: "Say one of family_name, given_name and company.",
                fr: "Indiquez family_name, given_name ou company."))
    }

    static func namesGone(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "the client would be left without a family name and a company, so nothing was written.",
                fr: "le client resterait sans nom ni société\u{A0}; rien n'a été écrit."),
            remedy: Wording(
                en: "Say the other in the same command: publipost client edit \(number) family_name= company=…",
                fr:
                    "Indiquez l'autre dans la même commande\u{A0}: publipost client edit \(number) family_name= company=…"
            ))
    }

    static func referenceTaken(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(en: "this client has that reference already.", fr: "ce client a déjà cette référence."),
            remedy: Wording(
                en: "Take another reference, or look at the record with: publipost client show \(number)",
                fr: "Prenez une autre référence, ou voyez la fiche\u{A0}: publipost client show \(number)"))
    }
}
