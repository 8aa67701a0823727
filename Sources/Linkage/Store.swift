/// A fixed run of plain values that several threads may read, and write where each owns its part.
///
/// What several workers fill must be divided among them by the caller; nothing here locks.
final class Store<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ count: Int, repeating value: Element) {
        self.count = count
        base = .allocate(capacity: Swift.max(count, 1))
        base.initialize(repeating: value, count: Swift.max(count, 1))
    }

    convenience init(_ values: [Element]) where Element: BitwiseCopyable {
        self.init(uninitialized: values.count)
        for (place, value) in values.enumerated() { base[place] = value }
    }

    /// The caller writes every element before it reads one.
    init(uninitialized count: Int) {
        self.count = count
        base = .allocate(capacity: Swift.max(count, 1))
    }

    deinit { base.deallocate() }

    @inline(__always)
    subscript(place: Int) -> Element {
        get {
            assert(place >= 0 && place < count)
            return base[place]
        }
        set {
            assert(place >= 0 && place < count)
            base[place] = newValue
        }
    }
}
