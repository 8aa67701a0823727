package import Correspondence

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

extension FieldCatalogue.Kind {
    /// What it is, for the list of fields.
    package var words: Wording {
        switch self {
        case .text: Wording(en: "text", fr: "texte")
        case .date: Wording(en: "date", fr: "date")
        case .money: Wording(en: "amount", fr: "montant")
        case .number: Wording(en: "number", fr: "nombre")
        case .flag: Wording(en: "yes or no", fr: "oui ou non")
        case .column: Wording(en: "column", fr: "colonne")
        case .record(let catalogue), .list(of: .record(let catalogue)):
            Wording(en: "list of: \(catalogue.names)", fr: "liste de\u{A0}: \(catalogue.names)")
        case .list(let item):
            Wording(en: "list of: \(item.words.english)", fr: "liste de\u{A0}: \(item.words.french)")
        }
    }
}

extension FieldCatalogue {
    fileprivate var names: String { fields.map(\.name).joined(separator: ", ") }
}
