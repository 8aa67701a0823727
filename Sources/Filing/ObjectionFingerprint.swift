import Correspondence
import Fingerprints
import Foundation
import GRDB

/// How an objection is kept without keeping who objected: keyed fingerprints of what the person would be known again by.
///
/// The key is made with the file and never leaves it. A person has up to four: the name with the e-mail, with each phone,
/// with the birth date, with postcode and street. One that fits is enough. Source: CNIL on "liste repoussoir".
struct ObjectionFingerprint {
    private let key: [UInt8]

    /// Reads the file's key, or makes one where there is none.
    init(_ db: Database) throws {
        if let stored = try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'objection_key'") {
            key = Array(stored)
        } else {
            var random = SystemRandomNumberGenerator()
            key = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            try db.execute(sql: "INSERT INTO setting VALUES ('objection_key', ?)", arguments: [Data(key)])
        }
    }

    /// All fingerprints of a record; none where it has no name.
    func all(of cells: ClientCells) -> [[UInt8]] {
        func folded(_ column: ClientColumns.Text) -> [UInt8] {
            var folded: [UInt8] = []
            cells.withBytes(of: column) { Folding.fold($0, into: &folded) }
            return folded
        }
        let name = folded(.givenName) + folded(.familyName) + folded(.company)
        guard !name.isEmpty else { return [] }
        var traits: [(String, [UInt8])] = [("email", folded(.email))]
        for column in [ClientColumns.Text.phone, .mobile] {
            var digits: [UInt8] = []
            cells.withBytes(of: .country) { country in
                cells.withBytes(of: column) { PhoneDigits.append($0, country: country, to: &digits) }
            }
            traits.append(("phone", digits))
        }
        if let birth = cells.birthDate { traits.append(("birth", Array(birth.iso.utf8))) }
        let street = folded(.street)
        if !street.isEmpty { traits.append(("street", folded(.postcode) + street)) }
        return traits.filter { !$0.1.isEmpty }.map { kind, trait in
            Fingerprint(of: Array("\(kind):".utf8) + name + [0] + trait, key: key).bytes
        }
    }
}
