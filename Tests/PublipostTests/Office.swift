import Foundation

/// An office of a test's own: a folder with templates, in which the built program is run as a user would.
final class Office: Sendable {
    let folder: URL

    /// - Parameter templates: Whether the package's own templates lie in it.
    init(templates: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "publipost-office-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if templates {
            try FileManager.default.copyItem(
                at: Self.package.appending(path: "Templates"), to: folder.appending(path: "Templates"))
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct Answer {
        var status: Int32
        var output: String
        var error: String
    }

    /// Runs `publipost` with these words in the office's folder.
    func publipost(_ words: String..., environment: [String: String] = [:]) throws -> Answer {
        try run(Self.programPath, words, environment: environment)
    }

    /// Runs another program of the system there.
    func run(_ program: String, _ words: [String], environment: [String: String] = [:]) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = words
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
            .merging(environment) { $1 }
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Both pipes are drained at once, so that neither fills up while the other is read.
        let errors = Drain(error.fileHandleForReading)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self), error: errors.text)
    }

    /// The built program lies beside the test bundle.
    static let programPath = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "publipost").path()

    func path(_ name: String) -> String { folder.appending(path: name).path() }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ bytes: Data, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    /// The names in a folder, hidden ones too, sorted; none where it is not there.
    func names(in name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
    }

    /// Puts another text in the place of one in a file.
    func change(_ name: String, _ old: String, to new: String) throws {
        let before = try text(name)
        precondition(before.contains(old), "\(name) does not hold the text to change")
        try write(before.replacing(old, with: new), to: name)
    }
}

/// Reads a pipe to its end on a thread of its own.
private final class Drain: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var data = Data()

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    var text: String {
        done.wait()
        return String(decoding: data, as: UTF8.self)
    }
}
