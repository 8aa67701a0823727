package import Correspondence
package import Fingerprints
import Glibc

/// The folder of one run, which appears whole or not at all.
///
/// Everything is written into a hidden folder beside the final one. ``publish()`` gives it its name. A tray that is dropped
/// before leaves nothing behind; what a killed process left is cleared by the next run.
package final class OutputTray {
    /// The run's folder, such as `Output/documentation/2026-11-24-2`.
    package let folder: String
    /// The folder's last part: the date, and from the second run that day a number.
    package let runName: String

    private let parent: String
    private let draft: String
    private let lock: FolderLock
    private var open: [OutputFile] = []
    private var isPublished = false

    /// A finished file: what the manifest says of it.
    package struct Finished: Hashable, Sendable {
        package var name: String
        package var byteCount: Int
        package var fingerprint: Fingerprint
    }

    /// Prepares the tray of the run `mailing` on `date` below the output folder.
    ///
    /// - Throws: A `Problem` if the folder may not be written to, or (weight: busy) if another run of `mailing` is at work.
    package init(output: String, mailing: String, date: CivilDate) throws(Problem) {
        parent = "\(output)/\(mailing)"
        try Self.makeFolder(output)
        try Self.makeFolder(parent)
        lock = try FolderLock(in: parent)
        Self.clearDrafts(in: parent)
        runName = Self.freeName(for: date, in: parent)
        folder = "\(parent)/\(runName)"
        draft = "\(parent)/\(Self.draftPrefix)\(runName)"
        try Self.makeFolder(draft)
    }

    deinit {
        if !isPublished {
            Self.remove(draft)
            // Only where this tray made it for nothing; a folder that holds runs stays.
            rmdir(parent)
        }
    }

    /// Begins a file. ``finish()`` ends them all.
    package func file(named name: String) throws(Problem) -> OutputFile {
        let file = try OutputFile(name: name, path: "\(draft)/\(name)")
        open.append(file)
        return file
    }

    /// Where a file lies while the tray is being filled.
    func draftPath(of name: String) -> String { "\(draft)/\(name)" }

    /// Ends every file begun, in the order of their names.
    package func finish() throws(Problem) -> [Finished] {
        var finished: [Finished] = []
        for file in open.sorted(by: { $0.name < $1.name }) {
            guard let fingerprint = try file.finish() else { continue }
            finished.append(Finished(name: file.name, byteCount: file.byteCount, fingerprint: fingerprint))
        }
        open = []
        return finished
    }

    /// Gives the folder its name: from here on it is there, whole.
    package func publish() throws(Problem) {
        try Self.sync(draft)
        guard rename(draft, folder) == 0 else { throw SystemFault.last.problem(with: folder) }
        isPublished = true
        try Self.sync(parent)
    }

    /// Takes the folder away again, where the booking that belongs to it failed.
    package func withdraw() {
        guard isPublished, rename(folder, draft) == 0 else { return }
        isPublished = false
    }
}

extension OutputTray {
    private static let draftPrefix = ".draft-"

    private static func makeFolder(_ path: String) throws(Problem) {
        if mkdir(path, 0o700) != 0 && errno != EEXIST { throw SystemFault.last.problem(with: path) }
        guard let opened = opendir(path) else { throw SystemFault.last.problem(with: path) }
        closedir(opened)
        guard access(path, W_OK | X_OK) == 0 else { throw SystemFault.last.problem(with: path) }
    }

    private static func freeName(for date: CivilDate, in parent: String) -> String {
        var number = 1
        while true {
            let name = number == 1 ? date.iso : "\(date.iso)-\(number)"
            if !FileBytes.exists("\(parent)/\(name)") { return name }
            number += 1
        }
    }

    private static func clearDrafts(in parent: String) {
        for name in FileBytes.names(in: parent) where name.hasPrefix(draftPrefix) {
            remove("\(parent)/\(name)")
        }
    }

    private static func remove(_ folder: String) {
        for name in FileBytes.names(in: folder) {
            unlink("\(folder)/\(name)")
        }
        rmdir(folder)
    }

    private static func sync(_ folder: String) throws(Problem) {
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFault.last.problem(with: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemFault.last.problem(with: folder) }
    }
}
