/// A field of the client's main page: its name in templates, CSV, XML, `--json` and messages, said once.
package enum ClientField: String, CaseIterable, Hashable, Sendable {
    case reference
    case title
    case familyName = "family_name"
    case givenName = "given_name"
    case company
    case addressComplement = "address_complement"
    case building
    case street
    case locality
    case postcode
    case town
    case country
    case phone
    case mobile
    case email
    case birthDate = "birth_date"
    case language
    case type
    case origin
    case createdOn = "created_on"
}

extension ClientField {
    /// The field's name outside the program: `family_name`.
    package var name: String { rawValue }

    /// The field's French name, as an office writes it over a column.
    package var frenchName: String {
        switch self {
        case .reference: "référence"
        case .title: "civilité"
        case .familyName: "nom"
        case .givenName: "prénom"
        case .company: "société"
        case .addressComplement: "complément d'adresse"
        case .building: "bâtiment"
        case .street: "rue"
        case .locality: "lieu-dit"
        case .postcode: "code postal"
        case .town: "ville"
        case .country: "pays"
        case .phone: "téléphone"
        case .mobile: "portable"
        case .email: "e-mail"
        case .birthDate: "date de naissance"
        case .language: "langue"
        case .type: "type"
        case .origin: "origine"
        case .createdOn: "créé le"
        }
    }
}
