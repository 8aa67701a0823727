import Correspondence
import Mailing
import Synchronization

/// A line on the terminal that shows how far an errand is. It appears once that takes more than a second, and goes at the end.
final class ProgressLine: Sendable {
    private struct State {
        var started = ContinuousClock.now
        var lastShown = ContinuousClock.now
        var isShown = false
    }

    private let language: MessageLanguage
    private let isOn: Bool
    private let state = Mutex(State())

    /// Shows nothing where nobody sees it: in a pipe, with `--quiet` or `--json`.
    init(_ voice: Voice) {
        language = voice.language
        isOn = StandardError.isTerminal && !voice.quiet && !voice.json
    }

    /// What the errands report to. Also stops them when somebody presses control-C.
    var progress: Progress {
        Interruption.watch()
        return Progress(
            report: { stage, done, total in self.show(stage, done, total) },
            isStopped: { Interruption.isAsked })
    }

    private func show(_ stage: Progress.Stage, _ done: Int, _ total: Int?) {
        guard isOn else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.started > .seconds(1), now - state.lastShown > .milliseconds(100) else { return }
            state.lastShown = now
            state.isShown = true
            StandardError.write("\r\u{1B}[K" + text(stage, done, total))
        }
    }

    private func text(_ stage: Progress.Stage, _ done: Int, _ total: Int?) -> String {
        let words = stage.words.text(in: language)
        guard let total, total > 0 else { return done > 0 ? "\(words) \(done)" : "\(words)…" }
        let filled = min(24, done * 24 / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        return "\(words) \(bar) \(done)/\(total)"
    }

    /// Takes the line away.
    func clear() {
        state.withLock { state in
            if state.isShown { StandardError.write("\r\u{1B}[K") }
            state.isShown = false
        }
    }
}
