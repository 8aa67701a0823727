package import Correspondence

/// What stands at the head of `mailing.xml`: which run this is.
package struct MailingHeading: Hashable, Sendable {
    /// One file of a document type that the run used.
    package struct Template: Hashable, Sendable {
        package var document: String
        package var language: Language
        /// SHA-256 of the template file, 64 hexadecimal figures in small letters.
        package var sha256: String

        package init(document: String, language: Language, sha256: String) {
            self.document = document
            self.language = language
            self.sha256 = sha256
        }
    }

    /// Names the run: `documentation/2026-11-18-2`.
    package var run: String
    /// The mailing's name.
    package var name: String
    package var date: CivilDate
    package var templates: [Template]
    /// Whom the run was for, in one sentence.
    package var selection: String
    /// The language of the sentences in the file.
    package var language: MessageLanguage

    package init(
        run: String, name: String, date: CivilDate, templates: [Template], selection: String,
        language: MessageLanguage
    ) {
        self.run = run
        self.name = name
        self.date = date
        self.templates = templates
        self.selection = selection
        self.language = language
    }
}
