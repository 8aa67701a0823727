package import Correspondence

/// The fields of `publipost merge`: a list's columns as they stand, and what the known ones say of a client, a request and a
/// stay.
///
/// ```
/// let fields = ListFields(columns: reader.header, house: house)
/// let template = try Template(parsing: bytes, …, fields: fields.catalogue, constants: fields.constants(today: date), …)
/// let needs = fields.needs(of: template)
/// let record = fields.record(cells: cells, client: client, needs: needs, language: template.language)
/// ```
package struct ListFields: Sendable {
    package let catalogue: FieldCatalogue
    private let columnCount: Int
    private let house: FieldValue?

    /// What a template asks for. The rest of a row need not be read.
    package struct Needs: Hashable, Sendable {
        /// The columns, in the order of the list.
        package var columns: [Int]
        /// Whether `client.*` is asked for.
        package var client: Bool
        package var salutation: Bool
        /// Whether `request.*` or `stay.*` is asked for.
        package var occasion: Bool
    }

    /// - Parameters:
    ///   - columns: In the order of the list. A column hides a field of ours that has its name.
    ///   - house: Each of its values is a field `house.KEY`. Nil: there are no such fields.
    package init(columns: [String], house: House?) {
        let standard = FieldCatalogue.standard(for: house ?? House(name: "", town: ""))
        let names = ["client", "salutation", "today", "request", "stay"] + (house == nil ? [] : ["house"])
        let ours = names.compactMap { name in standard.slot(of: name).map { standard.fields[$0] } }
        catalogue = FieldCatalogue(columns.map { FieldCatalogue.Field($0, .column) } + ours)
        columnCount = columns.count
        self.house = house.map { LetterFields(house: $0).house }
    }

    /// What is the same in every letter: the house and today.
    package func constants(today: CivilDate) -> FieldConstants {
        var values: [Int: FieldValue] = [:]
        if let slot = catalogue.slot(of: "today"), slot >= columnCount { values[slot] = .date(today) }
        if let house, let slot = catalogue.slot(of: "house"), slot >= columnCount { values[slot] = house }
        return FieldConstants(values: values)
    }

    package func needs(of template: Template) -> Needs {
        let names = Set(template.fieldNames)
        func asksFor(_ record: String) -> Bool { names.contains { $0 == record || $0.hasPrefix(record + ".") } }
        return Needs(
            columns: (0..<columnCount).filter { names.contains(catalogue.fields[$0].name) },
            client: asksFor("client"), salutation: names.contains("salutation"),
            occasion: asksFor("request") || asksFor("stay"))
    }

    /// Returns the values of a row, in the slots of ``catalogue``. What is not needed is left empty.
    ///
    /// - Parameter cells: Their texts by column; nil where a cell is empty or not needed.
    package func record(
        cells: [String?], client: Client, named name: PersonName, request: Request? = nil, stay: Stay? = nil,
        needs: Needs, today: CivilDate, language: Language
    ) -> FieldRecord {
        var values: [FieldValue] = []
        values.reserveCapacity(columnCount + 6)
        for cell in cells { values.append(FieldValue(cell)) }
        values.append(needs.client ? .record(LetterFields.record(of: client, name, LetterFields.Company())) : .empty)
        values.append(needs.salutation ? .text(Salutation.text(for: name, in: language)) : .empty)
        values.append(.date(today))
        values.append(request.map { .record(LetterFields.record(of: $0)) } ?? .empty)
        values.append(stay.map { .record(LetterFields.record(of: $0)) } ?? .empty)
        if let house { values.append(house) }
        return FieldRecord(values)
    }
}
