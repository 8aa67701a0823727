package import Correspondence
import Foundation
import GRDB

extension ClientFile {
    /// Notes that a client must not be written to for advertising.
    ///
    /// The record is marked, every record merged with it too, and keyed fingerprints of what they would be known again by are
    /// kept for good (``ObjectionFingerprint``): they survive erasing, and mark the person when an import brings them back.
    package func object(_ number: Client.Number, by who: String, at moment: Int64) throws(Problem) {
        try write { db in
            let root = try Self.activeNumber(number, in: db, path: path)
            try Self.object(root, on: Self.day(of: moment), in: db)
            let members = try Self.object(root, on: Self.day(of: moment), in: db)
            // Each record tells of it: after an undo it holds for all of them.
            for member in members {
                try Self.note("objection", of: member, before: nil, after: nil, by: who, at: moment, in: db)
            }
        }
    }

    /// Marks a family and keeps its members' fingerprints.
    ///
    /// - Returns: The members.
    @discardableResult
    static func object(_ root: Client.Number, on day: CivilDate, in db: Database) throws -> [Client.Number] {
        let members = try MergeTree(around: root, in: db).part(of: root)
        for member in members {
            var own = try Family.own(member, in: db)
            own.hasObjected = true
            try Family.store(own, in: db)
        }
        try keepFingerprints(of: members, on: day, in: db)
        try Family.renew(Set(members), in: db)
        return members
    }

    /// Keeps what a client who objected would be known again by: what each of its records says, and what is shown of them together.
    static func keepFingerprints(of members: [Client.Number], on day: CivilDate, in db: Database) throws {
        let fingerprints = try ObjectionFingerprint(db)
        for member in members {
            for client in [try client(member, in: db, path: "").client, try Family.own(member, in: db).client] {
                var cells = ClientCells()
                cells.fill(from: client)
                for fingerprint in fingerprints.all(of: cells) {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO objection (fingerprint, objected_on) VALUES (?, ?)",
                        arguments: [Data(fingerprint), days(day)])
                }
            }
        }
    }

    /// Books a letter that came back, and marks its client's address.
    ///
    /// - Parameter reason: The box on the label, or the office's own words.
    package func bookReturned(
        letter: Int64?, of number: Client.Number, reason: String, by who: String, at moment: Int64
    ) throws(Problem) {
        try write { db in
            _ = try Self.activeNumber(number, in: db, path: path)
            let day = Self.day(of: moment)
            try db.execute(
                sql: "INSERT INTO returned_mail (client, letter, reason, noted_on) VALUES (?, ?, ?, ?)",
                arguments: [number, letter, reason, Self.days(day)])
            // First the history: it says whether an address was typed since.
            try Self.note("returned", of: number, before: nil, after: reason, by: who, at: moment, in: db)
            try Self.mark(number, returnedOn: day, in: db)
        }
    }

    /// Takes the mark off again where the address turned out right. A changed address does it by itself.
    package func settleReturned(_ number: Client.Number, by who: String, at moment: Int64) throws(Problem) {
        try write { db in
            let root = try Self.activeNumber(number, in: db, path: path)
            for member in try MergeTree(around: root, in: db).part(of: root) {
                try Self.mark(member, returnedOn: nil, in: db)
                try db.execute(
                    sql: "UPDATE returned_mail SET settled_on = ? WHERE client = ? AND settled_on IS NULL",
                    arguments: [Self.days(Self.day(of: moment)), member])
            }
            try Self.note("returned", of: number, before: nil, after: "settled", by: who, at: moment, in: db)
        }
    }

    static func mark(_ number: Client.Number, returnedOn day: CivilDate?, in db: Database) throws {
        var own = try Family.own(number, in: db)
        own.returnedOn = day
        try Family.store(own, in: db)
        try Family.renew(around: number, in: db)
    }
}
