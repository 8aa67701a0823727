import Foundation

/// The logarithm to base 2; of zero a number too small to matter, but no infinity.
func logarithm(_ value: Double) -> Double { value <= 0 ? -40 : log2(value) }

/// log2(2^a + 2^b), without overflow.
@inline(__always)
func logSum(_ a: Float, _ b: Float) -> Float {
    let (high, low) = a > b ? (a, b) : (b, a)
    let gap = low - high
    return gap < -30 ? high : high + log2(1 + exp2(gap))
}

/// 2 to the power of `bits`, rounded for reading.
func exponential(_ bits: Float) -> Float { (exp2(bits) * 100_000).rounded() / 100_000 }
