package import Correspondence

/// Which column of a list holds what.
///
/// Columns are known by our names, their French names and obvious variants; accents, capitals, spaces and marks do not
/// matter. A map, `their column: our field`, goes before the names; `"-"` leaves a column out.
///
/// Of two columns of one meaning the first one counts. The second one is left out of an import, and kept under its own
/// name in a merge and in a search for duplicates. A column without a name is left out.
package struct ColumnMap: Hashable, Sendable {
    /// What the list is read for; it decides which fields there are besides those of ``ClientField``.
    package enum Purpose: Hashable, Sendable {
        /// `import`: requests and stays too.
        case importing
        /// `merge`: clients' fields only.
        case merging
        /// `duplicates find`: `source`, `sex`… too.
        case matching
    }

    /// One for each column of the header.
    package private(set) var columns: [ImportColumn]
    /// What somebody may want to know: unknown and doubled columns.
    package private(set) var notes: [Wording] = []

    /// - Parameters:
    ///   - map: Their column's name, as written or nearly so, to our field's name or `-`.
    ///   - place: Where the list is; problems name it.
    ///   - mapPlace: Where the map is.
    /// - Throws: A `Problem` if the map names a column or field that does not exist, or if no column is usable.
    package init(
        header: [String], purpose: Purpose, map: [String: String] = [:], place: Place? = nil, mapPlace: Place? = nil
    ) throws(Problem) {
        let names = ColumnNames(purpose)
        columns = header.map { $0.isEmpty ? .ignored : names.column(named: $0) ?? .unknown($0) }
        let mapped = try apply(map, to: header, names, mapPlace)
        leaveOutDoubles(header, purpose, mapped)
        noteUnknown(header, purpose)
        try requireUsable(header, purpose, place)
    }

    /// The first column that holds `column`.
    package func index(of column: ImportColumn) -> Int? { columns.firstIndex(of: column) }

    /// Returns which columns the map has settled.
    private mutating func apply(
        _ map: [String: String], to header: [String], _ names: ColumnNames, _ place: Place?
    ) throws(Problem) -> Set<Int> {
        var problems: [Problem] = []
        var mapped: Set<Int> = []
        for (theirs, ours) in map.sorted(by: { $0.key < $1.key }) {
            let exact = header.indices.filter { header[$0] == theirs }
            let found = exact.isEmpty ? header.indices.filter { columnKey(header[$0]) == columnKey(theirs) } : exact
            if found.isEmpty { problems.append(.unknownColumn(theirs, header, place)) }
            let column: ImportColumn? = ours == "-" ? .ignored : names.column(called: ours)
            if column == nil { problems.append(.unknownField(ours, for: theirs, names.fieldNames, place)) }
            for index in found {
                columns[index] = column ?? .ignored
                mapped.insert(index)
            }
        }
        guard problems.isEmpty else { throw .all(problems) }
        return mapped
    }

    /// Lets one column of each meaning be: the one from the map before one known by its name, then the first.
    private mutating func leaveOutDoubles(_ header: [String], _ purpose: Purpose, _ mapped: Set<Int>) {
        var holder: [ImportColumn: Int] = [:]
        let order = header.indices.sorted { (mapped.contains($0) ? 0 : 1, $0) < (mapped.contains($1) ? 0 : 1, $1) }
        for index in order {
            let column = columns[index]
            if column == .ignored { continue }
            guard let first = holder[column] else {
                holder[column] = index
                continue
            }
            columns[index] = purpose == .importing ? .ignored : .unknown(header[index])
            notes.append(.doubled(header[index], as: header[first]))
        }
    }

    private mutating func noteUnknown(_ header: [String], _ purpose: Purpose) {
        guard purpose == .importing else { return }
        for index in columns.indices {
            if case .unknown(let name) = columns[index] { notes.append(.unknown(name)) }
        }
    }

    private func requireUsable(_ header: [String], _ purpose: Purpose, _ place: Place?) throws(Problem) {
        let isUsable =
            switch purpose {
            case .importing:
                index(of: .client(.reference)) ?? index(of: .client(.familyName)) ?? index(of: .client(.company)) != nil
            case .merging, .matching: columns.contains { $0 != .ignored }
            }
        guard isUsable else { throw .nothingUsable(header, place) }
    }
}

extension Wording {
    fileprivate static func doubled(_ name: String, as first: String) -> Wording {
        Wording(
            en: "Column \"\(name)\" means the same as column \"\(first)\", which counts.",
            fr: "La colonne « \(name) » a le même sens que la colonne « \(first) », qui compte.")
    }

    fileprivate static func unknown(_ name: String) -> Wording {
        Wording(
            en: "Column \"\(name)\" is not known and was passed over.",
            fr: "La colonne « \(name) » n’est pas connue, elle a été ignorée.")
    }
}

extension Problem {
    fileprivate static func unknownColumn(_ name: String, _ header: [String], _ place: Place?) -> Problem {
        let near = nearest(name, among: header)
        return Problem(
            place,
            Wording(
                en: "the map names a column \"\(name)\" that the list does not have.",
                fr: "la correspondance nomme une colonne « \(name) » que la liste n’a pas."),
            remedy: near.map { Wording(en: "Write \($0).", fr: "Écrivez \($0).") }
                ?? Wording(
                    en: "The list has: \(header.joined(separator: ", ")).",
                    fr: "La liste a : \(header.joined(separator: ", "))."))
    }

    fileprivate static func unknownField(
        _ name: String, for column: String, _ names: [String], _ place: Place?
    ) -> Problem {
        let near = nearest(name, among: names + [ClientField.reference.name])
        return Problem(
            place,
            Wording(
                en: "the map gives column \"\(column)\" to a field \"\(name)\" that does not exist.",
                fr: "la correspondance donne la colonne « \(column) » à un champ « \(name) » qui n’existe pas."),
            remedy: near.map { Wording(en: "Write \($0).", fr: "Écrivez \($0).") }
                ?? Wording(
                    en: "The fields are: \(names.joined(separator: ", ")); \"-\" leaves a column out.",
                    fr: "Les champs sont : \(names.joined(separator: ", ")) ; \"-\" laisse une colonne de côté."))
    }

    fileprivate static func nothingUsable(_ header: [String], _ place: Place?) -> Problem {
        Problem(
            place,
            Wording(
                // The names are not repeated: in a list without a head they are somebody's.
                en: "none of the \(header.count) columns is known; the first line must hold their names.",
                fr: "aucune des \(header.count) colonnes n’est connue ; la première ligne doit porter leurs noms."),
            remedy: Wording(
                en:
                    "Say what they hold in a map file, one line each (Their column: family_name), and add: --map map.yml",
                fr:
                    "Dites ce qu’elles contiennent dans un fichier, une ligne par colonne (Leur colonne: family_name), et ajoutez : --map map.yml"
            ))
    }
}
