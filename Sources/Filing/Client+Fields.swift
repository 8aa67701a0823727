import Correspondence

extension Client {
    /// A field's value as text: dates in ISO form, types one a line. Nil: empty.
    subscript(field: ClientField) -> String? {
        get {
            field == .type ? ClientColumns.joined(types) : value(of: field)
        }
        set {
            switch field {
            case .reference: reference = newValue
            case .title: title = newValue
            case .familyName: familyName = newValue
            case .givenName: givenName = newValue
            case .company: company = newValue
            case .addressComplement: address.complement = newValue
            case .building: address.building = newValue
            case .street: address.street = newValue
            case .locality: address.locality = newValue
            case .postcode: address.postcode = newValue
            case .town: address.town = newValue
            case .country: address.country = newValue
            case .phone: phone = newValue
            case .mobile: mobile = newValue
            case .email: email = newValue
            case .birthDate: birthDate = newValue.flatMap { CivilDate(iso: $0) }
            case .language: language = newValue.map(Language.init(rawValue:))
            case .type: types = newValue.map { $0.split(separator: "\n").map(String.init) } ?? []
            case .origin: origin = newValue
            case .createdOn: createdOn = newValue.flatMap { CivilDate(iso: $0) }
            }
        }
    }

    /// Takes over every field that `other` has; what it leaves empty stays.
    ///
    /// A doubt about a field goes when the field gets a new value, and comes with the new value.
    ///
    /// - Returns: What changed; a new doubt alone counts as a change of its field.
    mutating func take(_ other: Client) -> [FieldChange] {
        ClientField.allCases.compactMap { field in
            let value = other[field].flatMap { $0.isEmpty ? nil : $0 }
            let doubt = other.doubts.first { $0.field == field }
            guard value != nil || doubt != nil else { return nil }
            return set(field, to: value ?? self[field], doubt: doubt)
        }
    }

    /// Sets one field and the doubt about it.
    ///
    /// - Returns: The change, or nil where there was none.
    mutating func set(_ field: ClientField, to value: String?, doubt: Doubt? = nil) -> FieldChange? {
        let before = (value: self[field], doubt: doubts.first { $0.field == field })
        self[field] = value
        guard before.value != self[field] || before.doubt != doubt else { return nil }
        doubts.removeAll { $0.field == field }
        if let doubt { doubts.append(doubt) }
        return FieldChange(
            field: field, before: before.value ?? before.doubt?.written, after: self[field] ?? doubt?.written)
    }
}
