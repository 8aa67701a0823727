/// What a column of a list means to the duplicate finder.
///
/// The record's own identifier is no column of the table: the caller keeps it and speaks of rows.
package enum LinkageField: Hashable, Sendable {
    case title, familyName, secondFamilyName, givenName, secondGivenName, company
    case addressComplement, building, street, streetNumber, locality, postcode, town, region, country
    case phone, mobile, email
    case birthDate, sex
    /// Which of several files a record came from: evidence to learn from, never a rule.
    case source
    /// Facts about the dealings with a client, not about who he is. Not compared.
    case language, type, origin, createdOn
    /// Any other column, compared generically under its own name.
    case other(String)

    private static let named: [(LinkageField, String)] = [
        (.title, "title"), (.familyName, "family_name"), (.secondFamilyName, "second_family_name"),
        (.givenName, "given_name"), (.secondGivenName, "second_given_name"), (.company, "company"),
        (.addressComplement, "address_complement"), (.building, "building"), (.street, "street"),
        (.streetNumber, "street_number"), (.locality, "locality"), (.postcode, "postcode"), (.town, "town"),
        (.region, "region"), (.country, "country"), (.phone, "phone"), (.mobile, "mobile"), (.email, "email"),
        (.birthDate, "birth_date"), (.sex, "sex"), (.source, "source"), (.language, "language"), (.type, "type"),
        (.origin, "origin"), (.createdOn, "created_on"),
    ]

    /// The known field of that name, such as `family_name`; any other name is a column of its own.
    package init(name: String) {
        self = Self.named.first { $0.1 == name }?.0 ?? .other(name)
    }

    /// The field's name outside the program: `family_name`, or the column's own name.
    package var name: String {
        if case .other(let name) = self { return name }
        return Self.named.first { $0.0 == self }?.1 ?? ""
    }

    /// Whether the column says something about who the client is.
    var isCompared: Bool {
        switch self {
        case .language, .type, .origin, .createdOn: false
        default: true
        }
    }
}
