import Correspondence
import Fingerprints
import Interchange
import Merging

/// The template files of a plain mail merge, and where they look for what they draw on.
///
/// A file brings its own folder along: `house.yml`, parts and pictures are looked for beside it first, then in the template
/// folder.
struct MergePages {
    let name: String
    /// With each file the language that its name says.
    private let files: [(path: String, language: Language?)]
    /// In the order in which they are searched.
    private let folders: [String]

    init(_ named: String, templates: String) throws(Problem) {
        if named.hasSuffix(".xhtml") || named.contains("/") {
            let file = named.split(separator: "/").last.map(String.init) ?? named
            let folder = named.count > file.count ? String(named.dropLast(file.count + 1)) : "."
            let parts = file.split(separator: ".").map(String.init)
            name = parts.first ?? file
            files = [(named, parts.count == 3 ? Language(rawValue: parts[1]) : nil)]
            folders = folder == templates ? [folder] : [folder.isEmpty ? "/" : folder, templates]
        } else {
            let type = try TemplateDrawer(templates).documentType(named: named)
            name = named
            files = type.languages.map { ("\(templates)/\(named).\($0.rawValue).xhtml", $0) }
            folders = [templates]
        }
    }

    /// The first of the folders that has a file, as a path.
    private func find(_ name: String) -> String? {
        folders.lazy.map { Self.path(name, in: $0) }.first(where: FileBytes.exists)
    }

    private static func path(_ name: String, in folder: String) -> String {
        folder == "." ? name : "\(folder)/\(name)"
    }

    func house() throws(Problem) -> House? {
        guard let path = find("house.yml") else { return nil }
        return try House(path: path)
    }

    /// Reads and checks every file.
    func templates(fields: FieldCatalogue, constants: FieldConstants) throws(Problem) -> [Template] {
        var templates: [Template] = []
        var problems: [Problem] = []
        for (number, file) in files.enumerated() {
            do throws(Problem) {
                templates.append(
                    try Template(
                        parsing: try FileBytes.read(file.path), file: file.path, form: Letter.FormID(number: number),
                        fields: fields, constants: constants, shelf: shelf, language: file.language))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw Problem.all(problems) }
        return templates
    }

    private var shelf: TemplateShelf {
        let folders = folders
        return TemplateShelf(
            part: { name throws(Problem) in
                let paths = folders.map { Self.path("parts/\(name).xhtml", in: $0) }
                guard let path = paths.first(where: FileBytes.exists) else { return nil }
                return (path, try FileBytes.read(path))
            },
            partNames: {
                let names = folders.flatMap { FileBytes.names(in: "\($0)/parts") }
                return names.filter { $0.hasSuffix(".xhtml") }.map { String($0.dropLast(6)) }
            },
            hasImage: { source in folders.contains { FileBytes.exists("\($0)/\(source)") } })
    }

    /// The folder that has all of the pictures: they come from one.
    func imageFolder(of images: [String]) throws(Problem) -> String {
        let whole = folders.first { folder in images.allSatisfy { FileBytes.exists("\(folder)/\($0)") } }
        if let whole { return whole }
        let missing = images.first { !FileBytes.exists("\(folders[0])/\($0)") } ?? ""
        throw Problem(.file("\(folders[0])/\(missing)"), .elsewhere, remedy: .putTogether(folders[0]))
    }

    func heading(of template: Template) -> MailingHeading.Template {
        let bytes = (try? FileBytes.read(template.file)) ?? []
        return MailingHeading.Template(
            document: name, language: template.language,
            sha256: bytes.withUnsafeBytes { Fingerprint(of: $0) }.hex)
    }
}

extension Wording {
    fileprivate static let elsewhere = Wording(
        en: "this picture is not here, while others of the same template are.",
        fr: "cette image n’est pas ici, alors que d’autres du même modèle y sont.")

    fileprivate static func putTogether(_ folder: String) -> Wording {
        Wording(
            en: "Put all pictures of the template below \(folder).",
            fr: "Mettez toutes les images du modèle dans \(folder).")
    }
}
