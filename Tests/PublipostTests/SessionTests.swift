import Foundation
import Testing

/// Whole sessions at the desk, run through the built binary: each file of `Sessions` holds commands and what they answer.
///
/// Where an answer is meant to change, delete it from the file and run the tests with `PUBLIPOST_RECORD=1`: the answers are
/// written anew, to be read before they are kept.
@Suite("Sessions at the desk") struct SessionTests {
    @Test(arguments: ["day", "wrong", "options", "french", "duplicates"])
    func `answer as they are written down`(name: String) throws {
        let file = Session.folder.appending(path: "\(name).txt")
        let expected = try String(contentsOf: file, encoding: .utf8)
        let answered = try Session(expected).played()
        if ProcessInfo.processInfo.environment["PUBLIPOST_RECORD"] != nil {
            try answered.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(answered == expected)
    }
}

/// Commands, each with its answer below.
struct Session {
    private let text: String

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sessions")

    init(_ text: String) {
        self.text = text
    }

    /// Runs the commands in an office of their own and returns them with what they answered.
    func played() throws -> String {
        let office = try Office()
        for list in ["list.csv", "duplicates.csv"] where text.contains(list) {
            try office.write(Data(contentsOf: Self.folder.appending(path: list)), to: list)
        }
        var lines: [String] = []
        var isApart = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                lines += (isApart ? [""] : []) + [String(line)]
            } else if line.hasPrefix("$ ") {
                lines.append(String(line))
                lines += try answer(String(line.dropFirst(2)), in: office)
            }
            isApart = line.isEmpty
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a command says on both outputs, and its exit code where it is not 0. What depends on the day is put aside.
    private func answer(_ command: String, in office: Office) throws -> [String] {
        let program = URL(filePath: Office.programPath).deletingLastPathComponent().path()
        let answer = try office.run(
            "/bin/sh", ["-c", "PATH='\(program)':\"$PATH\"\nexec 2>&1\n\(command)"],
            environment: ["CUPS_SERVER": "/nonexistent"])
        var lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) }
        if lines.last == "" { lines.removeLast() }
        return lines + (answer.status == 0 ? [] : ["[exit \(answer.status)]"])
    }

    private func plain(_ line: String) -> String {
        let calendar = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        func padded(_ number: Int?) -> String { number.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
        let today = "\(padded(calendar.year))-\(padded(calendar.month))-\(padded(calendar.day))"
        let todayInFrench = "\(padded(calendar.day))/\(padded(calendar.month))/\(padded(calendar.year))"
        let clerk = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? ""
        return line.replacing(today, with: "TODAY").replacing(todayInFrench, with: "TODAY")
            .replacing(#/TODAY \d\d:\d\d  /#, with: "TODAY TIME  ").replacing("TIME  \(clerk)  ", with: "TIME  CLERK  ")
    }
}
