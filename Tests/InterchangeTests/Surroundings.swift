import Foundation

/// Gives a folder that is gone afterwards.
func inTemporaryFolder(_ act: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "publipost-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try act(folder)
}

/// What a program says on standard output and standard error together.
func said(by program: String, _ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let words = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: words, as: UTF8.self)
}
