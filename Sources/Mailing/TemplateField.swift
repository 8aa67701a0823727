package import Correspondence
import Merging

/// A field that templates may name.
package struct TemplateField: Hashable, Sendable {
    /// In full: `client.given_name`.
    package var name: String
    package var kind: Kind
    /// The documents that use it.
    package var documents: [String]

    package indirect enum Kind: Hashable, Sendable {
        case text, date, money, number, flag
        /// Each item has these fields; without any, the item is a text itself.
        case list([String])
    }
}

extension TemplateField.Kind {
    init(_ kind: FieldCatalogue.Kind) {
        switch kind {
        case .text, .column, .record: self = .text
        case .date: self = .date
        case .money: self = .money
        case .number: self = .number
        case .flag: self = .flag
        case .list(of: .record(let item)): self = .list(item.fields.map(\.name))
        case .list: self = .list([])
        }
    }

    /// The kind's name for scripts.
    package var name: String {
        switch self {
        case .text: "text"
        case .date: "date"
        case .money: "money"
        case .number: "number"
        case .flag: "flag"
        case .list: "list"
        }
    }

    package var words: Wording {
        switch self {
        case .text: Wording(en: "text", fr: "texte")
        case .date: Wording(en: "date", fr: "date")
        case .money: Wording(en: "amount", fr: "montant")
        case .number: Wording(en: "number", fr: "nombre")
        case .flag: Wording(en: "yes or no", fr: "oui ou non")
        case .list(let fields):
            fields.isEmpty
                ? Wording(en: "list", fr: "liste")
                : Wording(
                    en: "list: \(fields.joined(separator: ", "))", fr: "liste\u{A0}: \(fields.joined(separator: ", "))")
        }
    }
}
