/// A person who travels with the client.
package struct Companion: Hashable, Sendable {
    package var givenName: String?
    package var familyName: String?
    package var birthDate: CivilDate?

    package init(givenName: String? = nil, familyName: String? = nil, birthDate: CivilDate? = nil) {
        self.givenName = givenName
        self.familyName = familyName
        self.birthDate = birthDate
    }
}

/// A car, caravan, motor home… with its plate as it is written.
package struct Vehicle: Hashable, Sendable {
    package var plate: String?
    package var country: String?
    package var kind: String?

    package init(plate: String? = nil, country: String? = nil, kind: String? = nil) {
        self.plate = plate
        self.country = country
        self.kind = kind
    }
}

/// That an identity paper was seen. Neither its number nor a copy: the law forbids keeping them.
package struct IdentityPaper: Hashable, Sendable {
    package var kind: String?
    package var country: String?
    package var validUntil: CivilDate?

    package init(kind: String? = nil, country: String? = nil, validUntil: CivilDate? = nil) {
        self.kind = kind
        self.country = country
        self.validUntil = validUntil
    }
}

package struct Animal: Hashable, Sendable {
    package var name: String?
    package var species: String?
    package var breed: String?
    package var vaccinatedOn: CivilDate?

    package init(
        name: String? = nil, species: String? = nil, breed: String? = nil, vaccinatedOn: CivilDate? = nil
    ) {
        self.name = name
        self.species = species
        self.breed = breed
        self.vaccinatedOn = vaccinatedOn
    }
}

/// A bank account. Shown masked everywhere.
package struct BankAccount: Hashable, Sendable {
    package var iban: String
    package var holder: String?

    package init(iban: String, holder: String? = nil) {
        self.iban = iban
        self.holder = holder
    }
}
