import Correspondence
import Glibc

/// Reads small files whole: templates, settings, pictures.
enum FileBytes {
    /// A template or a settings file larger than this is a mistake.
    static let limit = 64 << 20

    /// Returns the content of the file at `path`.
    ///
    /// - Throws: A `Problem` if it is missing, may not be read, is a folder, or is larger than 64 MiB.
    static func read(_ path: String) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: path) }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw SystemFault.last.problem(with: path) }
            if count == 0 { return content }
            content += chunk[0..<count]
            guard content.count <= limit else { throw Problem(.file(path), .tooLarge, remedy: .checkTheFile) }
        }
    }

    /// Whether something is at `path`, a file or a folder.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Whether two paths lead to one and the same file.
    static func isSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Returns the names in the folder at `path`, sorted; none where there is no such folder.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

extension Wording {
    fileprivate static let tooLarge = Wording(
        en: "the file is larger than 64 MB; that is no template, picture or settings file.",
        fr: "le fichier dépasse 64 Mo\u{A0}; ce n’est ni un modèle, ni une image, ni un réglage.")
    fileprivate static let checkTheFile = Wording(
        en: "Check that it is the right file.", fr: "Vérifiez que c’est le bon fichier.")
}
