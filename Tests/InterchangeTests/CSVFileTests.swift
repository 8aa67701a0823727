import Correspondence
import Foundation
import Interchange
import Testing

@Suite struct CSVFileTests {
    @Test func `A file and a pipe read like the same bytes in memory`() throws {
        var bytes = Array("id;nom;ville\r\n".utf8)
        for number in 0..<30_000 { bytes += Array("\(number);Lefèvre;\"Saint;Malo\"\r\n".utf8) }
        let expected = try rows(of: CSVReader(bytes: bytes))
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "clients.csv").path
            try Data(bytes).write(to: URL(filePath: file))
            #expect(try rows(of: CSVReader(path: file)) == expected)

            let pipe = folder.appending(path: "pipe").path
            #expect(mkfifo(pipe, 0o600) == 0)
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "cat '\(file)' > '\(pipe)'"]
            try process.run()
            #expect(try rows(of: CSVReader(path: pipe)) == expected)
            process.waitUntilExit()
        }
    }

    @Test func `A file that may not be read says so`() throws {
        try inTemporaryFolder { folder in
            #expect(
                problem { try CSVReader(path: folder.path) }.hasSuffix(
                    ": this is a folder, not a file.\n  -> Check the name and the folder."))
            let empty = folder.appending(path: "empty.csv").path
            try Data().write(to: URL(filePath: empty))
            #expect(problem { try CSVReader(path: empty) }.contains(": the file is empty."))
        }
    }

    /// The lists that come with the project's notes, where they are at hand: all rows are sound.
    @Test(arguments: [
        ("ess_census_cis", 49_956, 11), ("fake_1000", 1000, 6), ("febrl1", 1000, 11), ("febrl2", 5000, 11),
        ("febrl3", 5000, 11), ("french_100k", 100_000, 11), ("rldata500", 500, 9), ("sample", 60, 16),
    ])
    func `Known lists are read whole`(name: String, rows: Int, columns: Int) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../shared/data/\(name)")
        let file = folder.appending(path: "records.csv").standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: file) else { return print("no list \(name) here") }
        let reader = try CSVReader(path: file)
        var faults = 0
        while try reader.next() { faults += reader.fault == nil ? 0 : 1 }
        #expect(faults == 0)
        #expect(reader.rowCount == rows)
        #expect(reader.header.count == columns)
        #expect(reader.format.separator == .comma && reader.format.encoding == .utf8)
    }

    private func rows(of reader: CSVReader) throws -> String {
        var lines = ["header: " + reader.header.joined(separator: "|")]
        while try reader.next() { lines.append("\(reader.lineNumber): \(reader.strings().joined(separator: "|"))") }
        return lines.joined(separator: "\n")
    }
}
