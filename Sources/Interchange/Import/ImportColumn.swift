package import Correspondence

/// What a column of a list holds.
package enum ImportColumn: Hashable, Sendable {
    /// A field of the client's main page.
    case client(ClientField)
    /// A request that the row brings along; `import` only.
    case request(RequestField)
    /// A stay that the row brings along; `import` only.
    case stay(StayField)
    /// A field that only the search for duplicates knows.
    case matching(MatchingField)
    /// A column of no known meaning, under its own name.
    case unknown(String)
    /// Left out by the map, or a second column of the same meaning.
    case ignored

    package enum RequestField: String, CaseIterable, Hashable, Sendable {
        case kind = "request"
        case document = "request_document"
        case date = "request_date"
    }

    package enum StayField: String, CaseIterable, Hashable, Sendable {
        case arrival, departure, pitch, adults, children
        case state = "stay_state"
        case amount
    }

    package enum MatchingField: String, CaseIterable, Hashable, Sendable {
        case source
        case secondGivenName = "second_given_name"
        case secondFamilyName = "second_family_name"
        case streetNumber = "street_number"
        case region
        case sex
    }

    /// Our name of the field. Nil for a column that is left out.
    package var name: String? {
        switch self {
        case .client(.reference): "id"
        case .client(let field): field.name
        case .request(let field): field.rawValue
        case .stay(let field): field.rawValue
        case .matching(let field): field.rawValue
        case .unknown(let name): name
        case .ignored: nil
        }
    }
}
