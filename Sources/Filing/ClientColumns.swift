import Correspondence

/// The columns that say who a client is, in the order in which statements bind and read them.
enum ClientColumns {
    /// Text columns first, dates after them.
    static let texts = [
        "reference", "title", "family_name", "given_name", "company", "address_complement", "building", "street",
        "locality", "postcode", "town", "country", "phone", "mobile", "email", "language", "types", "origin", "doubts",
    ]
    static let dates = ["birth_date", "created_on"]
    static let all = texts + dates

    /// `title, family_name, …`, each with the prefix before it.
    static func list(_ prefix: String = "") -> String {
        all.map { prefix + $0 }.joined(separator: ", ")
    }

    /// `title = ?, family_name = ?, …`
    static let assignments = all.map { "\($0) = ?" }.joined(separator: ", ")

    /// Positions of text columns in ``texts``.
    enum Text: Int {
        case reference, title, familyName, givenName, company, addressComplement, building, street
        case locality, postcode, town, country, phone, mobile, email, language, types, origin, doubts
    }

    /// Parts names and values where one column holds several.
    static let unit: Character = "\u{1F}"

    static func joined(_ types: [String]) -> String? {
        let kept = types.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.filter { !$0.isEmpty }
        return kept.isEmpty ? nil : kept.joined(separator: "\n")
    }

    static func joined(_ doubts: [Client.Doubt]) -> String? {
        guard !doubts.isEmpty else { return nil }
        let parts = doubts.flatMap { [$0.field.rawValue, $0.written.filter { $0 != unit }] }
        return parts.joined(separator: String(unit))
    }

    static func doubts(in text: String) -> [Client.Doubt] {
        let parts = text.split(separator: unit, omittingEmptySubsequences: false)
        return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
            ClientField(rawValue: String(parts[index])).map { .init(field: $0, written: String(parts[index + 1])) }
        }
    }
}

extension Client {
    /// Reads the columns of ``ClientColumns/all`` from `first` on.
    init(_ row: RawStatement, number: Client.Number, from first: Int) {
        self.init(number: number)
        func text(_ column: ClientColumns.Text) -> String? { row.text(first + column.rawValue) }
        reference = text(.reference)
        title = text(.title)
        familyName = text(.familyName)
        givenName = text(.givenName)
        company = text(.company)
        address.complement = text(.addressComplement)
        address.building = text(.building)
        address.street = text(.street)
        address.locality = text(.locality)
        address.postcode = text(.postcode)
        address.town = text(.town)
        address.country = text(.country)
        phone = text(.phone)
        mobile = text(.mobile)
        email = text(.email)
        language = row.bytes(first + ClientColumns.Text.language.rawValue).map(Language.stored)
        if let lines = text(.types) {
            types = lines.utf8.contains(UInt8(ascii: "\n")) ? lines.split(separator: "\n").map(String.init) : [lines]
        }
        origin = text(.origin)
        if let stored = text(.doubts) { doubts = ClientColumns.doubts(in: stored) }
        birthDate = row.date(first + ClientColumns.texts.count)
        createdOn = row.date(first + ClientColumns.texts.count + 1)
    }
}

extension Language {
    /// Taking a tag apart costs a microsecond, so the two-letter ones are made once.
    private static let known: [Language] = (0..<676).map { index in
        let letters = [UInt8(97 + index / 26), UInt8(97 + index % 26)]
        return Language(rawValue: String(decoding: letters, as: UTF8.self))
    }

    static func stored(_ bytes: UnsafeBufferPointer<UInt8>) -> Language {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        if bytes.count == 2, letters.contains(bytes[0]), letters.contains(bytes[1]) {
            return known[Int(bytes[0] - 97) * 26 + Int(bytes[1] - 97)]
        }
        return Language(rawValue: String(decoding: bytes, as: UTF8.self))
    }
}
