package import Correspondence
import GRDB

extension ClientFile {
    /// The edits since a merge that an undo has to settle. Empty: nothing to ask.
    package func undoConflicts(of merge: Int64) throws(Problem) -> [UndoConflict] {
        try read { db in try Self.edits(toSettleFor: merge, in: db, path: path).map(\.conflict) }
    }

    /// Takes a merge back: the records come back as they were, also after later edits and after a mailing, in any order.
    ///
    /// What was added since stays with the record whose number it was added under; an objection made since holds for all of
    /// them. The pairs are remembered as not the same, so that the next night does not merge them again.
    ///
    /// - Parameter fields: Of the ``undoConflicts(of:)``, those whose new value goes to the record that the replaced one had
    ///   come from. The others stay where they were made.
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
            for edit in try Self.edits(toSettleFor: merge, in: db, path: path)
            where fields.contains(edit.conflict.field) {
                try Self.give(edit, by: who, at: moment, in: db)
            }
            let touched = Set(try MergeTree(around: record.survivor, in: db).deepestFirst)
            try db.execute(
                sql: "UPDATE merge SET undone_at = ?, undone_by = ? WHERE number = ?", arguments: [moment, who, merge])
            try Family.renew(touched, in: db)
            try Self.keepApart(members, by: who, at: moment, in: db)
            return try Self.mergeRecord(merge, in: db, path: path)
        }
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

    /// Edits after the merge of a record on one side that replaced a value from the other side.
    private static func edits(toSettleFor merge: Int64, in db: Database, path: String) throws -> [SettledEdit] {
        let record = try mergeRecord(merge, in: db, path: path)
        let tree = try MergeTree(around: record.survivor, in: db)
        let leaving = Set(record.merged.flatMap { tree.part(of: $0) })
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, client, what, before, after, source, own FROM edit
                WHERE number > (SELECT last_edit FROM merge WHERE number = ?) AND source IS NOT NULL AND source <> client
                AND before IS NOT after ORDER BY number
                """, arguments: [merge])
        return rows.compactMap { row in
            let (client, source): (Int64, Int64) = (row[1], row[5])
            guard leaving.contains(client) != leaving.contains(source), tree.root(of: client) == tree.root(of: source),
                let field = ClientField(rawValue: row[2])
            else { return nil }
            let conflict = UndoConflict(field: field, before: row[3], after: row[4], source: source, edited: client)
            return SettledEdit(number: row[0], conflict: conflict, ownBefore: row[6])
        }
    }

    /// Moves an edit's value to the record that the replaced one had come from.
    private static func give(_ edit: SettledEdit, by who: String, at moment: Int64, in db: Database) throws {
        let conflict = edit.conflict
        var from = try Family.own(conflict.edited, in: db)
        var to = try Family.own(conflict.source, in: db)
        let given = from.client[conflict.field]
        _ = from.client.set(conflict.field, to: edit.ownBefore)
        _ = to.client.set(conflict.field, to: given)
        to.confirmedOn = max(to.confirmedOn, from.confirmedOn)
        try Family.store(from, in: db)
        try Family.store(to, in: db)
        for own in [from, to] {
            var cells = ClientCells()
            cells.fill(from: own.client)
            try writeKeys(cells, client: own.number, in: db)
        }
        try note(
            conflict.field.rawValue, of: conflict.source, before: conflict.before, after: given, by: who, at: moment,
            in: db)
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
