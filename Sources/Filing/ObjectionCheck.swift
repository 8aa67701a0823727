import Correspondence
import Foundation
import GRDB

/// Marks records that an objection's fingerprint fits, while they are filed.
struct ObjectionCheck {
    private let known: Set<[UInt8]>
    private let fingerprints: ObjectionFingerprint
    private let marks: [RawStatement]

    init(_ db: Database) throws {
        known = Set(try Data.fetchAll(db, sql: "SELECT fingerprint FROM objection").map { Array($0) })
        fingerprints = try ObjectionFingerprint(db)
        marks = try ["client", "client_own"].map {
            try RawStatement(db, "UPDATE \($0) SET objected = 1 WHERE number = ?")
        }
    }

    /// Free of cost while nobody has objected.
    func mark(_ number: Client.Number, cells: ClientCells) throws {
        guard !known.isEmpty, fingerprints.all(of: cells).contains(where: known.contains) else { return }
        for mark in marks {
            mark.bind(number, at: 1)
            try mark.run()
        }
    }
}
