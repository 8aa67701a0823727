/// The lines of an address as they are printed on a letter, seen from the country that it is posted in.
///
/// At most ``mostLines`` lines of ``longestLine`` characters, and the country's for mail abroad; empty lines are not printed.
/// The order is that of NF Z 10-011 (1 who, 2 flat or floor, 3 building, 4 street, 5 hamlet or box, 6 postcode and town); the
/// last lines follow the receiving country. In France the last three are capitals without accents, in letters, digits and spaces
/// only, as La Poste asks.
///
/// ```
/// M. Paul-Henri Kermarrec
/// 21 RUE DE GOUESNOU
/// 29850 GOUESNOU
/// ```
package struct PostalLabel: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case name, company, complement, building, street, locality, town, country
    }

    package struct Line: Hashable, Sendable {
        package var part: Part
        package var text: String
        /// Words were abbreviated so that it fits.
        package var isShortened: Bool

        /// Longer than ``longestLine`` all the same.
        package var isTooLong: Bool { !PostalLabel.fits(text) }

        package init(_ part: Part, _ text: String, isShortened: Bool = false) {
            self.part = part
            self.text = text
            self.isShortened = isShortened
        }
    }

    package var parts: [Line]

    /// The printed lines from top to bottom.
    package var lines: [String] { parts.map(\.text) }

    /// In characters, spaces included. Source: NF Z 10-011.
    package static let longestLine = 38
    /// Without the country. Source: NF Z 10-011.
    package static let mostLines = 6

    /// Sets a client's address out.
    ///
    /// - Parameters:
    ///   - name: The client's, where it is known already.
    ///   - home: The country that the letter is posted in, ISO 3166-1 alpha-2. An address without a country lies there.
    ///   - language: The sending country's, for the name of the country abroad: French, German, English; otherwise French, the
    ///     language of the Universal Postal Union.
    package init(
        for client: Client, named name: PersonName? = nil, from home: String, in language: Language
    ) {
        let name = name ?? PersonName(of: client)
        let country = Self.code(client.address.country) ?? Self.code(home) ?? ""
        let layout = PostalLayout(country: country)
        var lines: [Line] = []
        lines.reserveCapacity(8)
        Self.append(name, isInFrance: layout.order == .french, to: &lines)
        layout.append(client.address, to: &lines)
        if lines.count > Self.mostLines { Self.reduce(&lines, layout) }
        if let name = PostalCountry.line(for: country, from: Self.code(home) ?? "", in: language) {
            lines.append(Line(.country, name))
        }
        parts = lines
    }

    /// A country's code in capitals, also from its name; nil where there is none.
    private static func code(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if text.utf8.count == 2, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), text != "UK" { return text }
        return PostalCountry.code(of: text) ?? text.uppercased()
    }

    /// The company first, then the person in it; a person alone on the first line.
    private static func append(_ name: PersonName, isInFrance: Bool, to lines: inout [Line]) {
        if !name.company.isEmpty { lines.append(fitted(.company, name.company)) }
        if !name.company.isEmpty, name.family.lowercased() == name.company.lowercased() { return }
        let person = self.person(name, isInFrance: isInFrance)
        if !person.text.isEmpty { lines.append(person) }
    }

    /// "Mme Irénée Bézard", "M. et Mme Pierre Durand", "Famille Durand"; the given name as initials where it is too long.
    private static func person(_ name: PersonName, isInFrance: Bool) -> Line {
        let given = name.title.kind == .family ? "" : name.given
        // "Mr" in a French address is an office's slip for "M.".
        let printed = isInFrance && name.title.printed == "Mr" ? "M." : name.title.printed
        let title = name.family.isEmpty && given.isEmpty ? "" : printed
        let whole = joined(joined(title, given), name.family)
        guard !fits(whole) else { return Line(.name, whole) }
        let initials = joined(joined(title, PostalAbbreviation.initials(of: given)), name.family)
        return Line(.name, initials, isShortened: initials != whole)
    }

    /// A line above the street, its general words abbreviated where it is too long.
    static func fitted(_ part: Part, _ text: String) -> Line {
        guard !fits(text) else { return Line(part, text) }
        let short = PostalAbbreviation.general(text, longest: longestLine)
        return Line(part, short, isShortened: short != text)
    }

    static func joined(_ first: String, _ second: String, by space: String = " ") -> String {
        first.isEmpty ? second : second.isEmpty ? first : first + space + second
    }

    /// Whether a line has no more than ``longestLine`` characters.
    ///
    /// Bytes are counted first: a line that is short in bytes is short in characters.
    package static func fits(_ text: String) -> Bool { text.utf8.count <= longestLine || text.count <= longestLine }
}

extension PostalLabel {
    /// Puts lines together until there are no more than ``mostLines``: flat and building first, then hamlet and street's
    /// upper neighbour, then the person's with the company's.
    private static func reduce(_ lines: inout [Line], _ layout: PostalLayout) {
        let pairs: [(Part, Part, String)] = [
            (.complement, .building, " "), (.locality, .town, ""), (.company, .name, " - "), (.building, .street, " "),
            (.complement, .street, " "),
        ]
        for (upper, lower, joint) in pairs where lines.count > mostLines {
            if upper == .locality {
                layout.joinTown(&lines)
                continue
            }
            guard let first = lines.firstIndex(where: { $0.part == upper }), first + 1 < lines.count,
                lines[first + 1].part == lower
            else { continue }
            let text = lines[first].text + joint + lines[first + 1].text
            let fitted = fitted(lower, text)
            lines[first] = Line(lower, fitted.text, isShortened: true)
            lines.remove(at: first + 1)
        }
    }
}
