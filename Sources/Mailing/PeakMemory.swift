import Glibc

/// The most memory that the process has held so far.
package enum PeakMemory {
    /// In kibibytes, as Linux counts it; nil where it does not say.
    ///
    /// `getrusage` would tell a parent's peak where that was larger.
    package static var kibibytes: Int? {
        guard let status = try? FileBytes.read("/proc/self/status") else { return nil }
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
        let peak = lines.first { $0.hasPrefix("VmHWM:") }
        return peak.flatMap { Int($0.filter(\.isNumber)) }
    }
}
