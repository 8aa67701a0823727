import Dispatch
import Synchronization

/// How many threads work at once. What they leave does not depend on it.
struct Workers: Sendable {
    let count: Int

    /// Does `task` for every number below `tasks`, in any order, and waits for all.
    func perform(_ tasks: Int, _ task: @Sendable (Int) -> Void) {
        guard count > 1, tasks > 1 else {
            for number in 0..<tasks { task(number) }
            return
        }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(count, tasks)) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < tasks else { return }
                task(number)
            }
        }
    }

    /// Divides `items` into parts of `size` and does `task` for each part, with the part's number.
    func perform(_ items: Int, inPartsOf size: Int, _ task: @Sendable (Int, Range<Int>) -> Void) {
        perform(Self.parts(of: items, size)) { part in
            task(part, part * size..<min((part + 1) * size, items))
        }
    }

    static func parts(of items: Int, _ size: Int) -> Int { (items + size - 1) / size }
}
