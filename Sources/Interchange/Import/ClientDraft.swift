import Correspondence

/// A client being read from the words of a list, field by field.
///
/// What is doubtful is kept as it was written and flagged, in the client's doubts and in ``remarks``.
struct ClientDraft {
    private(set) var client = Client()
    private(set) var remarks: [ImportRemark] = []
    /// Whether the values come from a client file, which has judged them and tells its doubts: then they are taken as they are.
    var isStored = false
    private var line = 0
    private let homeCountry: String

    init(homeCountry: String) {
        self.homeCountry = homeCountry
    }

    /// Begins a new client, on this line of the list.
    mutating func begin(line: Int) {
        self.line = line
        client = Client()
        isStored = false
        forgetRemarks()
    }

    mutating func forgetRemarks() { remarks.removeAll(keepingCapacity: true) }

    /// Takes a cell, trimmed and not empty, as a field.
    mutating func take(_ text: String, as field: ClientField) {
        switch field {
        case .reference: client.reference = text
        case .title: client.title = text
        case .familyName: client.familyName = text
        case .givenName: client.givenName = text
        case .company: client.company = text
        case .addressComplement: client.address.complement = text
        case .building: client.address.building = text
        case .street: client.address.street = text
        case .locality: client.address.locality = text
        case .postcode: client.address.postcode = text
        case .town: client.address.town = text
        case .country: client.address.country = CountryNames.code(of: text) ?? doubtful(text, field)
        case .phone: client.phone = isPhone(text) ? text : doubtful(text, field)
        case .mobile: client.mobile = isPhone(text) ? text : doubtful(text, field)
        case .email: client.email = isEmail(text) ? text : doubtful(text, field)
        case .birthDate: client.birthDate = date(text, field)
        case .language: client.language = language(text)
        case .type: takeTypes(text)
        case .origin: client.origin = text
        case .createdOn: client.createdOn = date(text, field)
        }
    }

    /// Takes a value, not empty, as a client file keeps it.
    mutating func take(stored text: String, as field: ClientField) {
        switch field {
        case .country: client.address.country = text
        case .phone: client.phone = text
        case .mobile: client.mobile = text
        case .email: client.email = text
        case .language: client.language = Language(rawValue: text)
        case .type: client.types.append(text)
        default: take(text, as: field)
        }
    }

    /// Returns the client once all fields are taken. Nil: it names neither a person nor a company.
    mutating func finished() -> Client? {
        if isStored { return (client.familyName ?? client.givenName ?? client.company).map { _ in client } }
        guard client.familyName != nil || client.company != nil else { return nil }
        judgeByCountry(client.address.country ?? homeCountry)
        return client
    }

    private mutating func judgeByCountry(_ country: String) {
        if let postcode = client.address.postcode, !isPostcode(postcode, in: country) {
            _ = doubtful(postcode, .postcode)
        }
        if let phone = client.phone, hasLostZero(phone, in: country) { _ = doubtful(phone, .phone) }
        if let mobile = client.mobile, hasLostZero(mobile, in: country) { _ = doubtful(mobile, .mobile) }
    }

    /// Notes something doubtful that is no field of the client.
    mutating func note(_ field: String, _ words: Wording) {
        remarks.append(ImportRemark(line: line, field: field, words: words))
    }

    /// Takes over a doubt that the list itself tells of.
    mutating func take(_ doubt: Client.Doubt) {
        if !client.doubts.contains(doubt) { client.doubts.append(doubt) }
    }

    private mutating func doubtful(_ text: String, _ field: ClientField) -> String {
        take(Client.Doubt(field: field, written: text))
        note(field.name, .doubtful(field))
        return text
    }

    private mutating func date(_ text: String, _ field: ClientField) -> CivilDate? {
        if let date = cellDate(text) { return date }
        _ = doubtful(text, field)
        return nil
    }

    private mutating func language(_ text: String) -> Language? {
        if let language = LanguageNames.language(of: text) { return language }
        _ = doubtful(text, .language)
        return nil
    }

    /// Several types stand in one cell with a comma, a semicolon or a bar between them.
    private mutating func takeTypes(_ text: String) {
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "|" }) {
            var name = part.drop { $0 == " " }
            while name.last == " " { name.removeLast() }
            if !name.isEmpty, !client.types.contains(String(name)) { client.types.append(String(name)) }
        }
    }
}

extension Wording {
    fileprivate static func doubtful(_ field: ClientField) -> Wording {
        Wording(
            en: "\(field.name) is doubtful and was kept as it was written",
            fr: "\(field.frenchName) : valeur douteuse, gardée telle quelle")
    }
}
