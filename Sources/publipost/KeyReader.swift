import Glibc

/// Reads single keys: at once from a terminal, one by one from a pipe.
final class KeyReader {
    private var before = termios()
    private let isTerminal = isatty(STDIN_FILENO) == 1

    private static let controlC: UInt8 = 3
    private static let controlD: UInt8 = 4
    private static let escape: UInt8 = 27

    init() {
        guard isTerminal else { return }
        tcgetattr(STDIN_FILENO, &before)
        var raw = before
        // Control-C comes as a key, so that the terminal is always put back as it was.
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    }

    deinit {
        if isTerminal { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    }

    /// The next key, line ends passed over. Nil: there is no more, or control-C or control-D was pressed.
    func next() -> Character? {
        fflush(nil)
        while let byte = read() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            case Self.controlC, Self.controlD: return nil
            case Self.escape, 0x80...:
                // An arrow or a letter with an accent sends several bytes: they are one key.
                passOverRest()
                return "\u{FFFD}"
            default: return Character(Unicode.Scalar(byte))
            }
        }
        return nil
    }

    private func read() -> UInt8? {
        var byte: UInt8 = 0
        return Glibc.read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }

    private func passOverRest() {
        guard isTerminal else { return }
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 20) == 1, waiting.revents & Int16(POLLIN) != 0, read() != nil {}
    }
}
