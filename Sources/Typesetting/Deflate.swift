/// Compresses pictures for `FlateDecode`: one deflate block (RFC 1951) with the fixed codes, in a zlib wrapper (RFC 1950).
///
/// Repeats are found through a table of the last place of each three bytes. Logos, signatures and blank paper shrink well;
/// more is not asked of it.
struct Deflate: ~Copyable {
    private let output: ByteArena
    private var bits: UInt64 = 0
    private var bitCount: UInt64 = 0

    private init(capacity: Int) {
        output = ByteArena(capacity: capacity)
    }

    /// Returns `data` as a zlib stream.
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var deflate = Deflate(capacity: data.count / 4 + 64)
        deflate.output.append(0x78)
        deflate.output.append(0x01)
        // The last block, with fixed codes.
        deflate.put(0b011, 3)
        data.withUnsafeBufferPointer { deflate.compress($0) }
        deflate.put(codes[256].bits, codes[256].count)
        deflate.put(0, 7)
        let checksum = adler32(data)
        for shift in [24, 16, 8, 0] { deflate.output.append(UInt8(truncatingIfNeeded: checksum >> UInt32(shift))) }
        return Array(UnsafeBufferPointer(start: deflate.output.base, count: deflate.output.count))
    }

    private mutating func compress(_ data: UnsafeBufferPointer<UInt8>) {
        var last = [Int32](repeating: -1, count: 1 << 14)
        let codes = Deflate.codes
        var at = 0
        while at < data.count {
            var length = 0
            var before = -1
            if at + 3 < data.count {
                let hash = (Int(data[at]) << 10 ^ Int(data[at + 1]) << 5 ^ Int(data[at + 2])) & (1 << 14 - 1)
                before = Int(last[hash])
                last[hash] = Int32(truncatingIfNeeded: at)
                if before >= 0, at - before <= 32_768 { length = Deflate.match(data, before, at) }
            }
            if length >= 3 {
                putMatch(length: length, distance: at - before)
                at += length
            } else {
                let code = codes[Int(data[at])]
                put(code.bits, code.count)
                at += 1
            }
        }
    }

    private static func match(_ data: UnsafeBufferPointer<UInt8>, _ before: Int, _ at: Int) -> Int {
        var length = 0
        while length < 258, at + length < data.count, data[before + length] == data[at + length] { length += 1 }
        return length
    }

    // MARK: Bits

    @inline(__always)
    private mutating func put(_ value: UInt64, _ count: UInt64) {
        bits |= value << bitCount
        bitCount += count
        while bitCount >= 8 {
            output.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            bitCount -= 8
        }
    }

    private struct Code {
        var bits: UInt64
        var count: UInt64

        /// Prefix codes go out with their first bit first.
        init(_ value: Int, _ count: Int) {
            bits = UInt64(Inflate.reversed(value, count))
            self.count = UInt64(count)
        }
    }

    private static let codes: [Code] = (0..<288).map { symbol in
        switch symbol {
        case ..<144: Code(0x30 + symbol, 8)
        case ..<256: Code(0x190 + symbol - 144, 9)
        case ..<280: Code(symbol - 256, 7)
        default: Code(0xC0 + symbol - 280, 8)
        }
    }

    private static let distanceCodes: [Code] = (0..<30).map { Code($0, 5) }

    private mutating func putMatch(length: Int, distance: Int) {
        if length == 258 {
            put(Deflate.codes[285].bits, Deflate.codes[285].count)
        } else {
            let (code, bits, rest) = Deflate.step(length - 3, directCodes: 4)
            put(Deflate.codes[257 + code].bits, Deflate.codes[257 + code].count)
            put(UInt64(rest), UInt64(bits))
        }
        let (code, bits, rest) = Deflate.step(distance - 1, directCodes: 2)
        put(Deflate.distanceCodes[code].bits, 5)
        put(UInt64(rest), UInt64(bits))
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
        // 5,552 bytes can be added up before the sums have to be brought down.
        for start in stride(from: 0, to: data.count, by: 5552) {
            for index in start..<min(start + 5552, data.count) {
                a &+= UInt32(data[index])
                b &+= a
            }
            a %= 65_521
            b %= 65_521
        }
        return b << 16 | a
    }
}
