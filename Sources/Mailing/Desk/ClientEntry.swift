package import Correspondence
import Interchange

/// Puts what somebody typed into a client's fields.
///
/// A telephone number that can be read is stored as it is dialled from anywhere, a country and a language by their codes. What
/// is doubtful is kept as it was written and flagged; nothing is silently changed.
package struct ClientEntry: Sendable {
    /// The client types of the office. Empty: any word is one.
    private let types: [String]
    /// Whose habits a number without a country code follows.
    private let home: String
    private let today: CivilDate

    package init(house: House?, today: CivilDate) {
        types = house?.clientTypes ?? []
        home = house?.country ?? "FR"
        self.today = today
    }

    /// The fields that can be typed, in the order in which a form asks for them.
    package static let fields: [ClientField] = [
        .title, .familyName, .givenName, .company, .addressComplement, .building, .street, .locality, .postcode, .town,
        .country, .phone, .mobile, .email, .birthDate, .language, .type, .origin, .reference,
    ]

    package static let names = fields.map(\.name)

    /// Sets fields, the country first: it decides how telephone numbers and postcodes are read.
    package func set(_ words: [FieldWord], in client: inout Client) {
        let given = words.compactMap { word in ClientField(rawValue: word.name).map { ($0, word.value) } }
        for (field, value) in given.sorted(by: { $0.0 == .country && $1.0 != .country }) {
            client.doubts.removeAll { $0.field == field }
            set(field, value, in: &client)
        }
        if given.contains(where: { $0.0 == .country || $0.0 == .postcode }) { judgePostcode(of: &client) }
    }

    /// What is doubtful about a value, in words for the person who typed it. Nil: nothing.
    package func doubt(about field: ClientField, in client: Client) -> Wording? {
        client.doubts.contains { $0.field == field } ? Self.reason(field, types: types) : nil
    }

    private func set(_ field: ClientField, _ value: String?, in client: inout Client) {
        switch field {
        case .reference: client.reference = value
        case .title: client.title = value
        case .familyName: client.familyName = value
        case .givenName: client.givenName = value
        case .company: client.company = value
        case .addressComplement: client.address.complement = value
        case .building: client.address.building = value
        case .street: client.address.street = value
        case .locality: client.address.locality = value
        case .postcode: client.address.postcode = value
        case .town: client.address.town = value
        case .origin: client.origin = value
        default: setJudged(field, value, in: &client)
        }
    }

    /// Fields that can be right or wrong.
    private func setJudged(_ field: ClientField, _ value: String?, in client: inout Client) {
        switch field {
        case .country: client.address.country = read(value, field, in: &client, WrittenValue.country)
        case .phone: client.phone = phone(value, field, in: &client)
        case .mobile: client.mobile = phone(value, field, in: &client)
        case .email: client.email = read(value, field, in: &client) { WrittenValue.isEmail($0) ? $0 : nil }
        case .birthDate: client.birthDate = birthDate(value, in: &client)
        case .language: setLanguage(value, in: &client)
        case .type: setTypes(value, in: &client)
        case .createdOn: client.createdOn = value.flatMap(WrittenValue.date)
        default: break
        }
    }

    /// What can be read as it should be; otherwise as it was written, with a doubt.
    private func read(
        _ value: String?, _ field: ClientField, in client: inout Client, _ reading: (String) -> String?
    ) -> String? {
        guard let value else { return nil }
        if let read = reading(value) { return read }
        client.doubts.append(Client.Doubt(field: field, written: value))
        return value
    }

    private func phone(_ value: String?, _ field: ClientField, in client: inout Client) -> String? {
        let country = client.address.country ?? home
        return read(value, field, in: &client) { PhoneNumber($0, country: country)?.e164 }
    }

    /// A day in the future, or of a person older than any, is kept and flagged.
    private func birthDate(_ value: String?, in client: inout Client) -> CivilDate? {
        guard let value else { return nil }
        let date = WrittenValue.date(value)
        if date.map({ !Self.isSane($0, today: today) }) ?? true {
            client.doubts.append(Client.Doubt(field: .birthDate, written: value))
        }
        return date
    }

    /// Nobody is older than 122 years, and nobody comes before birth.
    static func isSane(_ birth: CivilDate, today: CivilDate) -> Bool {
        birth <= today && birth.year >= today.year - 122
    }

    private func setLanguage(_ value: String?, in client: inout Client) {
        client.language = value.flatMap(WrittenValue.language)
        if let value, client.language == nil { client.doubts.append(Client.Doubt(field: .language, written: value)) }
    }

    private func setTypes(_ value: String?, in client: inout Client) {
        client.types = []
        for part in (value ?? "").split(whereSeparator: { ",;|".contains($0) }) {
            guard let word = WrittenValue.text(String(part)) else { continue }
            let known = types.first { $0 == word } ?? types.first { $0.lowercased() == word.lowercased() }
            if !client.types.contains(known ?? word) { client.types.append(known ?? word) }
            if known == nil, !types.isEmpty { client.doubts.append(Client.Doubt(field: .type, written: word)) }
        }
    }

    private func judgePostcode(of client: inout Client) {
        client.doubts.removeAll { $0.field == .postcode }
        guard let postcode = client.address.postcode,
            Postcode.isPlausible(postcode, country: client.address.country ?? home) == false
        else { return }
        client.doubts.append(Client.Doubt(field: .postcode, written: postcode))
    }
}

extension ClientEntry {
    /// Why a value of a field is flagged.
    private static func reason(_ field: ClientField, types: [String]) -> Wording {
        let all = types.joined(separator: ", ")
        return switch field {
        case .phone, .mobile:
            Wording(
                en: "no telephone number of this country has that form",
                fr: "aucun numéro de téléphone de ce pays n’a cette forme")
        case .email: Wording(en: "this is no e-mail address", fr: "ce n’est pas une adresse e-mail")
        case .postcode:
            Wording(en: "no postcode of this country has that form", fr: "aucun code postal de ce pays n’a cette forme")
        case .country: Wording(en: "this country is not known", fr: "ce pays est inconnu")
        case .birthDate:
            Wording(en: "nobody can have been born on that day", fr: "personne ne peut être né ce jour-là")
        case .language: Wording(en: "this language is not known", fr: "cette langue est inconnue")
        case .type:
            Wording(
                en: "the office has no such client type; house.yml lists: \(all)",
                fr: "le bureau n’a pas ce type de client\u{A0}; house.yml connaît\u{A0}: \(all)")
        default: Wording(en: "this value is doubtful", fr: "cette valeur est douteuse")
        }
    }

    /// Notes for every doubt about the fields that were just typed.
    func notes(about words: [FieldWord], in client: Client) -> [Problem] {
        words.compactMap { word -> Problem? in
            guard let field = ClientField(rawValue: word.name), let reason = doubt(about: field, in: client) else {
                return nil
            }
            return Problem(.option(word.name), .keptAndFlagged(reason))
        }
    }
}

extension Wording {
    fileprivate static func keptAndFlagged(_ reason: Wording) -> Wording {
        Wording(
            en: "\(reason.english); kept as written, and flagged.",
            fr: "\(reason.french)\u{A0}; gardé tel quel, et signalé.")
    }
}
