package import Correspondence
import Filing
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
    /// Folders that were not there before, from the outermost.
    private let madeFolders: [String]
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
        madeFolders = try Self.makeFolders(parent)
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
            // Only what this tray made for nothing; a folder that holds runs stays.
            for made in madeFolders.reversed() { rmdir(made) }
        }
    }

    /// Begins a file. ``finish()`` ends them all.
    package func file(named name: String) throws(Problem) -> OutputFile {
        let file = try OutputFile(name: name, path: "\(draft)/\(name)", saying: "\(folder)/\(name)")
        open.append(file)
        return file
    }

    /// The run's folder from the root, wherever the program was started.
    var absoluteFolder: String {
        guard let real = realpath(parent, nil) else { return folder }
        defer { free(real) }
        return "\(String(cString: real))/\(runName)"
    }

    /// Whether a run's folder is there and is that run's: its manifest has the fingerprint that the journal keeps.
    static func holds(_ run: RunRecord) -> Bool {
        guard let counts = run.counts, let manifest = try? FileBytes.read("\(run.folder)/manifest.json") else {
            return false
        }
        return counts.contains(manifest.withUnsafeBytes { Fingerprint(of: $0) }.hex)
    }

    /// Takes a finished file out of the tray, to a place of its own.
    func move(_ name: String, to path: String) throws(Problem) {
        let content = try FileBytes.read(draftPath(of: name))
        let file = try WholeFile(path: path)
        let outcome: Result<Void, Problem> = content.withUnsafeBytes { bytes in
            do throws(Problem) {
                return .success(try file.sink.write(bytes))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
        try file.publish()
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

    /// Makes a folder with those it lies in, and returns the ones that were missing, from the outermost.
    private static func makeFolders(_ path: String) throws(Problem) -> [String] {
        if FileBytes.exists(path) {
            try makeFolder(path)
            return []
        }
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        let made = try parent.isEmpty ? [] : makeFolders(parent)
        do throws(Problem) {
            try makeFolder(path)
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
        return made + [path]
    }

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
