/// Undoes the compression of PNG: zlib streams (RFC 1950) of deflate blocks (RFC 1951).
struct Inflate {
    private let input: [UInt8]
    private var position = 2
    private var bits: UInt32 = 0
    private var bitCount = 0
    private var output: [UInt8] = []
    private let limit: Int

    /// - Parameter limit: More output than this ends the reading: the file lies about its size.
    init(_ input: [UInt8], limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// Returns what was compressed, or nil where the stream is damaged.
    mutating func bytes() -> [UInt8]? {
        guard input.count > 6, input[0] & 15 == 8 else { return nil }
        output.reserveCapacity(min(limit, 1 << 26))
        while true {
            let isLast = take(1)
            let done: Bool
            switch take(2) {
            case 0: done = copyStored()
            case 1: done = decode(Inflate.fixedLengths, Inflate.fixedDistances)
            case 2: done = decodeDynamic()
            default: return nil
            }
            guard done, position <= input.count + 8, output.count <= limit else { return nil }
            if isLast == 1 { return output }
        }
    }

    private mutating func take(_ count: Int) -> Int {
        while bitCount < count {
            bits |= UInt32(position < input.count ? input[position] : 0) << UInt32(bitCount)
            position += 1
            bitCount += 8
        }
        let value = bits & (1 << UInt32(count) - 1)
        bits >>= UInt32(count)
        bitCount -= count
        return Int(value)
    }

    private mutating func copyStored() -> Bool {
        bits = 0
        bitCount = 0
        guard position + 4 <= input.count else { return false }
        let length = Int(input[position]) | Int(input[position + 1]) << 8
        position += 4
        guard position + length <= input.count else { return false }
        output.append(contentsOf: input[position..<position + length])
        position += length
        return true
    }

    // MARK: Codes

    /// A canonical prefix code: how many codes there are of each length, and the symbols in order.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(lengths: [Int]) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        }
    }

    private mutating func symbol(_ code: Code) -> Int? {
        var value = 0
        var first = 0
        var index = 0
        for length in 1..<16 {
            value |= take(1)
            let count = code.counts[length]
            if value - first < count { return code.symbols[index + value - first] }
            index += count
            first = (first + count) << 1
            value <<= 1
        }
        return nil
    }

    private static let fixedLengths = Code(
        lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Code(lengths: [Int](repeating: 5, count: 30))
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

    private mutating func decodeDynamic() -> Bool {
        let lengthCount = take(5) + 257
        let distanceCount = take(5) + 1
        var codeLengths = [Int](repeating: 0, count: 19)
        for index in 0..<take(4) + 4 { codeLengths[Inflate.order[index]] = take(3) }
        let code = Code(lengths: codeLengths)
        var lengths: [Int] = []
        while lengths.count < lengthCount + distanceCount {
            guard let symbol = symbol(code) else { return false }
            switch symbol {
            case 16:
                guard let last = lengths.last else { return false }
                lengths += [Int](repeating: last, count: take(2) + 3)
            case 17: lengths += [Int](repeating: 0, count: take(3) + 3)
            case 18: lengths += [Int](repeating: 0, count: take(7) + 11)
            default: lengths.append(symbol)
            }
        }
        guard lengths.count == lengthCount + distanceCount else { return false }
        return decode(Code(lengths: Array(lengths[..<lengthCount])), Code(lengths: Array(lengths[lengthCount...])))
    }

    private mutating func decode(_ lengthCode: Code, _ distanceCode: Code) -> Bool {
        while output.count <= limit, position <= input.count + 8 {
            guard let symbol = symbol(lengthCode) else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard symbol - 257 < 29 else { return false }
            let length = Inflate.lengthBase[symbol - 257] + take(Inflate.lengthBits[symbol - 257])
            guard let code = self.symbol(distanceCode), code < 30 else { return false }
            let distance = Inflate.distanceBase[code] + take(code < 2 ? 0 : code / 2 - 1)
            guard distance <= output.count else { return false }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return false
    }
}
