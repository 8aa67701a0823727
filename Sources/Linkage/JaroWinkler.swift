/// How alike two names are, with more weight on their beginning.
///
/// Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model", 1990.
enum JaroWinkler {
    /// Returns the Jaro-Winkler similarity of two names in comparison form, 0 to 1. Their order does not matter.
    ///
    /// Two empty names are equal. Longer names are compared by their first 64 bytes.
    ///
    /// - Complexity: O(*n* × *m*).
    static func similarity(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        let jaro = jaro(a, b)
        var prefix = 0
        while prefix < min(4, a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    static func jaro(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Double {
        let (n, m) = (min(a.count, 64), min(b.count, 64))
        if n == 0 || m == 0 { return n == m ? 1 : 0 }
        let reach = max(max(n, m) / 2 - 1, 0)
        var (usedA, usedB): (UInt64, UInt64) = (0, 0)
        for i in 0..<n {
            var j = max(0, i - reach)
            let end = min(m, i + reach + 1)
            while j < end {
                if usedB & (1 << UInt64(j)) == 0, a[i] == b[j] {
                    usedA |= 1 << UInt64(i)
                    usedB |= 1 << UInt64(j)
                    break
                }
                j += 1
            }
        }
        let common = Double(usedA.nonzeroBitCount)
        if common == 0 { return 0 }
        var crossed = 0
        while usedA != 0 {
            if a[usedA.trailingZeroBitCount] != b[usedB.trailingZeroBitCount] { crossed += 1 }
            usedA &= usedA - 1
            usedB &= usedB - 1
        }
        return (common / Double(n) + common / Double(m) + (common - Double(crossed / 2)) / common) / 3
    }

    static func similarity(_ a: String, _ b: String) -> Double {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { similarity(a, $0) } }
    }
}
