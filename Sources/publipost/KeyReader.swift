import Glibc

/// Reads single keys: at once from a terminal, one by one from a pipe.
final class KeyReader {
    private var before = termios()
    private let isTerminal = isatty(STDIN_FILENO) == 1

    init() {
        guard isTerminal else { return }
        tcgetattr(STDIN_FILENO, &before)
        var raw = before
        // Control-C keeps its meaning.
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    deinit {
        if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    }

    /// The next key, line ends passed over. Nil: there is no more.
    func next() -> Character? {
        fflush(nil)
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) == 1 {
            if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { return Character(Unicode.Scalar(byte)) }
        }
        return nil
    }
}
