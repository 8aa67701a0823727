package import Correspondence
import Fingerprints
import Synchronization

/// The template folder: document types, parts, pictures, the house and the mailings.
package final class TemplateDrawer: Sendable {
    /// The folder, as the user named it.
    package let folder: String
    private let papers = Mutex<[String: Fingerprint]>([:])

    package init(_ folder: String) {
        self.folder = folder
    }

    /// What was read from the folder so far: the SHA-256 of each file by its path in the folder.
    var fingerprints: [String: Fingerprint] { papers.withLock { $0 } }

    /// Reads a file of the folder and remembers its fingerprint.
    func read(_ name: String) throws(Problem) -> [UInt8] {
        let bytes = try FileBytes.read("\(folder)/\(name)")
        let fingerprint = bytes.withUnsafeBytes { Fingerprint(of: $0) }
        papers.withLock { $0[name] = fingerprint }
        return bytes
    }

    /// The sender.
    package func house() throws(Problem) -> House {
        let house = try House(path: "\(folder)/house.yml")
        _ = try read("house.yml")
        return house
    }

    /// The names of all mailings, sorted.
    package func mailingNames() throws(Problem) -> [String] {
        try requireFolder()
        return FileBytes.names(in: "\(folder)/mailings").filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
    }

    /// Reads the mailing `name`.
    package func mailing(named name: String) throws(Problem) -> MailingDefinition {
        let names = try mailingNames()
        guard names.contains(name) else {
            throw Problem(
                .file("\(folder)/mailings"), .noMailing(name),
                remedy: .nearestMailing(Spelling.nearest(to: name, among: names), among: names))
        }
        let mailing = try MailingDefinition(name: name, path: "\(folder)/mailings/\(name).yml")
        _ = try read("mailings/\(name).yml")
        return mailing
    }

    private func requireFolder() throws(Problem) {
        guard FileBytes.exists(folder) else { throw Problem(.file(folder), .noFolder, remedy: .nameFolder) }
    }
}

extension TemplateDrawer {
    /// A document type and the languages it is there in.
    package struct DocumentType: Hashable, Sendable {
        package var name: String
        /// In alphabetical order.
        package var languages: [Language]
    }

    /// All document types, by name: the files `NAME.LANG.xhtml` of the folder.
    package func documentTypes() throws(Problem) -> [DocumentType] {
        try requireFolder()
        var languages: [String: [Language]] = [:]
        for name in FileBytes.names(in: folder) {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[2] == "xhtml", !parts[0].isEmpty else { continue }
            languages[String(parts[0]), default: []].append(Language(rawValue: String(parts[1])))
        }
        return languages.sorted { $0.key < $1.key }.map { DocumentType(name: $0.key, languages: $0.value) }
    }

    /// The document type `name`.
    package func documentType(named name: String) throws(Problem) -> DocumentType {
        let types = try documentTypes()
        guard let type = types.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, among: types.map(\.name))
            throw Problem(
                .file(folder), .noDocument(name), remedy: nearest.map(Wording.useDocument) ?? .listDocuments)
        }
        return type
    }
}

extension Wording {
    fileprivate static let noFolder = Wording(
        en: "there is no such folder of templates.", fr: "ce dossier de modèles n’existe pas.")
    fileprivate static let nameFolder = Wording(
        en: "Name the right one with --templates.", fr: "Indiquez le bon avec --templates.")
    fileprivate static let listDocuments = Wording(
        en: "List the documents with: publipost letter list",
        fr: "Voyez la liste des documents avec\u{A0}: publipost letter list")

    fileprivate static func noMailing(_ name: String) -> Wording {
        Wording(
            en: "there is no mailing \"\(name)\" here.", fr: "il n’y a pas ici de publipostage «\u{A0}\(name)\u{A0}».")
    }

    fileprivate static func nearestMailing(_ nearest: String?, among names: [String]) -> Wording {
        if let nearest {
            return Wording(
                en: "Run it with: publipost mailing run \(nearest)",
                fr: "Lancez-le avec\u{A0}: publipost mailing run \(nearest)")
        }
        return names.isEmpty
            ? Wording(
                en: "Write it as mailings/NAME.yml in the template folder.",
                fr: "Écrivez-le dans mailings/NOM.yml, dossier des modèles.")
            : Wording(
                en: "Choose one of: \(names.joined(separator: ", ")).",
                fr: "Choisissez parmi\u{A0}: \(names.joined(separator: ", ")).")
    }

    fileprivate static func noDocument(_ name: String) -> Wording {
        Wording(
            en: "there is no document \"\(name)\" here.", fr: "il n’y a pas ici de document «\u{A0}\(name)\u{A0}».")
    }

    fileprivate static func useDocument(_ name: String) -> Wording {
        Wording(en: "Write \(name).", fr: "Écrivez \(name).")
    }
}
