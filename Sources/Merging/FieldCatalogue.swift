/// Which fields a template may name, and of what type each is.
///
/// A field's place in the list is its slot: a ``FieldRecord`` holds its value at the same place.
package struct FieldCatalogue: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text
        case date
        case money
        case number
        case flag
        /// A column of a list: text, which the filters for dates, amounts and numbers try to read.
        case column
        case record(FieldCatalogue)
        indirect case list(of: Kind)
    }

    package struct Field: Hashable, Sendable {
        package var name: String
        package var kind: Kind

        package init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    package let fields: [Field]
    private let slots: [String: Int]

    /// - Parameter fields: Of two fields with one name the first counts.
    package init(_ fields: [Field]) {
        self.fields = fields
        self.slots = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the slot of a field of this record itself: `name`, not `client.name`.
    package func slot(of name: String) -> Int? { slots[name] }
}

extension FieldCatalogue {
    /// All fields by their full names in order, with their types in words: what `letter check --fields` prints.
    package var listing: [(name: String, kind: Kind)] {
        fields.flatMap { field -> [(name: String, kind: Kind)] in
            switch field.kind {
            case .record(let inner):
                return inner.listing.map { (field.name + "." + $0.name, $0.kind) }
            default:
                return [(field.name, field.kind)]
            }
        }
    }
}
