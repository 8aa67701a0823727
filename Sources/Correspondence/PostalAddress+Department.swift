extension PostalAddress {
    /// The French department that mail is sorted by: the postcode's first two digits, three overseas (`971`, `988`), `20` for
    /// Corsica. Nil outside France and where the postcode has not five digits.
    package var department: String? {
        guard let postcode, PostalCountry.isServedByLaPoste((country ?? "FR").uppercased()) else { return nil }
        let digits = postcode.filter { $0 != " " }
        guard digits.utf8.count == 5, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(digits.prefix(digits.hasPrefix("97") || digits.hasPrefix("98") ? 3 : 2))
    }
}
