package import Correspondence
import GRDB

extension ClientFile {
    /// Makes records one client, several groups in one transaction: all or none.
    ///
    /// Nothing is thrown away (see ``Family``); the old numbers keep working and lead to the survivor. An objection or a
    /// returned-mail flag of one is from then on the family's.
    ///
    /// - Parameters:
    ///   - who: The login name.
    ///   - moment: Seconds since 1970-01-01 UTC.
    ///   - automatic: Whether no person looked at it. Then orders that would join what somebody keeps apart are left out
    ///     instead of stopping the act.
    /// - Returns: The merges in the order of the orders.
    /// - Throws: A `Problem` where a client is missing or erased, all are one already, somebody decided that two are not the
    ///   same, or a value is chosen from a client who is none of them.
    @discardableResult
    package func merge(
        _ orders: [MergeOrder], by who: String, at moment: Int64, automatic: Bool = false
    ) throws(Problem) -> [MergeRecord] {
        try write { db in
            try orders.compactMap { order in
                let members = try roots(of: order.members, in: db)
                if let pair = try apartPair(among: members, in: db) {
                    if automatic { return nil }
                    throw Self.keptApart(pair.0, pair.1, path)
                }
                if automatic, members.count < 2 { return nil }
                guard members.count > 1 else { throw Self.oneAlready(members.first ?? 0, path) }
                return try merge(order, members, by: who, at: moment, automatic: automatic, in: db)
            }
        }
    }

    /// Merges, the latest first.
    ///
    /// - Parameter number: Only those that a client has a part in. Nil: all.
    package func merges(of number: Client.Number? = nil, limit: Int = 1000) throws(Problem) -> [MergeRecord] {
        try read { db in
            let sql = """
                SELECT number FROM merge WHERE ?1 IS NULL OR survivor = ?1
                OR number IN (SELECT merge FROM merge_member WHERE client = ?1) ORDER BY number DESC LIMIT ?2
                """
            return try Int64.fetchAll(db, sql: sql, arguments: [number, limit]).map {
                try Self.mergeRecord($0, in: db, path: path)
            }
        }
    }

    private func roots(of numbers: [Client.Number], in db: Database) throws -> [Client.Number] {
        var roots: [Client.Number] = []
        for number in numbers {
            let root = try Self.activeNumber(number, in: db, path: path)
            if !roots.contains(root) { roots.append(root) }
        }
        return roots.sorted()
    }

    private func merge(
        _ order: MergeOrder, _ members: [Client.Number], by who: String, at moment: Int64, automatic: Bool,
        in db: Database
    ) throws -> MergeRecord {
        let wanted = try order.survivor.map { try Self.survivor(of: $0, in: db, path: path) }
        let survivor = wanted ?? members[0]
        guard members.contains(survivor) else { throw Self.noMember(survivor, path) }
        let choices = try choices(of: order, among: members, in: db)
        try db.execute(
            sql: """
                INSERT INTO merge (survivor, made_at, who, automatic, probability, last_edit)
                VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM edit))
                """, arguments: [survivor, moment, who, automatic, order.probability])
        let merge = db.lastInsertedRowID
        for member in members {
            try Family.enter(member, in: db)
            guard member != survivor else { continue }
            try db.execute(sql: "INSERT INTO merge_member (merge, client) VALUES (?, ?)", arguments: [merge, member])
        }
        for (unit, source) in choices {
            try db.execute(
                sql: "INSERT INTO choice (client, field, source, merge) VALUES (?, ?, ?, ?)",
                arguments: [survivor, unit, source, merge])
        }
        try Family.renew(Set(members), in: db)
        return try Self.mergeRecord(merge, in: db, path: path)
    }

    /// The units that a person chose, and the record whose own value is meant: of a client that was merged before, what it
    /// shows may come from another of its records.
    private func choices(
        of order: MergeOrder, among members: [Client.Number], in db: Database
    ) throws -> [(unit: String, source: Client.Number)] {
        try order.choices.sorted { $0.key.rawValue < $1.key.rawValue }.map { field, client in
            guard field != .reference else { throw Self.referenceStays(path) }
            let root = try Self.activeNumber(client, in: db, path: path)
            guard members.contains(root) else { throw Self.noMember(client, path) }
            let unit = Survivorship.unit(of: field)
            guard client == root else { return (unit, client) }
            let tree = try MergeTree(around: root, in: db)
            let rule = try Survivorship(root: root, tree: tree, in: db)
            let ranked = rule.ranked(try tree.part(of: root).map { try Family.own($0, in: db) })
            return (unit, rule.source(of: unit, ranked)?.number ?? client)
        }
    }

    static func mergeRecord(_ number: Int64, in db: Database, path: String) throws -> MergeRecord {
        let row = try Row.fetchOne(
            db, sql: "SELECT survivor, made_at, who, automatic, probability, undone_at FROM merge WHERE number = ?",
            arguments: [number])
        guard let row else { throw noMerge(number, path) }
        let members = "SELECT client FROM merge_member WHERE merge = ? ORDER BY client"
        return MergeRecord(
            number: number, survivor: row[0], merged: try Int64.fetchAll(db, sql: members, arguments: [number]),
            madeAt: row[1], who: row[2], isAutomatic: row[3], probability: row[4], undoneAt: row[5])
    }
}

extension ClientFile {
    static func oneAlready(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "these records are one client already, so nothing was merged.",
                fr: "ces fiches sont déjà un seul client\u{A0}; rien n'a été fusionné."))
    }

    static func noMember(_ number: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(number, file: path),
            Wording(
                en: "this client is none of those to be merged.",
                fr: "ce client n'est pas de ceux qu'il faut fusionner."),
            remedy: Wording(
                en: "Name it among them, or let another survive.", fr: "Nommez-le parmi eux, ou gardez-en un autre."))
    }

    static func referenceStays(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "the reference is the survivor's own, so it cannot be taken from another client.",
                fr: "la référence est celle de la fiche gardée\u{A0}; elle ne se prend pas à un autre client."),
            remedy: Wording(
                en: "Let the client whose reference is to be seen survive: --into CLIENT",
                fr: "Gardez le client dont la référence doit se voir\u{A0}: --into CLIENT"), weight: .usage)
    }

    static func keptApart(_ one: Client.Number, _ other: Client.Number, _ path: String) -> Problem {
        Problem(
            .client(one, file: path),
            Wording(
                en: "somebody decided that this is not client \(other), so nothing was merged.",
                fr: "quelqu'un a décidé que ce n'est pas le client \(other)\u{A0}; rien n'a été fusionné."),
            remedy: Wording(
                en: "Where that was wrong, take it back with: publipost duplicates apart --forget \(one) \(other)",
                fr: "Si c'était une erreur, revenez dessus\u{A0}: publipost duplicates apart --forget \(one) \(other)"))
    }

    static func noMerge(_ number: Int64, _ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(en: "there is no merge \(number).", fr: "il n'y a pas de fusion \(number)."),
            remedy: Wording(
                en: "Look its number up with: publipost client show N",
                fr: "Cherchez son numéro\u{A0}: publipost client show N"))
    }
}
