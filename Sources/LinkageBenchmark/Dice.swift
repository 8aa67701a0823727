import Foundation

/// A generator of random numbers that gives the same ones for the same seed. Source: S. Vigna, "splitmix64", 2015.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number's own random number.
    static func first(of seed: Int) -> UInt64 {
        var dice = Dice(seed: UInt64(bitPattern: Int64(seed)))
        return dice.next()
    }

    /// 0 up to, not including, `count`.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// True with a chance of `share`.
    mutating func hits(_ share: Double) -> Bool { fraction() < share }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}

/// Numbers of a Zipf distribution: the first is the commonest, the nth has a share of 1 / n^exponent.
struct Zipf {
    private var sums: [Double] = []

    init(_ count: Int, exponent: Double) {
        var sum = 0.0
        for rank in 1...count {
            sum += exp2(-exponent * log2(Double(rank)))
            sums.append(sum)
        }
    }

    func draw(_ dice: inout Dice) -> Int {
        let wanted = dice.fraction() * (sums.last ?? 1)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
