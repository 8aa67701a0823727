import Foundation

/// Tells a program that is still at work from one that was killed: its number and when it was started.
///
/// The number alone would not do: where programs run in containers, each night's may have the same.
enum ProcessMark {
    static var own: String { mark(of: getpid()) ?? "\(getpid())" }

    /// Whether the program that left `mark` still runs on this machine.
    static func isAlive(_ mark: String?) -> Bool {
        guard let mark, let process = mark.split(separator: "/").first.flatMap({ Int32($0) }) else { return false }
        return Self.mark(of: process) == mark
    }

    /// The 22nd field of `/proc/N/stat` is the start in clock ticks since the machine's own; the second may hold spaces.
    private static func mark(of process: Int32) -> String? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[end...].split(separator: " ")
        return fields.count > 20 ? "\(process)/\(fields[20])" : nil
    }
}
