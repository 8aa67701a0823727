import Correspondence
import XML

/// A file that a template is made of: its own, or a part's.
struct TemplatePage: Sendable {
    let source: XMLDocument.Source
    /// The parts that are being read, outermost first; the last is this file's own.
    let parts: [String]
}

/// A piece of a template: a text, a tag with what stands in its section, or an element.
enum TemplatePiece: Sendable {
    case text(String)
    case field(name: String, filters: [TemplateTag.Filter], tag: TemplateTag, page: TemplatePage)
    case section(name: String, isInverted: Bool, tag: TemplateTag, page: TemplatePage, pieces: [TemplatePiece])
    case element(XMLDocument.Element, page: TemplatePage)
}

extension TemplatePiece {
    var isBlank: Bool {
        if case .text(let text) = self { text.utf8.allSatisfy { $0 <= 0x20 } } else { false }
    }

    /// Whether it can stand in a line: everything but the elements that begin a line of their own.
    var isInline: Bool {
        switch self {
        case .text, .field: true
        case .section(_, _, _, _, let pieces): pieces.allSatisfy(\.isInline)
        case .element(let element, _): TemplateVocabulary.inlineElements.contains(element.name)
        }
    }
}
