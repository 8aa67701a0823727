package import Correspondence

/// The hyphenation dictionaries that letters are set with, one a language, as Debian installs them.
///
/// ```
/// HyphenationShelf().problems(for: [.spanish])
/// // hyph_es.dic: this hyphenation dictionary is missing, so letters in "es" are not hyphenated.
/// //   -> Install it with: sudo apt-get install hyphen-es
/// ```
package struct HyphenationShelf: Sendable {
    /// A dictionary, for a run's manifest.
    package struct File: Hashable, Sendable {
        /// Without its folder.
        package var name: String
        package var path: String
    }

    /// What is there for a language.
    enum Found {
        case dictionary(File, bytes: [UInt8])
        /// There is a file, but it names no encoding or holds no patterns.
        case damaged(File)
        case missing
    }

    /// Where Debian puts them.
    package static let usualFolder = "/usr/share/hyphen"

    private let folder: String

    package init(folder: String = Self.usualFolder) {
        self.folder = folder
    }

    /// The dictionaries of these languages that are there, by name.
    package func files(for languages: some Sequence<Language>) -> [File] {
        let files = languages.compactMap { language -> File? in
            if case .dictionary(let file, _) = find(language) { file } else { nil }
        }
        return Set(files).sorted { $0.name < $1.name }
    }

    /// Why letters in these languages are not hyphenated: a problem for each dictionary that is damaged, or missing though
    /// Debian has it for a language of ours. Empty: they are.
    package func problems(for languages: some Sequence<Language>) -> [Problem] {
        Set(languages).sorted { $0.rawValue < $1.rawValue }.compactMap { language in
            switch find(language) {
            case .dictionary: nil
            case .damaged(let file): .dictionaryDamaged(file.path, language, package: Self.packages[language.rawValue])
            case .missing:
                Self.packages[language.rawValue].map { .dictionaryMissing("\(folder)/hyph_", language, package: $0) }
            }
        }
    }

    /// The first file of the language's that can be used.
    func find(_ language: Language) -> Found {
        var found = Found.missing
        for name in Self.names(of: language.rawValue) {
            let file = File(name: name, path: "\(folder)/\(name)")
            guard let bytes = fileBytes(file.path) else { continue }
            if HyphenationPatterns.isDictionary(bytes) { return .dictionary(file, bytes: bytes) }
            if case .missing = found { found = .damaged(file) }
        }
        return found
    }

    private static func names(of code: String) -> [String] {
        guard !code.isEmpty, !code.contains("/") else { return [] }
        let regions = code == "en" ? ["en_GB", "en_US", "en"] : [code, "\(code)_\(code.uppercased())"]
        return regions.map { "hyph_\($0).dic" }
    }

    /// The Debian package of each language that letters are written in.
    private static let packages = [
        "fr": "hyphen-fr", "en": "hyphen-en-gb", "de": "hyphen-de", "nl": "hyphen-nl", "es": "hyphen-es",
        "it": "hyphen-it",
    ]
}

extension Problem {
    fileprivate static func dictionaryMissing(_ stem: String, _ language: Language, package: String) -> Problem {
        let code = language.rawValue
        return Problem(
            .file(stem + (code == "en" ? "en_GB" : code) + ".dic"),
            Wording(
                en: "this hyphenation dictionary is missing, so letters in \"\(code)\" are not hyphenated.",
                fr: "ce dictionnaire de césure manque\u{A0}: les lettres en «\u{A0}\(code)\u{A0}» sont sans césures."),
            remedy: .install(package))
    }

    fileprivate static func dictionaryDamaged(_ path: String, _ language: Language, package: String?) -> Problem {
        let code = language.rawValue
        return Problem(
            .file(path),
            Wording(
                en: "this is no hyphenation dictionary: its first line names no encoding, or it holds no patterns; "
                    + "letters in \"\(code)\" are not hyphenated.",
                fr: "ce n’est pas un dictionnaire de césure\u{A0}: sa première ligne ne nomme pas de codage, ou il n’a "
                    + "pas de motifs\u{A0}; les lettres en «\u{A0}\(code)\u{A0}» sont sans césures."),
            remedy: package.map { .installAgain($0) })
    }
}

extension Wording {
    fileprivate static func install(_ package: String) -> Wording {
        Wording(
            en: "Install it with: sudo apt-get install \(package)",
            fr: "Installez-le avec\u{A0}: sudo apt-get install \(package)")
    }

    fileprivate static func installAgain(_ package: String) -> Wording {
        Wording(
            en: "Install it again with: sudo apt-get install --reinstall \(package)",
            fr: "Réinstallez-le avec\u{A0}: sudo apt-get install --reinstall \(package)")
    }
}
