import Correspondence

/// The elements, attributes and classes that a template may use.
enum TemplateVocabulary {
    static let inlineElements: Set<String> = ["br", "b", "strong", "i", "em", "u", "span"]

    static let elements = [
        "p", "br", "b", "strong", "i", "em", "u", "span", "h1", "h2", "h3", "ul", "ol", "li", "table", "thead", "tbody",
        "tr", "th", "td", "img", "hr", "div", "header", "footer", "address",
    ]

    /// What each class asks for. Typesetting gives them their look; a class may stand on any element.
    ///
    /// | Class | Meaning |
    /// |---|---|
    /// | `salutation`, `lead`, `closing`, `signature` | the line that greets, the first sentence, the last, name or picture of who signs |
    /// | `letterhead`, `sender`, `house`, `logo` | the house's own block at the head, its lines, its name, its picture |
    /// | `objection`, `note` | how to object to further mail; a remark |
    /// | `left`, `center`, `right`, `justify` | how lines stand |
    /// | `amount`, `number` | right-aligned figures in a table |
    /// | `total` | a row or line that sums up |
    /// | `small`, `large`, `bold`, `italic` | the type; `small` also on a `span` |
    /// | `tight`, `keep` | no space after it; not parted between two pages |
    /// | `plain` | a table without rules |
    static let classes = [
        "salutation", "lead", "closing", "signature", "letterhead", "sender", "house", "logo", "objection", "note",
        "left",
        "center", "right", "justify", "amount", "number", "total", "small", "large", "bold", "italic", "tight", "keep",
        "plain",
    ]

    static let geometries = ["nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4", "labels-3x8", "labels-2x7"]

    /// What a geometry that prints no body is.
    enum AddressSheet {
        case envelope
        case labels
    }

    static let addressOnly: [String: AddressSheet] = [
        "dl": .envelope, "c5": .envelope, "c6": .envelope, "c4": .envelope, "labels-3x8": .labels,
        "labels-2x7": .labels,
    ]

    static let filters = ["date", "money", "number", "upper", "lower", "default"]

    static func attributes(of element: String) -> [String] {
        switch element {
        case "html": ["lang", "xml:lang"]
        case "img": ["src", "alt", "class", "width", "height"]
        case "td", "th": ["class", "colspan"]
        case "meta": ["name", "content", "charset"]
        case "head", "title", "body": []
        default: ["class"]
        }
    }
}
