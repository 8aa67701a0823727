package import Correspondence
import GRDB

extension ClientFile {
    /// The edits since a merge that an undo has to settle. Empty: nothing to ask.
    package func undoConflicts(of merge: Int64) throws(Problem) -> [UndoConflict] {
        try read { db in
            try Self.edits(toSettleFor: merge, in: db, path: path).map(\.conflict).filter { $0.before != $0.after }
        }
    }

    /// Takes a merge back: the records come back as they were, also after later edits and after a mailing, in any order.
    ///
    /// What was added since stays with the record whose number it was added under; an objection made since holds for all of
    /// them. The records of each side are remembered as not the same as those of the others, so that the next night does not merge
    /// them again.
    ///
    /// - Parameter fields: Of the ``undoConflicts(of:)``, those whose new value goes to the record that the replaced one had
    ///   come from. The others stay where they were made. An address is given as a whole.
    /// - Returns: The merge, undone.
    /// - Throws: A `Problem` where there is no such merge, it is undone already, or a record was erased since.
    @discardableResult
    package func undo(
        _ merge: Int64, giving fields: Set<ClientField> = [], by who: String, at moment: Int64
    ) throws(Problem) -> MergeRecord {
        try write { db in
            let record = try Self.mergeRecord(merge, in: db, path: path)
            guard record.undoneAt == nil else { throw Self.undoneAlready(merge, path) }
            let members = [record.survivor] + record.merged
            for member in members { try Self.refuseErased(member, merge, in: db, path: path) }
            let units = Set(fields.map(Survivorship.unit(of:)))
            let edits = try Self.edits(toSettleFor: merge, in: db, path: path)
            for edit in edits where units.contains(Survivorship.unit(of: edit.conflict.field)) {
                try Self.give(edit, since: merge, by: who, at: moment, in: db)
            }
            let tree = try MergeTree(around: record.survivor, in: db)
            try db.execute(
                sql: "UPDATE merge SET undone_at = ?, undone_by = ? WHERE number = ?", arguments: [moment, who, merge])
            try Family.renew(Set(tree.deepestFirst), in: db)
            let sides = Self.sides(of: record, in: tree)
            try Self.partSales(since: merge, among: sides, in: db)
            try Self.keepApart(sides: sides, by: who, at: moment, in: db)
            return try Self.mergeRecord(merge, in: db, path: path)
        }
    }

    /// The records that each merged one takes with it, and those that stay.
    private static func sides(of record: MergeRecord, in tree: MergeTree) -> [[Client.Number]] {
        let leaving = record.merged.map { tree.part(of: $0) }
        return [tree.deepestFirst.filter { number in !leaving.contains { $0.contains(number) } }] + leaving
    }

    private static func refuseErased(_ number: Client.Number, _ merge: Int64, in db: Database, path: String) throws {
        let sql = "SELECT erased_on IS NOT NULL FROM client WHERE number = ?"
        if try Bool.fetchOne(db, sql: sql, arguments: [number]) ?? true { throw erasedSince(number, merge, path) }
    }
}

extension ClientFile {
    private struct SettledEdit {
        var number: Int64
        var conflict: UndoConflict
        var ownBefore: String?
    }

    /// Edits after the merge of a record on one side that replaced a value from the other side, the first of each field and record.
    /// Where the other side's record was edited there since, it has its own word, and there is nothing to settle.
    private static func edits(toSettleFor merge: Int64, in db: Database, path: String) throws -> [SettledEdit] {
        let record = try mergeRecord(merge, in: db, path: path)
        let tree = try MergeTree(around: record.survivor, in: db)
        let leaving = Set(record.merged.flatMap { tree.part(of: $0) })
        let address = Survivorship.addressFields.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, client, what, before, source, own FROM edit e
                WHERE number > (SELECT last_edit FROM merge WHERE number = ?) AND source IS NOT NULL AND source <> client
                AND NOT EXISTS (SELECT 1 FROM edit WHERE client = e.source AND number > e.number
                AND (what = e.what OR what IN (\(address)) AND e.what IN (\(address))))
                ORDER BY number
                """, arguments: [merge])
        var edits: [SettledEdit] = []
        for row in rows {
            let (client, source): (Int64, Int64) = (row[1], row[4])
            guard leaving.contains(client) != leaving.contains(source), tree.root(of: client) == tree.root(of: source),
                let field = ClientField(rawValue: row[2])
            else { continue }
            let now = try Family.own(client, in: db).client[field]
            let conflict = UndoConflict(field: field, before: row[3], after: now, source: source, edited: client)
            if !edits.contains(where: { $0.conflict.field == field && $0.conflict.edited == client }) {
                edits.append(SettledEdit(number: row[0], conflict: conflict, ownBefore: row[5]))
            }
        }
        return edits
    }

    /// Moves an edit's value to the record that the replaced one had come from. An address takes what is known of returned mail along.
    private static func give(
        _ edit: SettledEdit, since merge: Int64, by who: String, at moment: Int64, in db: Database
    ) throws {
        let conflict = edit.conflict
        var from = try Family.own(conflict.edited, in: db)
        var to = try Family.own(conflict.source, in: db)
        let given = from.client[conflict.field]
        _ = from.client.set(conflict.field, to: edit.ownBefore)
        _ = to.client.set(conflict.field, to: given)
        to.confirmedOn = max(to.confirmedOn, from.confirmedOn)
        if Survivorship.addressFields.contains(conflict.field) {
            if to.returnedEdit < edit.number { to.returnedOn = nil }
            from.returnedOn = try from.returnedOn ?? settledReturn(of: from.number, since: merge, in: db)
        }
        for own in [from, to] {
            try Family.store(own, in: db)
            try file(own, in: db)
        }
        guard conflict.before != given else { return }
        try note(
            conflict.field.rawValue, of: conflict.source, before: conflict.before, after: given, by: who, at: moment,
            in: db)
    }

    /// The day mail came back to a record, where an address typed after the merge has settled that.
    private static func settledReturn(
        of number: Client.Number, since merge: Int64, in db: Database
    ) throws -> CivilDate? {
        let sql = """
            SELECT before FROM edit WHERE client = ? AND what = 'returned' AND after = 'settled' AND before IS NOT NULL
            AND number > (SELECT last_edit FROM merge WHERE number = ?) ORDER BY number LIMIT 1
            """
        return try String.fetchOne(db, sql: sql, arguments: [number, merge]).flatMap { CivilDate(iso: $0) }
    }

    static func undoneAlready(_ merge: Int64, _ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "merge \(merge) was undone already.", fr: "la fusion \(merge) a déjà été annulée."))
    }

    static func erasedSince(_ number: Client.Number, _ merge: Int64, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "the record was erased after merge \(merge), so the merge cannot be undone.",
                fr: "la fiche a été effacée après la fusion \(merge), qui ne peut donc plus être annulée."))
    }
}
