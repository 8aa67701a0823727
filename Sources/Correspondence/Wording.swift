/// The language a message is worded in.
package enum MessageLanguage: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case french = "fr"
}

/// A sentence for a person, in each language that messages are worded in.
///
/// Wordings stand at the foot of the file that says them. They never hold a name, an address or a bank detail of a client.
package struct Wording: Hashable, Sendable {
    package var english: String
    package var french: String

    package init(en english: String, fr french: String) {
        self.english = english
        self.french = french
    }

    /// Returns the sentence in `language`.
    package func text(in language: MessageLanguage) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }

    /// The words with a full stop, for a fragment that stands alone.
    package var asSentence: Wording { Wording(en: english + ".", fr: french + ".") }
}
