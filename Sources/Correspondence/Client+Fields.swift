extension Client {
    /// Returns a field's value as text, as CSV and XML write it; empty where there is none.
    package func text(of field: ClientField) -> String {
        value(of: field) ?? ""
    }

    /// Returns a field's value as text: dates in ISO form, types behind commas. Nil where there is none.
    package func value(of field: ClientField) -> String? {
        switch field {
        case .reference: reference
        case .title: title
        case .familyName: familyName
        case .givenName: givenName
        case .company: company
        case .addressComplement: address.complement
        case .building: address.building
        case .street: address.street
        case .locality: address.locality
        case .postcode: address.postcode
        case .town: address.town
        case .country: address.country
        case .phone: phone
        case .mobile: mobile
        case .email: email
        case .birthDate: birthDate?.iso
        case .language: language?.rawValue
        case .type: types.isEmpty ? nil : types.joined(separator: ", ")
        case .origin: origin
        case .createdOn: createdOn?.iso
        }
    }
}
