/// Where a letter goes, in parts. Which line a part is printed on follows from the country.
package struct PostalAddress: Hashable, Sendable {
    /// Flat, stair, floor; care of.
    package var complement: String?
    /// Building, residence, entrance.
    package var building: String?
    /// Number and street.
    package var street: String?
    /// Hamlet, lieu-dit or PO box.
    package var locality: String?
    package var postcode: String?
    package var town: String?
    /// ISO 3166-1 alpha-2 in capitals. Nil: the house's own country.
    package var country: String?

    package init(
        complement: String? = nil, building: String? = nil, street: String? = nil, locality: String? = nil,
        postcode: String? = nil, town: String? = nil, country: String? = nil
    ) {
        self.complement = complement
        self.building = building
        self.street = street
        self.locality = locality
        self.postcode = postcode
        self.town = town
        self.country = country
    }
}
