import Glibc

/// A moment as the clock on the wall shows it.
struct LocalTime {
    /// `2026-11-24 10:02`.
    let text: String
    /// `24/11/2026 10:02`.
    let frenchText: String

    /// - Parameter moment: Seconds since 1970-01-01 UTC.
    init(_ moment: Int64) {
        var moment = time_t(moment)
        var parts = tm()
        localtime_r(&moment, &parts)
        func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (year, month, day) = ("\(parts.tm_year + 1900)", padded(parts.tm_mon + 1), padded(parts.tm_mday))
        let clock = "\(padded(parts.tm_hour)):\(padded(parts.tm_min))"
        text = "\(year)-\(month)-\(day) \(clock)"
        frenchText = "\(day)/\(month)/\(year) \(clock)"
    }
}
