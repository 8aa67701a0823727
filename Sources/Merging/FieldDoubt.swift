package import Correspondence

/// A list's cell that is not, or not surely, what a filter takes it for.
package struct FieldDoubt: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case dateUnreadable
        case amountUnreadable
        /// "1.234": one and some thousandths, or a thousand and some.
        case amountAmbiguous
    }

    package var kind: Kind
    /// As the template names it.
    package var field: String

    /// A short, stable code.
    package var code: String {
        switch kind {
        case .dateUnreadable: "date_unreadable"
        case .amountUnreadable: "amount_unreadable"
        case .amountAmbiguous: "amount_ambiguous"
        }
    }

    /// A sentence that names the field, never what it holds.
    package var words: Wording {
        switch kind {
        case .dateUnreadable: .dateUnreadable(field)
        case .amountUnreadable: .amountUnreadable(field)
        case .amountAmbiguous: .amountAmbiguous(field)
        }
    }
}

extension Wording {
    fileprivate static func dateUnreadable(_ field: String) -> Wording {
        Wording(
            en:
                "\"\(field)\" holds no date that can be read (yyyy-mm-dd or dd/mm/yyyy); it was printed as it is written.",
            fr:
                "«\u{A0}\(field)\u{A0}» ne contient pas de date lisible (aaaa-mm-jj ou jj/mm/aaaa)\u{A0}; le texte a été "
                + "imprimé tel quel.")
    }

    fileprivate static func amountUnreadable(_ field: String) -> Wording {
        Wording(
            en: "\"\(field)\" holds no number that can be read; it was printed as it is written.",
            fr: "«\u{A0}\(field)\u{A0}» ne contient pas de nombre lisible\u{A0}; le texte a été imprimé tel quel.")
    }

    fileprivate static func amountAmbiguous(_ field: String) -> Wording {
        Wording(
            en:
                "in \"\(field)\" the separator before three digits was taken for the decimal one; if it groups thousands, "
                + "write the decimals too.",
            fr:
                "dans «\u{A0}\(field)\u{A0}» le séparateur devant trois chiffres a été pris pour celui des décimales\u{A0}; "
                + "s’il sépare les milliers, écrivez aussi les décimales.")
    }
}
