/// Compresses pictures for `FlateDecode`: one deflate block (RFC 1951) with the fixed codes, in a zlib wrapper (RFC 1950).
///
/// Repeats are found through a table of the last place of each three bytes. Logos, signatures and blank paper shrink well;
/// more is not asked of it.
struct Deflate {
    private var output: [UInt8] = [0x78, 0x01]
    private var bits: UInt64 = 0
    private var bitCount: UInt64 = 0

    /// Returns `data` as a zlib stream.
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var deflate = Deflate()
        deflate.put(1, 1)
        deflate.put(1, 2)
        deflate.compress(data)
        deflate.putLiteral(256)
        deflate.put(0, 7)
        let checksum = adler32(data)
        for shift in [24, 16, 8, 0] { deflate.output.append(UInt8(truncatingIfNeeded: checksum >> UInt32(shift))) }
        return deflate.output
    }

    private mutating func compress(_ data: [UInt8]) {
        var last = [Int](repeating: -1, count: 1 << 14)
        var at = 0
        while at < data.count {
            guard at + 3 < data.count else {
                putLiteral(Int(data[at]))
                at += 1
                continue
            }
            let hash = (Int(data[at]) << 10 ^ Int(data[at + 1]) << 5 ^ Int(data[at + 2])) & (1 << 14 - 1)
            let before = last[hash]
            last[hash] = at
            let length = before >= 0 && at - before <= 32_768 ? Deflate.match(data, before, at) : 0
            if length >= 3 {
                putMatch(length: length, distance: at - before)
                at += length
            } else {
                putLiteral(Int(data[at]))
                at += 1
            }
        }
    }

    private static func match(_ data: [UInt8], _ before: Int, _ at: Int) -> Int {
        var length = 0
        while length < 258, at + length < data.count, data[before + length] == data[at + length] { length += 1 }
        return length
    }

    // MARK: Bits

    private mutating func put(_ value: Int, _ count: UInt64) {
        bits |= UInt64(value) << bitCount
        bitCount += count
        while bitCount >= 8 {
            output.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            bitCount -= 8
        }
    }

    /// Prefix codes go out with their first bit first.
    private mutating func putReversed(_ value: Int, _ count: Int) {
        var turned = 0
        for bit in 0..<count where value >> bit & 1 == 1 { turned |= 1 << (count - 1 - bit) }
        put(turned, UInt64(count))
    }

    private mutating func putLiteral(_ symbol: Int) {
        switch symbol {
        case ..<144: putReversed(0x30 + symbol, 8)
        case ..<256: putReversed(0x190 + symbol - 144, 9)
        case ..<280: putReversed(symbol - 256, 7)
        default: putReversed(0xC0 + symbol - 280, 8)
        }
    }

    private mutating func putMatch(length: Int, distance: Int) {
        if length == 258 {
            putLiteral(285)
        } else {
            let (code, bits, rest) = Deflate.step(length - 3, directCodes: 4)
            putLiteral(257 + code)
            put(rest, UInt64(bits))
        }
        let (code, bits, rest) = Deflate.step(distance - 1, directCodes: 2)
        putReversed(code, 5)
        put(rest, UInt64(bits))
    }

    /// Splits a value into deflate's code, the number of extra bits and their value. `directCodes` codes double a step.
    private static func step(_ value: Int, directCodes: Int) -> (code: Int, bits: Int, rest: Int) {
        guard value >= directCodes * 2 else { return (value, 0, 0) }
        var bits = 0
        while value >> bits >= directCodes * 2 { bits += 1 }
        return (bits * directCodes + value >> bits, bits, value & (1 << bits - 1))
    }

    private static func adler32(_ data: [UInt8]) -> UInt32 {
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in data {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
    }
}
