/// Takes the time of each stage of a run, for the journal and `--json`; nothing that a run leaves depends on it.
struct Stopwatch {
    private(set) var laps: [(stage: Progress.Stage, seconds: Double)] = []
    private let now: () -> ContinuousClock.Instant
    private var started: ContinuousClock.Instant

    init(now: @escaping () -> ContinuousClock.Instant = { .now }) {
        self.now = now
        started = now()
    }

    /// Ends the lap that has been running since the last one ended.
    mutating func lap(_ stage: Progress.Stage) {
        laps.append((stage, split()))
    }

    /// Returns the seconds since the last lap or split, and begins anew.
    mutating func split() -> Double {
        let end = now()
        let parts = (end - started).components
        started = end
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    /// Seconds by the stages' names.
    var seconds: [String: Double] {
        Dictionary(laps.map { ($0.stage.rawValue, $0.seconds) }, uniquingKeysWith: +)
    }
}
