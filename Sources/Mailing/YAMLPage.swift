import Correspondence
import Yams

/// A settings file, read whole, whose complaints name the line.
final class YAMLPage {
    let path: String
    private let lines: [Substring]
    private var node: Node?

    /// - Throws: A `Problem` if the file cannot be read, is not UTF-8 or is no YAML.
    init(path: String) throws(Problem) {
        self.path = path
        let bytes = try FileBytes.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(.file(path), .notUTF8, remedy: .saveAsUTF8)
        }
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw complaint(error)
        }
    }

    /// The whole page as one value. An empty file is an empty mapping.
    var content: YAMLValue { YAMLValue(node: node ?? .mapping(Node.Mapping([])), page: self) }

    /// Returns a problem at a place in this file, with the line itself.
    func problem(_ what: Wording, remedy: Wording, at mark: Mark?, width: Int = 0) -> Problem {
        guard let mark, lines.indices.contains(mark.line - 1) else { return Problem(.file(path), what, remedy: remedy) }
        let excerpt = Problem.Excerpt(
            line: String(lines[mark.line - 1]), columns: mark.column..<mark.column + max(width, 1))
        return Problem(
            .file(path, line: mark.line, column: mark.column), what, remedy: remedy, excerpt: excerpt)
    }

    private func complaint(_ error: any Error) -> Problem {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            problem(.notYAML, remedy: .checkIndent, at: mark)
        case .duplicatedKeysInMapping(let keys, let context):
            problem(.twice(keys.sorted().joined(separator: ", ")), remedy: .keepOne, at: context.mark)
        default:
            Problem(.file(path), .notYAML, remedy: .checkIndent)
        }
    }
}

extension Wording {
    fileprivate static let notUTF8 = Wording(
        en: "the file is not written in UTF-8.", fr: "le fichier n’est pas écrit en UTF-8.")
    fileprivate static let saveAsUTF8 = Wording(
        en: "Save it again as UTF-8 in your editor.", fr: "Enregistrez-le en UTF-8 dans votre éditeur.")
    fileprivate static let notYAML = Wording(
        en: "the file cannot be read from here on: a colon, a quote or the indentation is out of place.",
        fr: "le fichier n’est plus lisible à partir d’ici\u{A0}: deux-points, guillemet ou retrait mal placé.")
    fileprivate static let checkIndent = Wording(
        en: "Write one \"key: value\" a line, with spaces, not tabs, at its beginning.",
        fr: "Écrivez une «\u{A0}clé: valeur\u{A0}» par ligne, avec des espaces, sans tabulation, au début.")
    fileprivate static let keepOne = Wording(en: "Keep one of the two.", fr: "Gardez l’une des deux.")

    fileprivate static func twice(_ keys: String) -> Wording {
        Wording(en: "\"\(keys)\" stands here twice.", fr: "«\u{A0}\(keys)\u{A0}» figure deux fois ici.")
    }
}
