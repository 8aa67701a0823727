import GRDB

/// Keeps the table of distinct names, which likeness is measured on, up to date.
struct NameForms {
    private let insertion: RawStatement
    /// Checksums of names written lately: most names come again, and need not be written again.
    private var recent: [Int64] = Array(repeating: 0, count: 1 << 16)

    init(_ db: Database) throws {
        insertion = try RawStatement(db, "INSERT OR IGNORE INTO name_form (length, name) VALUES (?, ?)")
    }

    mutating func put(_ cells: ClientCells, forms: inout SearchForms) throws {
        var fresh: [[UInt8]] = []
        forms.eachName(of: cells) { name in
            var hash = Checksum()
            for byte in name { hash.add(byte) }
            let slot = Int(truncatingIfNeeded: hash.value) & (recent.count - 1)
            guard recent[slot] != hash.value else { return }
            recent[slot] = hash.value
            fresh.append(Array(name))
        }
        for name in fresh {
            insertion.bind(Int64(name.count), at: 1)
            try name.withUnsafeBufferPointer { bytes in
                insertion.bind(bytes: bytes, at: 2)
                try insertion.run()
            }
        }
    }
}
