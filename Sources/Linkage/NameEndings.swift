/// Where two names differ: names of one stem differ at their end, slips of the pen anywhere.
enum NameEndings {
    /// Whether two names in comparison form share their beginning and have different last letters, two at most on either side.
    static func differ(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let shared = zip(a, b).prefix { $0 == $1 }.count
        let (restA, restB) = (a.count - shared, b.count - shared)
        guard shared > 0, restA <= 2, restB <= 2, restA + restB > 0 else { return false }
        return restA == 0 || restB == 0 || a[a.count - 1] != b[b.count - 1]
    }
}
