/// Undoes the compression of PNG: zlib streams (RFC 1950) of deflate blocks (RFC 1951).
///
/// A code is looked up in a table of all 15 bits that it can have, so a symbol costs one look.
final class Inflate {
    private let input: [UInt8]
    private var position = 2
    private var bits: UInt64 = 0
    private var bitCount = 0
    private let output: ByteArena
    private let limit: Int
    /// Symbol × 16 + length, by the next 15 bits. 0: no such code.
    private var lengthTable = [UInt16](repeating: 0, count: 1 << 15)
    private var distanceTable = [UInt16](repeating: 0, count: 1 << 15)

    /// - Parameter limit: More output than this ends the reading: the file lies about its size.
    init(_ input: [UInt8], limit: Int) {
        self.input = input
        self.limit = limit
        output = ByteArena(capacity: min(limit, 1 << 24))
    }

    /// Returns what was compressed, or nil where the stream is damaged.
    func bytes() -> [UInt8]? {
        guard input.count > 6, input[0] & 15 == 8 else { return nil }
        while true {
            let isLast = take(1)
            let done: Bool
            switch take(2) {
            case 0: done = copyStored()
            case 1: done = decodeFixed()
            case 2: done = decodeDynamic()
            default: return nil
            }
            guard done, position <= input.count + 16, output.count <= limit else { return nil }
            if isLast == 1 { return Array(UnsafeBufferPointer(start: output.base, count: output.count)) }
        }
    }

    // MARK: Bits

    @inline(__always)
    private func fill() {
        while bitCount <= 48 {
            bits |= UInt64(position < input.count ? input[position] : 0) << UInt64(bitCount)
            position += 1
            bitCount += 8
        }
    }

    @inline(__always)
    private func take(_ count: Int) -> Int {
        fill()
        let value = Int(bits & (1 << UInt64(count) - 1))
        bits >>= UInt64(count)
        bitCount -= count
        return value
    }

    private func copyStored() -> Bool {
        // Whole bytes that were read ahead are given back.
        position -= bitCount / 8
        (bits, bitCount) = (0, 0)
        guard position + 4 <= input.count else { return false }
        let length = Int(input[position]) | Int(input[position + 1]) << 8
        position += 4
        guard position + length <= input.count, output.count + length <= limit else { return false }
        for index in position..<position + length { output.append(input[index]) }
        position += length
        return true
    }

    // MARK: Codes

    /// Fills a table with a canonical prefix code; false where the lengths make none.
    private static func build(_ table: inout [UInt16], lengths: ArraySlice<Int>) -> Bool {
        for index in table.indices { table[index] = 0 }
        var code = 0
        for length in 1...15 {
            for (symbol, own) in zip(0..., lengths) where own == length {
                guard code < 1 << length else { return false }
                var place = reversed(code, length)
                while place < 1 << 15 {
                    table[place] = UInt16(symbol << 4 | length)
                    place += 1 << length
                }
                code += 1
            }
            code <<= 1
        }
        return true
    }

    static func reversed(_ value: Int, _ count: Int) -> Int {
        var turned = 0
        for bit in 0..<count where value >> bit & 1 == 1 { turned |= 1 << (count - 1 - bit) }
        return turned
    }

    private static let fixedLengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private func decodeFixed() -> Bool {
        let distances = [Int](repeating: 5, count: 30)
        guard Inflate.build(&lengthTable, lengths: Inflate.fixedLengths[...]),
            Inflate.build(&distanceTable, lengths: distances[...])
        else { return false }
        return decode()
    }

    private func decodeDynamic() -> Bool {
        let lengthCount = take(5) + 257
        let distanceCount = take(5) + 1
        var codeLengths = [Int](repeating: 0, count: 19)
        for index in 0..<take(4) + 4 { codeLengths[Inflate.order[index]] = take(3) }
        guard Inflate.build(&lengthTable, lengths: codeLengths[...]) else { return false }
        var lengths: [Int] = []
        while lengths.count < lengthCount + distanceCount {
            guard let symbol = symbol(lengthTable) else { return false }
            switch symbol {
            case 16:
                guard let last = lengths.last else { return false }
                lengths += [Int](repeating: last, count: take(2) + 3)
            case 17: lengths += [Int](repeating: 0, count: take(3) + 3)
            case 18: lengths += [Int](repeating: 0, count: take(7) + 11)
            default: lengths.append(symbol)
            }
        }
        guard lengths.count == lengthCount + distanceCount,
            Inflate.build(&lengthTable, lengths: lengths[..<lengthCount]),
            Inflate.build(&distanceTable, lengths: lengths[lengthCount...])
        else { return false }
        return decode()
    }

    @inline(__always)
    private func symbol(_ table: [UInt16]) -> Int? {
        fill()
        let entry = Int(table[Int(bits & 0x7FFF)])
        guard entry != 0 else { return nil }
        bits >>= UInt64(entry & 15)
        bitCount -= entry & 15
        return entry >> 4
    }

    private func decode() -> Bool {
        let lengths = lengthTable
        let distances = distanceTable
        while output.count <= limit, position <= input.count + 16 {
            guard let symbol = symbol(lengths) else { return false }
            if symbol < 256 {
                output.append(UInt8(truncatingIfNeeded: symbol))
                continue
            }
            if symbol == 256 { return true }
            guard symbol - 257 < 29 else { return false }
            let length = Inflate.lengthBase[symbol - 257] + take(Inflate.lengthBits[symbol - 257])
            guard let code = self.symbol(distances), code < 30 else { return false }
            let distance = Inflate.distanceBase[code] + take(code < 2 ? 0 : code / 2 - 1)
            guard distance <= output.count else { return false }
            let start = output.reserve(length)
            for index in 0..<length { start[index] = start[index - distance] }
        }
        return false
    }
}
