import Synchronization

/// A value that several workers fill one after the other.
final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    func withLock(_ body: (inout sending Value) -> Void) { mutex.withLock { body(&$0) } }

    var value: Value { mutex.withLock { $0 } }
}
