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
    /// | `salutation`, `closing`, `signature` | the line that greets, the last sentence, name or picture of who signs |
    /// | `sender`, `letterhead`, `logo` | the house's own block at the head, and its picture |
    /// | `objection`, `note` | how to object to further mail; a remark in small type |
    /// | `left`, `center`, `right`, `justify` | how lines stand |
    /// | `amount` | right-aligned figures in a table |
    /// | `total` | a row or line that sums up |
    /// | `small`, `large` | size of type |
    /// | `keep` | not parted between two pages |
    static let classes = [
        "salutation", "closing", "signature", "sender", "letterhead", "logo", "objection", "note", "left", "center",
        "right", "justify", "amount", "total", "small", "large", "keep",
    ]

    static let geometries = ["nf", "din-a", "din-b", "sn", "uk-c5", "dl", "c5", "c6", "c4", "labels-3x8", "labels-2x7"]

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
