import Correspondence
import Dispatch
import Synchronization

/// Hands batches from a thread that reads to the one that files, so that both cores work.
///
/// At most ``depth`` batches wait, so memory does not grow where reading is the faster of the two.
final class BatchPipe<Item: Sendable>: Sendable {
    private enum End: Sendable {
        case done
        case stopped(Problem)
    }

    private struct State: Sendable {
        var batches: [[Item]] = []
        var end: End?
        /// Whether the filing side has given up; then reading stops.
        var isClosed = false
    }

    private static var depth: Int { 4 }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    // Begins at 0 and is raised at once: a semaphore that is freed below its first value ends the program.
    private let free = DispatchSemaphore(value: 0)

    /// Begins to read on another thread. `next` is called there only, until it returns nil or throws.
    init(reading next: sending @escaping () throws(Problem) -> [Item]?) {
        let source = Source(next: next)
        for _ in 0..<Self.depth { free.signal() }
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            defer { finished.signal() }
            while true {
                free.wait()
                let result = Result { () throws(Problem) in try source.next() }
                let goesOn = state.withLock { state -> Bool in
                    switch result {
                    case .success(let batch?): state.batches.append(batch)
                    case .success(nil): state.end = .done
                    case .failure(let problem): state.end = .stopped(problem)
                    }
                    return state.end == nil && !state.isClosed
                }
                filled.signal()
                if !goesOn { return }
            }
        }
    }

    /// Waits for the next batch. Nil: that was all.
    func next() throws(Problem) -> [Item]? {
        filled.wait()
        let (batch, end) = state.withLock { state -> ([Item]?, End?) in
            state.batches.isEmpty ? (nil, state.end) : (state.batches.removeFirst(), nil)
        }
        if let batch {
            free.signal()
            return batch
        }
        if case .stopped(let problem) = end { throw problem }
        return nil
    }

    /// Lets the reading thread go, whatever it still had, and waits until it has gone. To be called once.
    func close() {
        state.withLock { $0.isClosed = true }
        free.signal()
        finished.wait()
    }

    /// The closure was sent here, and only the reading thread calls it.
    private struct Source: @unchecked Sendable {
        let next: () throws(Problem) -> [Item]?
    }
}
