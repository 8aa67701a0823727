/// In which order a country writes the lines below the addressee, and how.
///
/// Sources: NF Z 10-011 (France); UPU, "Addressing formats" (S42 templates); PostNL: postcode, two spaces, town in capitals; Royal
/// Mail: town and postcode on lines of their own; USPS Publication 28: town, state and ZIP on one line.
struct PostalLayout: Hashable, Sendable {
    enum Order: Hashable, Sendable {
        case french
        /// Postcode, then town.
        case postcodeFirst
        /// As before, with two spaces.
        case dutch
        /// Town, then the postcode on a line of its own.
        case british
        /// Town, then postcode, on one line.
        case townFirst
    }

    let order: Order

    init(country: String) {
        order =
            switch country {
            case _ where PostalCountry.isServedByLaPoste(country): .french
            case "NL": .dutch
            case "GB", "IE", "GG", "JE", "IM": .british
            case "US", "CA", "AU", "NZ", "IN", "SG": .townFirst
            default: .postcodeFirst
            }
    }

    func lines(of address: PostalAddress) -> [PostalLabel.Line] {
        let upper = [
            PostalLabel.fitted(.complement, Self.tidy(address.complement)),
            PostalLabel.fitted(.building, Self.tidy(address.building)),
        ]
        if order == .french { return upper + french(address) }
        return upper + [
            PostalLabel.fitted(.street, Self.tidy(address.street)),
            PostalLabel.fitted(.locality, Self.tidy(address.locality)),
        ] + town(Self.tidy(address.postcode).uppercased(), Self.tidy(address.town).uppercased())
    }

    private func french(_ address: PostalAddress) -> [PostalLabel.Line] {
        let street = PostalAbbreviation.streetLine(address.street ?? "")
        let locality = PostalAbbreviation.line(address.locality ?? "", longest: PostalLabel.longestLine)
        let town = PostalAbbreviation.townLine(postcode: address.postcode ?? "", town: address.town ?? "")
        return [
            PostalLabel.Line(.street, street.text, isShortened: street.isShortened),
            PostalLabel.Line(.locality, locality.text, isShortened: locality.isShortened),
            PostalLabel.Line(.town, town.text, isShortened: town.isShortened),
        ]
    }

    private func town(_ postcode: String, _ town: String) -> [PostalLabel.Line] {
        switch order {
        case .french, .postcodeFirst:
            [PostalLabel.Line(.town, PostalLabel.joined([postcode, town]))]
        case .dutch:
            [
                PostalLabel.Line(
                    .town, [Self.dutchPostcode(postcode), town].filter { !$0.isEmpty }.joined(separator: "  "))
            ]
        case .british:
            [PostalLabel.Line(.town, town), PostalLabel.Line(.town, postcode)]
        case .townFirst:
            [PostalLabel.Line(.town, PostalLabel.joined([town, postcode]))]
        }
    }

    /// `6711PJ` is written "6711 PJ".
    private static func dutchPostcode(_ text: String) -> String {
        let signs = text.filter { $0 != " " }
        guard signs.count == 6, signs.prefix(4).allSatisfy(\.isNumber), signs.suffix(2).allSatisfy(\.isLetter) else {
            return text
        }
        return signs.prefix(4) + " " + signs.suffix(2)
    }

    /// Puts a town and its postcode on one line where they have two.
    func joinTown(_ lines: inout [PostalLabel.Line]) {
        let towns = lines.indices.filter { lines[$0].part == .town }
        guard towns.count == 2 else { return }
        lines[towns[0]].text += "  " + lines[towns[1]].text
        lines.remove(at: towns[1])
    }

    static func tidy(_ text: String?) -> String {
        (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
