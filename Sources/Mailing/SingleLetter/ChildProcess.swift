import Correspondence
import Glibc

/// Runs another program of the system and waits for its end.
struct ChildProcess {
    /// What the program left.
    struct Outcome {
        /// The exit code; 128 and the signal's number where a signal ended it; 127 where there is no such program.
        var status: Int32
        /// Standard output and standard error, as they came.
        var output: String
    }

    var program: String
    var arguments: [String]
    /// The file that the program reads as its standard input. Nil: it shares ours.
    var input: String?
    /// Whether its words are caught; otherwise they go where ours go.
    var catchesOutput = true
    /// Put over our own environment.
    var environment: [String: String] = [:]

    func run() -> Outcome {
        var pipe: [Int32] = [-1, -1]
        if catchesOutput, Glibc.pipe(&pipe) != 0 { return Outcome(status: 127, output: "") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0) }
        if catchesOutput {
            posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, pipe[1], STDERR_FILENO)
            posix_spawn_file_actions_addclose(&actions, pipe[0])
            posix_spawn_file_actions_addclose(&actions, pipe[1])
        }
        var child: pid_t = 0
        let failure = spawn(&child, &actions)
        if catchesOutput { close(pipe[1]) }
        let output = catchesOutput ? Self.text(from: pipe[0]) : ""
        guard failure == 0 else { return Outcome(status: 127, output: output) }
        return Outcome(status: Self.status(of: child), output: output)
    }

    private func spawn(_ child: inout pid_t, _ actions: inout posix_spawn_file_actions_t) -> Int32 {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        var settings: [UnsafeMutablePointer<CChar>?] = Self.environment(with: environment).map { strdup($0) }
        settings.append(nil)
        defer { for pointer in words + settings { free(pointer) } }
        // Whatever thread of ours starts it, the child hears every signal.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        return posix_spawnp(&child, program, &actions, &attributes, words, settings)
    }

    private static func environment(with more: [String: String]) -> [String] {
        var own: [String] = []
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            let name = text.prefix { $0 != "=" }
            if more[String(name)] == nil { own.append(text) }
            place += 1
        }
        return own + more.map { "\($0.key)=\($0.value)" }
    }

    private static func text(from descriptor: Int32) -> String {
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0, bytes.count < 1 << 20 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    private static func status(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            if errno != EINTR { return 127 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
