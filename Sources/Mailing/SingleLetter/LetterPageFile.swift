import Correspondence
import Glibc

/// A letter's page as a file that an editor opens; only its owner can read it.
struct LetterPageFile {
    let path: String
    private let folder: PrivateFolder

    /// - Throws: A `Problem` where the page cannot be written.
    init(_ draft: SingleLetter.Draft, document: String) throws(Problem) {
        folder = try PrivateFolder()
        path = "\(folder.path)/\(Self.name(document, draft.client))"
        let file = try WholeFile(path: path)
        try file.sink.write(draft.text)
        try file.publish()
    }

    private static func setting(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Leaves the page where it is.
    func keep() { folder.isKept = true }

    /// What messages call the page.
    static func name(_ document: String, _ client: Client.Number) -> String { "\(document)-\(client).xhtml" }

    /// Opens the page in the user's editor: `$VISUAL`, `$EDITOR`, or `vi`.
    ///
    /// - Returns: What was saved.
    /// - Throws: A `Problem` where there is no such editor, it ended with an error, or the page was emptied.
    func edited() throws(Problem) -> String {
        let editor = Self.setting("VISUAL") ?? Self.setting("EDITOR") ?? "vi"
        // $EDITOR may hold options: the shell parts its words.
        let outcome = ChildProcess(
            program: "/bin/sh", arguments: ["-c", editor + " \"$1\"", "sh", path], input: nil, catchesOutput: false
        ).run()
        guard outcome.status == 0 else { throw Problem(.thing(.editor(editor)), .editorFailed, remedy: .setEditor) }
        let bytes = try FileBytes.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(.file(path), .notUTF8, remedy: .saveAsUTF8)
        }
        guard text.contains(where: { !$0.isWhitespace }) else { throw Problem(nil, .emptied) }
        return text
    }
}

extension Wording {
    fileprivate static func editor(_ name: String) -> Wording {
        Wording(en: "the editor \(name)", fr: "l’éditeur \(name)")
    }

    fileprivate static let editorFailed = Wording(
        en: "it could not be started or ended with an error, so nothing was printed.",
        fr: "il n’a pas pu démarrer ou s’est terminé par une erreur\u{A0}; rien n’a été imprimé.")
    fileprivate static let setEditor = Wording(
        en: "Name your editor, for instance: EDITOR=nano publipost letter edit …",
        fr: "Indiquez votre éditeur, par exemple\u{A0}: EDITOR=nano publipost letter edit …")
    fileprivate static let notUTF8 = Wording(
        en: "the page is not written in UTF-8.", fr: "la page n’est pas écrite en UTF-8.")
    fileprivate static let saveAsUTF8 = Wording(
        en: "Save it as UTF-8 in your editor.", fr: "Enregistrez-la en UTF-8 dans votre éditeur.")
    fileprivate static let emptied = Wording(
        en: "The page was emptied, so nothing was printed.", fr: "La page a été vidée\u{A0}; rien n’a été imprimé.")
}
