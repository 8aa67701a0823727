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
        if PostalCountry.isServedByLaPoste(country) {
            order = .french
        } else {
            order = Self.orders[country] ?? .postcodeFirst
        }
    }

    private static let orders: [String: Order] = [
        "NL": .dutch, "GB": .british, "IE": .british, "GG": .british, "JE": .british, "IM": .british, "US": .townFirst,
        "CA": .townFirst, "AU": .townFirst, "NZ": .townFirst, "IN": .townFirst, "SG": .townFirst,
    ]

    /// Adds the lines of an address that hold something.
    func append(_ address: PostalAddress, to lines: inout [PostalLabel.Line]) {
        Self.append(address.complement, as: .complement, to: &lines)
        Self.append(address.building, as: .building, to: &lines)
        if order == .french {
            appendFrench(address, to: &lines)
        } else {
            Self.append(address.street, as: .street, to: &lines)
            Self.append(address.locality, as: .locality, to: &lines)
            let town = Self.tidy(address.town).uppercased()
            for text in townLines(Self.tidy(address.postcode).uppercased(), town) where !text.isEmpty {
                lines.append(PostalLabel.Line(.town, text))
            }
        }
    }

    private static func append(_ text: String?, as part: PostalLabel.Part, to lines: inout [PostalLabel.Line]) {
        guard let text, !text.isEmpty else { return }
        let line = PostalLabel.fitted(part, tidy(text))
        if !line.text.isEmpty { lines.append(line) }
    }

    private func appendFrench(_ address: PostalAddress, to lines: inout [PostalLabel.Line]) {
        func append(_ part: PostalLabel.Part, _ line: PostalAbbreviation.Shortened) {
            guard !line.text.isEmpty else { return }
            lines.append(PostalLabel.Line(part, line.text, isShortened: line.isShortened))
        }
        if let street = address.street {
            let (own, building) = Self.parted(street, hasBuilding: address.building != nil)
            if let building { Self.append(building, as: .building, to: &lines) }
            append(.street, PostalAbbreviation.streetLine(own))
        }
        if let locality = address.locality {
            append(.locality, PostalAbbreviation.line(locality, longest: PostalLabel.longestLine))
        }
        append(.town, PostalAbbreviation.townLine(postcode: address.postcode ?? "", town: address.town ?? ""))
    }

    /// Takes a residence or building off the end of a street that is too long with it: it belongs on a line of its own.
    private static func parted(_ street: String, hasBuilding: Bool) -> (street: String, building: String?) {
        guard !hasBuilding, street.utf8.count > PostalAbbreviation.longestStreet,
            let comma = street.lastIndex(of: ",")
        else { return (street, nil) }
        let rest = tidy(String(street[street.index(after: comma)...]))
        let first = PostalAbbreviation.capitals(rest).split(separator: " ").first.map(String.init) ?? ""
        guard buildingWords.contains(first) else { return (street, nil) }
        return (String(street[..<comma]), rest)
    }

    private static let buildingWords: Set<String> = [
        "RESIDENCE", "RES", "BATIMENT", "BAT", "IMMEUBLE", "IMM", "TOUR", "ENTREE", "ESCALIER", "ESC", "APPARTEMENT",
        "APPT",
        "APT", "LOTISSEMENT", "LOT", "DOMAINE", "CLOS", "VILLA", "ETAGE",
    ]

    private func townLines(_ postcode: String, _ town: String) -> [String] {
        switch order {
        case .french, .postcodeFirst:
            [PostalLabel.joined(postcode, town)]
        case .dutch:
            [PostalLabel.joined(Self.dutchPostcode(postcode), town, by: "  ")]
        case .british:
            [town, postcode]
        case .townFirst:
            [PostalLabel.joined(town, postcode)]
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

    /// Single spaces, none at the ends.
    static func tidy(_ text: String?) -> String {
        guard let text, !isTidy(text) else { return text ?? "" }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    /// Most cells are tidy already, which their bytes show; a no-break space begins with C2 or E2.
    private static func isTidy(_ text: String) -> Bool {
        var before: UInt8 = 0x20
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x20 && before == 0x20 || byte == 0xC2 || byte == 0xE2 { return false }
            before = byte
        }
        return before != 0x20 || text.isEmpty
    }
}
