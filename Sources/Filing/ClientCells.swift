import Correspondence

/// A client's values as bytes, side by side in one buffer that is used again for the next client.
struct ClientCells {
    private(set) var buffer: [UInt8] = []
    /// Per text column where it begins and how long it is; length 0 is an empty cell.
    private var spans: [(start: Int, length: Int)] = Array(repeating: (0, 0), count: ClientColumns.texts.count)
    private(set) var birthDate: CivilDate?
    private(set) var createdOn: CivilDate?

    init() {
        buffer.reserveCapacity(4096)
    }

    /// Takes over all values of `client`.
    mutating func fill(from client: Client) {
        buffer.removeAll(keepingCapacity: true)
        put(client.reference, .reference)
        put(client.title, .title)
        put(client.familyName, .familyName)
        put(client.givenName, .givenName)
        put(client.company, .company)
        put(client.address.complement, .addressComplement)
        put(client.address.building, .building)
        put(client.address.street, .street)
        put(client.address.locality, .locality)
        put(client.address.postcode, .postcode)
        put(client.address.town, .town)
        put(client.address.country, .country)
        put(client.phone, .phone)
        put(client.mobile, .mobile)
        put(client.email, .email)
        put(client.language?.rawValue, .language)
        put(client.types.count < 2 ? client.types.first : ClientColumns.joined(client.types), .types)
        put(client.origin, .origin)
        put(client.doubts.isEmpty ? nil : ClientColumns.joined(client.doubts), .doubts)
        birthDate = client.birthDate
        createdOn = client.createdOn
    }

    private mutating func put(_ text: String?, _ column: ClientColumns.Text) {
        let start = buffer.count
        if var text { text.withUTF8 { buffer.append(contentsOf: $0) } }
        spans[column.rawValue] = (start, buffer.count - start)
    }

    func isEmpty(_ column: ClientColumns.Text) -> Bool {
        spans[column.rawValue].length == 0
    }

    var hasName: Bool {
        !isEmpty(.familyName) || !isEmpty(.givenName) || !isEmpty(.company)
    }

    func withBytes<R>(of column: ClientColumns.Text, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let (start, length) = spans[column.rawValue]
        return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + length])) }
    }
}

extension ClientCells {
    /// Binds every column from `first` on and runs the statement.
    func run(_ statement: RawStatement, from first: Int) throws {
        statement.bind(birthDate, at: first + spans.count)
        statement.bind(createdOn, at: first + spans.count + 1)
        try buffer.withUnsafeBufferPointer { buffer in
            for (index, span) in spans.enumerated() {
                if span.length == 0 {
                    statement.bind(nil as Int64?, at: first + index)
                } else {
                    let bytes = UnsafeBufferPointer(rebasing: buffer[span.start..<span.start + span.length])
                    statement.bind(bytes: bytes, at: first + index)
                }
            }
            try statement.run()
        }
    }

    /// Whether the row that the statement stands on has all that the filled cells say.
    func agree(with row: RawStatement, from first: Int) -> Bool {
        if let birthDate, row.date(first + spans.count) != birthDate { return false }
        if let createdOn, row.date(first + spans.count + 1) != createdOn { return false }
        return buffer.withUnsafeBufferPointer { buffer in
            for (index, span) in spans.enumerated() where span.length > 0 {
                guard let stored = row.bytes(first + index), stored.count == span.length,
                    stored.elementsEqual(buffer[span.start..<span.start + span.length])
                else { return false }
            }
            return true
        }
    }

    /// A checksum of every cell, by which a row without a reference is known again.
    var checksum: Int64 {
        var hash = Checksum()
        for (index, span) in spans.enumerated() where span.length > 0 {
            hash.add(UInt64(index))
            for byte in buffer[span.start..<span.start + span.length] { hash.add(byte) }
        }
        hash.add(UInt64(bitPattern: Int64(birthDate?.dayNumber ?? .max)))
        hash.add(UInt64(bitPattern: Int64(createdOn?.dayNumber ?? .max)))
        return hash.value
    }
}

/// FNV-1a with 64 bits and a final mix. Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm".
struct Checksum {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    mutating func add(_ word: UInt64) {
        state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 32
    }

    var value: Int64 {
        var mixed = state ^ state >> 33
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        return Int64(bitPattern: mixed ^ mixed >> 33)
    }
}
