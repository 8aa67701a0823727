import Correspondence
import XML

/// Turns a template's tree into a program that merging runs, and collects all that is wrong on the way.
struct TemplateCompiler {
    let shelf: TemplateShelf
    let fields: FieldCatalogue
    let constants: FieldConstants
    /// For constant fields, in the page's language.
    var writer = FieldWriter(formats: LetterFormats(.english))
    /// Whether the page is French and its words get the spaces of French that they lack.
    var addsFrenchSpaces = false
    private(set) var problems: [Problem] = []
    /// The fields in the order of their first use, by full names.
    private(set) var usedFields: [UsedField] = []
    private(set) var images: [String] = []
    private var runKeys: [RunText: Int] = [:]
    private var nextKey = 1
    private var parts = 0

    private struct RunText: Hashable {
        var text: String
        var style: Letter.Style
    }

    init(fields: FieldCatalogue, constants: FieldConstants, shelf: TemplateShelf) {
        self.fields = fields
        self.constants = constants
        self.shelf = shelf
    }

    /// Once each, since a part may stand in a template twice; no more than a person will read.
    mutating func report(_ problem: Problem) {
        guard hasRoom, !problems.contains(problem) else { return }
        problems.append(problem)
    }

    static let mostProblems = 100

    /// How deep sections may lie in each other.
    static let deepestSection = 50

    /// How many parts a template may take in, parts of parts counted each time. Parts that double with each step end here.
    static let mostParts = 500

    /// Counts one more part; false where there are too many.
    mutating func takesPart() -> Bool {
        parts += 1
        return parts <= Self.mostParts
    }

    mutating func report(_ page: TemplatePage, _ range: Range<Int>, _ what: Wording, remedy: Wording?) {
        guard hasRoom else { return }
        report(page.source.problem(range, what, remedy: remedy))
    }

    /// Whether a further problem would still be reported.
    var hasRoom: Bool { problems.count < Self.mostProblems }

    mutating func collect(_ found: [Problem]) {
        found.forEach { report($0) }
    }

    /// Begins a paragraph: keys of runs are never shared between two.
    mutating func forgetRuns() {
        runKeys = [:]
    }

    mutating func newKey() -> Int {
        defer { nextKey += 1 }
        return nextKey
    }

    /// The same text in the same style has the same key throughout a paragraph. Elsewhere its type may be another.
    mutating func literal(_ raw: String, style: Letter.Style, french place: FrenchSpaces.Surroundings? = nil) -> Literal
    {
        Literal(raw, style: style, french: place) { text, style in key(for: text, style: style) }
    }

    /// A constant field's text, unchanged. Nil where it is empty.
    mutating func run(for text: String, style: Letter.Style) -> Letter.Run? {
        text.isBlank ? nil : Letter.Run(text, style: style, key: key(for: text, style: style))
    }

    private mutating func key(for text: String, style: Letter.Style) -> Int {
        if let key = runKeys[RunText(text: text, style: style)] { return key }
        let key = newKey()
        runKeys[RunText(text: text, style: style)] = key
        return key
    }

    mutating func lineBreak(style: Letter.Style) -> InlineNode {
        .lineBreak(Letter.Run("\n", style: style, key: key(for: "\n", style: style)))
    }

    /// - Parameter isPrinted: False where the field only opens a section, or is printed inside a section of its own.
    mutating func noteField(_ path: FieldPath, isPrinted: Bool) {
        if let known = usedFields.firstIndex(where: { $0.name == path.fullName }) {
            if isPrinted { usedFields[known].isPrinted = true }
        } else {
            usedFields.append(
                UsedField(
                    name: path.fullName, place: path.place, constant: path.constant, isPrinted: isPrinted))
        }
    }

    mutating func noteImage(_ source: String) {
        if !images.contains(source) { images.append(source) }
    }

    /// Returns the class names of an element, each checked.
    mutating func classes(of element: XMLDocument.Element, page: TemplatePage) -> [String] {
        guard let attribute = element.attributes.first(where: { $0.name == "class" }) else { return [] }
        let names = attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
        for name in names where !TemplateVocabulary.classes.contains(name) {
            let range = page.source.range(of: name, in: attribute.valueRange)
            report(page, range, .unknownClass(name), remedy: .nearest(name, among: TemplateVocabulary.classes))
        }
        return names
    }

    /// Reports attributes that the element does not have, and tags in attributes.
    mutating func checkAttributes(of element: XMLDocument.Element, page: TemplatePage) {
        let known = TemplateVocabulary.attributes(of: element.name)
        for attribute in element.attributes {
            if !known.contains(attribute.name) {
                report(
                    page, attribute.nameRange, .unknownAttribute(attribute.name, of: element.name),
                    remedy: known.isEmpty ? .deleteIt : .nearest(attribute.name, among: known))
            } else if attribute.value.contains("{{") {
                report(page, attribute.valueRange, .tagInAttribute, remedy: .tagInText)
            }
        }
    }
}

extension XMLDocument.Source {
    /// Where `word` stands in `range`, the whole range where it is written otherwise.
    func range(of word: String, in range: Range<Int>) -> Range<Int> {
        let bytes = Array(text(range).utf8)
        let letters = Array(word.utf8)
        guard !letters.isEmpty, letters.count <= bytes.count else { return range }
        for start in 0...bytes.count - letters.count
        where bytes[start..<start + letters.count].elementsEqual(letters) {
            return range.lowerBound + start..<range.lowerBound + start + letters.count
        }
        return range
    }
}

extension Wording {
    /// "Write X." with the nearest of `names`, or the list of all where none is near.
    static func nearest(_ word: String, among names: [String]) -> Wording {
        if let near = Spelling.nearest(to: word, among: names) {
            return Wording(en: "Write \(near).", fr: "Écrivez \(near).")
        }
        let all = names.joined(separator: ", ")
        return Wording(en: "Write one of: \(all).", fr: "Écrivez l’un de\u{A0}: \(all).")
    }

    fileprivate static func unknownClass(_ name: String) -> Wording {
        Wording(en: "there is no class \"\(name)\".", fr: "il n’y a pas de classe «\u{A0}\(name)\u{A0}».")
    }
    fileprivate static func unknownAttribute(_ name: String, of element: String) -> Wording {
        Wording(
            en: "<\(element)> has no attribute \"\(name)\" in a letter.",
            fr: "<\(element)> n’a pas d’attribut «\u{A0}\(name)\u{A0}» dans une lettre.")
    }
    fileprivate static var deleteIt: Wording {
        Wording(en: "Delete it.", fr: "Effacez-le.")
    }
    fileprivate static var tagInAttribute: Wording {
        Wording(
            en: "a field cannot stand in an attribute.",
            fr: "un champ ne peut pas figurer dans un attribut.")
    }
    fileprivate static var tagInText: Wording {
        Wording(
            en: "Write the attribute's value itself; fields stand between elements.",
            fr: "Écrivez la valeur elle-même\u{A0}; les champs se placent entre les éléments.")
    }
}
