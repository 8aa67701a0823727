import Glibc

/// Where problems and progress go.
enum StandardError {
    static func print(_ text: String) {
        write(text + "\n")
    }

    /// Writes without a line's end, for a line that is written again and again.
    static func write(_ text: String) {
        // What was said before on standard output stands before.
        fflush(nil)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            // Nobody is left to tell that standard error is gone.
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
