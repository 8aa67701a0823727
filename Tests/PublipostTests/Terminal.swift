import Foundation

/// A terminal of a test's own, before which somebody sits: the program runs on it as on a real one.
final class Terminal {
    private let master: Int32
    private let process = Process()
    /// All that stood on the screen.
    private(set) var screen = ""

    // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h, which are macros that Swift does not see.
    private static let lockSlave: UInt = 0x4004_5431
    private static let slaveNumber: UInt = 0x8004_5430

    /// Starts `publipost` with these words in an office's folder.
    init(_ office: Office, _ words: String...) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, unlocked): (Int32, Int32) = (0, 0)
        guard master >= 0, ioctl(master, Self.lockSlave, &unlocked) == 0, ioctl(master, Self.slaveNumber, &number) == 0
        else { throw CocoaError(.fileReadUnknown) }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = URL(filePath: Office.programPath)
        process.arguments = words
        process.currentDirectoryURL = office.folder
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        try handle.close()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(master)
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

    private func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Reads what comes until the program has ended.
    ///
    /// - Returns: Its exit code.
    func end() -> Int32 {
        while read(forMilliseconds: 10_000) {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// A question ends with a space on an unfinished line; then nothing more comes.
    private func waitForQuestion() {
        let before = screen.count
        repeat {
            guard read(forMilliseconds: 10_000) else { return }
        } while screen.count == before
            || !screen.hasSuffix(" ") && !screen.hasSuffix("\u{A0}") || read(forMilliseconds: 50)
    }

    /// - Returns: Whether something came.
    private func read(forMilliseconds patience: Int32) -> Bool {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, patience) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        pending += bytes[..<count]
        if let text = String(validating: pending, as: UTF8.self) {
            screen += text.replacing("\r\n", with: "\n")
            pending = []
        }
        return true
    }

    /// Bytes of a character that has not come whole.
    private var pending: [UInt8] = []
}
