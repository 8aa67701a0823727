import Foundation
import Testing

/// The compiler's import check sees our own Swift targets only. These tests guard the walls it does not see.
@Suite struct `The walls of the house` {
    @Test(arguments: [
        ("CLibXML2", ["XML"]), ("GRDB", ["Filing"]), ("GRDBSQLite", ["Filing"]), ("CHarfBuzz", ["Typesetting"]),
        ("CFontconfig", ["Typesetting"]),
        ("CNettle", ["Fingerprints"]), ("CPNG", ["Typesetting"]), ("CTurboJPEG", ["Typesetting"]),
        ("CZlib", ["Typesetting"]), ("Yams", ["Mailing"]),
        ("Hummingbird", ["FrontDesk"]),
        ("ArgumentParser", ["publipost"]),
    ])
    func `let a library into its own room only`(library: String, rooms: [String]) throws {
        #expect(try PackageSources.rooms(thatImport: library) == rooms)
    }

    @Test(arguments: ["Filing", "Interchange", "Linkage", "Merging", "Typesetting"])
    func `keep the rooms side by side apart`(room: String) throws {
        let rooms: Set = ["Filing", "Interchange", "Linkage", "Merging", "Typesetting"]
        let surfaces: Set = ["Mailing", "FrontDesk", "publipost"]
        let imported = try PackageSources.imports(of: room)
        #expect(imported.intersection(rooms.union(surfaces)) == [])
    }

    @Test(arguments: ["FrontDesk", "publipost"])
    func `show the surfaces the errands only`(surface: String) throws {
        let rooms: Set = ["Filing", "Interchange", "Linkage", "Merging", "Typesetting", "XML"]
        #expect(try PackageSources.imports(of: surface).intersection(rooms) == [])
    }

    @Test func `leave the nouns alone on the ground`() throws {
        #expect(try PackageSources.imports(of: "Correspondence") == [])
    }
}

/// Reads the `import` lines of the package's sources.
enum PackageSources {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func rooms(thatImport library: String) throws -> [String] {
        let sources = root.appending(path: "Sources")
        let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path())
        return try rooms.filter { try imports(of: $0).contains(library) }.sorted()
    }

    static func imports(of room: String) throws -> Set<String> {
        let folder = root.appending(path: "Sources/\(room)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var modules: Set<String> = []
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if let module = module(importedBy: line) { modules.insert(module) }
            }
        }
        return modules
    }

    private static func module(importedBy line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 2, words.count > at + 1 else { return nil }
        let modifiers: Set<Substring> = ["package", "private", "public", "internal", "fileprivate", "@preconcurrency"]
        guard words[..<at].allSatisfy(modifiers.contains) else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var", "let", "typealias"]
        let path = kinds.contains(words[at + 1]) ? words[at + 2] : words[at + 1]
        return path.split(separator: ".").first.map(String.init)
    }
}
