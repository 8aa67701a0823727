package import Correspondence

/// A line of one of the record's tabs: companion, vehicle, identity paper, animal, bank account.
package protocol TabLine: Hashable, Sendable {
    /// The table that holds the tab; also the tab's name in the edit history.
    static var table: String { get }
    /// The columns in the order of ``values``.
    static var columns: [String] { get }
    /// The values as they are stored.
    var values: [StoredValue] { get }
    /// Makes a line of stored values.
    init(values: [StoredValue])
    /// How the line stands in the edit history: nothing that must be masked elsewhere.
    var summary: String { get }
    /// The line in the form in which it is kept. Nil: it is refused, because it would do harm.
    func checked() -> Self?
}

/// A value as a column holds it.
package enum StoredValue: Hashable, Sendable {
    case nothing
    case text(String)
    case integer(Int64)

    init(_ text: String?) {
        self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    }

    init(_ date: CivilDate?) {
        self = date.map { .integer(Int64($0.dayNumber)) } ?? .nothing
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var date: CivilDate? {
        if case .integer(let days) = self { CivilDate(dayNumber: Int32(truncatingIfNeeded: days)) } else { nil }
    }
}

extension TabLine {
    package var summary: String {
        values.compactMap { $0.text ?? $0.date?.iso }.joined(separator: ", ")
    }

    /// Anything but an account number is kept as it is written.
    package func checked() -> Self? { self }
}

extension Companion: TabLine {
    package static let table = "companion"
    package static let columns = ["given_name", "family_name", "birth_date"]
    package var values: [StoredValue] { [StoredValue(givenName), StoredValue(familyName), StoredValue(birthDate)] }
    package init(values: [StoredValue]) {
        self.init(givenName: values[0].text, familyName: values[1].text, birthDate: values[2].date)
    }
}

extension Vehicle: TabLine {
    package static let table = "vehicle"
    package static let columns = ["plate", "country", "kind"]
    package var values: [StoredValue] { [StoredValue(plate), StoredValue(country), StoredValue(kind)] }
    package init(values: [StoredValue]) {
        self.init(plate: values[0].text, country: values[1].text, kind: values[2].text)
    }
}

extension IdentityPaper: TabLine {
    package static let table = "identity_paper"
    package static let columns = ["kind", "country", "valid_until"]
    package var values: [StoredValue] { [StoredValue(kind), StoredValue(country), StoredValue(validUntil)] }
    package init(values: [StoredValue]) {
        self.init(kind: values[0].text, country: values[1].text, validUntil: values[2].date)
    }
}

extension Animal: TabLine {
    package static let table = "animal"
    package static let columns = ["name", "species", "breed", "vaccinated_on"]
    package var values: [StoredValue] {
        [StoredValue(name), StoredValue(species), StoredValue(breed), StoredValue(vaccinatedOn)]
    }
    package init(values: [StoredValue]) {
        self.init(name: values[0].text, species: values[1].text, breed: values[2].text, vaccinatedOn: values[3].date)
    }
}

extension BankAccount: TabLine {
    package static let table = "bank_account"
    package static let columns = ["iban", "holder"]
    package var values: [StoredValue] { [.text(iban), StoredValue(holder)] }
    package init(values: [StoredValue]) {
        self.init(iban: values[0].text ?? "", holder: values[1].text)
    }
    /// Country and last four characters.
    package var summary: String { IBAN.masked(iban) }

    /// An IBAN, or a French RIB, whose check digits are right; kept as an IBAN.
    package func checked() -> BankAccount? {
        guard let right = IBAN(account: iban) else { return nil }
        return BankAccount(iban: right.text, holder: holder)
    }
}
