import Correspondence
import Interchange
import Merging

/// The template of a plain mail merge: one file, or a document type in all its languages.
struct MergeDocument {
    /// One language of it, with all that is the same in each of its letters.
    struct Sheet {
        var template: Template
        var needs: ListFields.Needs
        /// "Saint-Malo, le 18 novembre 2026".
        var placeAndDate: String
        var formats: LetterFormats
    }

    /// The file's or document's name without folder, language and ending.
    let name: String
    /// Nil where no `house.yml` is there.
    let house: House?
    let fields: ListFields
    let sheets: [Sheet]
    /// The sheet of each language; a file has one sheet, for clients of every language.
    private let byLanguage: [Language: Int]
    /// The sheet of a row whose language is not known or not there.
    private let usual: Int
    /// Where the pictures lie.
    let imageFolder: String
    /// The head of the export names them.
    let headings: [MailingHeading.Template]

    /// Returns the sheet for a client who reads `language`.
    func sheet(for language: Language?) -> Int {
        language.flatMap { byLanguage[$0] } ?? usual
    }
}

extension MergeDocument {
    /// Reads the template `named` on the command line, for a list with these columns.
    ///
    /// - Parameter named: The path of an `.xhtml` file, or a document type of the template folder.
    /// - Throws: One `Problem` that reports all that is wrong in it.
    init(_ named: String, columns: [String], today: CivilDate, templates: String) throws(Problem) {
        let pages = try MergePages(named, templates: templates)
        house = try pages.house()
        fields = ListFields(columns: columns, house: house)
        name = pages.name
        let read = try pages.templates(fields: fields.catalogue, constants: fields.constants(today: today))
        imageFolder = try pages.imageFolder(of: Set(read.flatMap(\.images)).sorted())
        headings = read.map { pages.heading(of: $0) }
        let (fields, town) = (fields, house?.town ?? "")
        sheets = read.map { template in
            let formats = LetterFormats(template.language)
            return Sheet(
                template: template, needs: fields.needs(of: template),
                placeAndDate: formats.placeAndDate(town, today), formats: formats)
        }
        let languages = sheets.map(\.template.language)
        byLanguage = Dictionary(languages.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        usual = (house.map { [$0.language] } ?? [.french, .english]).compactMap(languages.firstIndex).first ?? 0
    }
}
