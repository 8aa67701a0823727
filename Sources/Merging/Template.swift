package import Correspondence
import XML

/// A document type in one language: read and checked once, merged many times.
///
/// ```
/// let fields = LetterFields(house: house)
/// let template = try Template(
///     parsing: bytes, file: "Templates/documentation.fr.xhtml", form: Letter.FormID(number: 1),
///     fields: fields.catalogue, constants: fields.constants(), shelf: shelf, language: .french)
/// let record = fields.record(client: client, request: request, today: date, language: template.language)
/// let letter = template.merge(record, client: client.number, addressLines: label.lines)
/// ```
package struct Template: Sendable {
    package let file: String
    package let form: Letter.FormID
    package let language: Language
    /// The preset's name: `nf`, `din-b`, `labels-3x8`…
    package let geometry: String
    /// The fields that it prints or asks for.
    private let usedFields: [UsedField]
    /// The images that it shows, as it names them, each once.
    package let images: [String]
    let subject: ParagraphNode
    let body: [BlockNode]
    let formats: LetterFormats

    /// Reads a template with its parts, and checks everything in it.
    ///
    /// - Parameters:
    ///   - file: The file's name as messages say it.
    ///   - form: Tells this template's keys apart from those of others in the same process.
    ///   - fields: The fields that it may name.
    ///   - constants: Those that are the same in every letter. What is made of them alone carries keys.
    ///   - language: What the file's name says, such as `fr` in `documentation.fr.xhtml`. Nil: nothing.
    ///   - isMerged: Whether the page is a letter already, in which names cannot be told from the template's words: no spaces of
    ///     French are added then.
    /// - Throws: One `Problem` that reports all that is wrong, in the order of the page.
    package init(
        parsing bytes: [UInt8], file: String, form: Letter.FormID, fields: FieldCatalogue,
        constants: FieldConstants = .none, shelf: TemplateShelf, language: Language? = nil,
        isMerged: Bool = false
    ) throws(Problem) {
        let document = try XMLDocument(parsing: bytes, file: file)
        var compiler = TemplateCompiler(fields: fields, constants: constants, shelf: shelf)
        let page = TemplatePage(source: document.source, parts: [])
        let sheet = compiler.sheet(of: document.root, page: page, expected: language, isMerged: isMerged)
        guard compiler.problems.isEmpty else { throw Problem.all(compiler.problems) }
        self.file = file
        self.form = form
        self.language = sheet.language
        geometry = sheet.geometry
        subject = sheet.subject
        body = sheet.body
        formats = LetterFormats(sheet.language)
        usedFields = compiler.usedFields
        images = compiler.images
    }
}

extension Template {
    /// The full names of the fields that it prints or asks for, each once, in the order of their first use.
    package var fieldNames: [String] { usedFields.map(\.name) }

    /// Returns which of the fields that it prints a letter has nothing for. What stands in lists is not counted, nor what only
    /// opens a section or is printed inside one of its own: there, nothing is an answer too.
    package func emptyFields(in record: FieldRecord) -> [String] {
        usedFields.filter { field in
            guard field.isPrinted else { return false }
            return field.constant?.isEmpty
                ?? (field.place.level == 0 && record.value(at: field.place.slots).isEmpty)
        }.map(\.name)
    }
}

/// A field that a template uses.
struct UsedField: Sendable {
    /// From the letter's record on.
    var name: String
    var place: SlotPath
    var constant: FieldValue?
    /// Whether a letter shows it where it may be empty; false where it only opens sections, or stands inside one of its own.
    var isPrinted: Bool
}

/// Where a template's parts and images lie.
package struct TemplateShelf: Sendable {
    /// A part's file name, as messages say it, and its bytes.
    package typealias Part = (file: String, bytes: [UInt8])

    /// Returns `Templates/parts/NAME.xhtml`, nil where there is none.
    package var part: @Sendable (_ name: String) throws(Problem) -> Part?
    /// All parts, for the nearest name in a message.
    package var partNames: @Sendable () -> [String]
    /// Whether there is an image file of this name, relative to the template folder.
    package var hasImage: @Sendable (_ source: String) -> Bool

    package init(
        part: @escaping @Sendable (_ name: String) throws(Problem) -> Part? = { _ throws(Problem) in nil },
        partNames: @escaping @Sendable () -> [String] = { [] },
        hasImage: @escaping @Sendable (_ source: String) -> Bool = { _ in true }
    ) {
        self.part = part
        self.partNames = partNames
        self.hasImage = hasImage
    }
}
