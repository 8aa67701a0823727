import Foundation
import Testing

/// A terminal of a test's own, in which the built program runs and keys are typed once it asks for them.
final class Terminal {
    private let master: Int32
    private let slave: Int32
    private let process = Process()
    /// All that was shown so far, with plain line ends.
    private(set) var shown = ""
    /// Bytes of a character that has not come whole.
    private var pending: [UInt8] = []
    private var seen = 0

    init(_ words: [String], in office: Office) throws {
        var (master, slave) = (Int32(0), Int32(0))
        try #require(openpty(&master, &slave, nil, nil, nil) == 0)
        (self.master, self.slave) = (master, slave)
        process.executableURL = URL(filePath: Office.programPath)
        process.arguments = words
        process.currentDirectoryURL = office.folder
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        let end = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(master)
        close(slave)
    }

    /// Reads until `text` is shown again, after what was waited for before.
    func wait(for text: String) throws {
        while true {
            let rest = shown.dropFirst(seen)
            if let range = rest.range(of: text) {
                seen = shown.distance(from: shown.startIndex, to: range.upperBound)
                return
            }
            try #require(read(patience: 60_000), "“\(text)” was never shown; shown was: \(shown)")
        }
    }

    /// Waits for a question, at most ten seconds, and types an answer with a line's end.
    func answer(_ answer: String) {
        waitForQuestion()
        type(answer + "\n")
    }

    /// Ctrl-D on a line of its own.
    func leave() {
        waitForQuestion()
        type("\u{4}")
    }

    /// A question ends with a space on an unfinished line; then nothing more comes.
    private func waitForQuestion() {
        let before = shown.count
        repeat {
            guard read(patience: 10_000) else { return }
        } while shown.count == before || !shown.hasSuffix(" ") && !shown.hasSuffix("\u{A0}") || read(patience: 50)
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Types keys one by one, each once `prompt` is shown again, and waits for the program's end.
    func end(pressing keys: String, after prompt: String) throws -> Int32 {
        for key in keys {
            try wait(for: prompt)
            type(String(key))
        }
        return end()
    }

    /// Waits for the program's end.
    ///
    /// - Returns: Its exit code; 256 and the signal where one ended it.
    func end() -> Int32 {
        while process.isRunning { _ = read(patience: 50) }
        while read(patience: 0) {}
        return process.terminationReason == .exit ? process.terminationStatus : 256 + process.terminationStatus
    }

    /// Whether lines are edited and typing is shown, as a shell left it.
    var isOrdinary: Bool {
        var state = termios()
        tcgetattr(slave, &state)
        let flags = tcflag_t(ICANON | ECHO | ISIG)
        return state.c_lflag & flags == flags
    }

    private func read(patience milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) == 1 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        pending += bytes[..<count]
        if let text = String(validating: pending, as: UTF8.self) {
            shown += text.replacing("\r\n", with: "\n")
            pending = []
        }
        return true
    }
}
