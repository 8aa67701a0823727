/// Sorts numbers by some of their bits, keeping the order of equals. Source: D. E. Knuth, "The Art of Computer Programming 3", 5.2.5.
enum RadixSort {
    /// - Complexity: O(*n*) for each eleven bits of `bits`.
    static func sort(_ values: inout [UInt64], bits: Range<Int>) {
        if values.count < 2 { return }
        var spare = [UInt64](repeating: 0, count: values.count)
        var shift = bits.lowerBound
        while shift < bits.upperBound {
            let mask = UInt64(1) << UInt64(min(11, bits.upperBound - shift)) - 1
            pass(&values, &spare, UInt64(shift), mask)
            swap(&values, &spare)
            shift += 11
        }
    }

    private static func pass(_ values: inout [UInt64], _ out: inout [UInt64], _ shift: UInt64, _ mask: UInt64) {
        var starts = [Int](repeating: 0, count: Int(mask) + 2)
        values.withUnsafeBufferPointer { values in
            out.withUnsafeMutableBufferPointer { out in
                starts.withUnsafeMutableBufferPointer { starts in
                    for value in values { starts[Int(value >> shift & mask) + 1] += 1 }
                    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
                    for value in values {
                        let digit = Int(value >> shift & mask)
                        out[starts[digit]] = value
                        starts[digit] += 1
                    }
                }
            }
        }
    }
}
