/// Reads PNG pictures (ISO/IEC 15948) and puts them on white paper.
///
/// All colour types and depths, transparency and interlacing included; what comes out has 8 bits a component, and one
/// component only where the whole picture is grey.
struct PNGReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private struct Head {
        var width: Int
        var height: Int
        var depth: Int
        var colour: Int
        var isInterlaced: Bool

        var samples: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colour] ?? 0 }
        var pixelBytes: Int { max(1, samples * depth / 8) }
        func rowBytes(_ width: Int) -> Int { (width * samples * depth + 7) / 8 }
    }

    private struct Chunks {
        var head: Head?
        var palette: [UInt8] = []
        var transparency: [UInt8] = []
        var data: [UInt8] = []
    }

    /// The most pixels that a letter's picture may have.
    private static let pixelLimit = 40_000_000

    /// Returns the picture, or nil where the file is damaged or absurdly large.
    func picture() -> Picture? {
        guard let chunks = chunks(), let head = chunks.head, head.samples > 0, head.width > 0, head.height > 0,
            head.width * head.height <= PNGReader.pixelLimit
        else { return nil }
        var rgb = [UInt8](repeating: 255, count: head.width * head.height * 3)
        guard paint(chunks, head: head, on: &rgb) else { return nil }
        let places = stride(from: 0, to: rgb.count, by: 3)
        var isGrey = true
        for place in places where rgb[place] != rgb[place + 1] || rgb[place] != rgb[place + 2] { isGrey = false }
        let pixels: [UInt8] = isGrey ? places.map { rgb[$0] } : rgb
        return Picture(
            width: head.width, height: head.height, components: isGrey ? 1 : 3, isJPEG: false,
            data: Deflate.zlib(pixels))
    }

    private func number(at offset: Int) -> Int {
        var value = 0
        for index in 0..<4 { value = value << 8 | Int(bytes[offset + index]) }
        return value
    }

    private func chunks() -> Chunks? {
        var chunks = Chunks()
        var at = 8
        while at + 12 <= bytes.count {
            let length = number(at: at)
            guard at + 12 + length <= bytes.count else { return nil }
            let content = bytes[at + 8..<at + 8 + length]
            switch String(decoding: bytes[at + 4..<at + 8], as: UTF8.self) {
            case "IHDR" where length >= 13: chunks.head = head(at: at + 8)
            case "PLTE": chunks.palette = Array(content)
            case "tRNS": chunks.transparency = Array(content)
            case "IDAT": chunks.data.append(contentsOf: content)
            case "IEND": return chunks
            default: break
            }
            at += 12 + length
        }
        return nil
    }

    private func head(at: Int) -> Head? {
        let depth = Int(bytes[at + 8])
        guard [1, 2, 4, 8, 16].contains(depth), bytes[at + 12] < 2 else { return nil }
        return Head(
            width: number(at: at), height: number(at: at + 4), depth: depth, colour: Int(bytes[at + 9]),
            isInterlaced: bytes[at + 12] == 1)
    }

    // MARK: Pixels

    /// The first column and row of each pass of Adam7, and the steps between its pixels.
    private static let passes = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ]

    private func paint(_ chunks: Chunks, head: Head, on rgb: inout [UInt8]) -> Bool {
        let limit = (head.rowBytes(head.width) + 16) * head.height * 2 + 4096
        let inflate = Inflate(chunks.data, limit: limit)
        guard var data = inflate.bytes() else { return false }
        var at = 0
        for (x, y, stepX, stepY) in head.isInterlaced ? PNGReader.passes : [(0, 0, 1, 1)] {
            let width = (head.width - x + stepX - 1) / stepX
            let height = (head.height - y + stepY - 1) / stepY
            guard width > 0, height > 0 else { continue }
            let rowBytes = head.rowBytes(width)
            guard at + (rowBytes + 1) * height <= data.count else { return false }
            for row in 0..<height {
                let start = at + row * (rowBytes + 1)
                guard unfilter(&data, row: start, previous: row == 0 ? nil : start - rowBytes - 1, rowBytes, head)
                else {
                    return false
                }
                let place = (y + row * stepY) * head.width + x
                paintRow(data, row: start + 1, width: width, at: place, step: stepX, chunks, head, on: &rgb)
            }
            at += (rowBytes + 1) * height
        }
        return true
    }

    private func unfilter(_ data: inout [UInt8], row: Int, previous: Int?, _ count: Int, _ head: Head) -> Bool {
        let filter = data[row]
        guard filter < 5 else { return false }
        guard filter > 0 else { return true }
        let back = head.pixelBytes
        data.withUnsafeMutableBufferPointer { bytes in
            let line = UnsafeMutableBufferPointer(rebasing: bytes[row + 1..<row + 1 + count])
            let above = previous.map { UnsafeMutableBufferPointer(rebasing: bytes[$0 + 1..<$0 + 1 + count]) }
            for index in 0..<count {
                let left = index >= back ? Int(line[index - back]) : 0
                let up = above.map { Int($0[index]) } ?? 0
                let guess: Int
                switch filter {
                case 1: guess = left
                case 2: guess = up
                case 3: guess = (left + up) / 2
                default: guess = PNGReader.paeth(left, up, index >= back ? above.map { Int($0[index - back]) } ?? 0 : 0)
                }
                line[index] = line[index] &+ UInt8(truncatingIfNeeded: guess)
            }
        }
        return true
    }

    @inline(__always)
    private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
        let guess = left + up - corner
        let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
        return a <= b && a <= c ? left : b <= c ? up : corner
    }

    private func paintRow(
        _ data: [UInt8], row: Int, width: Int, at place: Int, step: Int, _ chunks: Chunks, _ head: Head,
        on rgb: inout [UInt8]
    ) {
        let isDirect = head.depth == 8 && (head.colour == 6 || head.colour == 2 && chunks.transparency.isEmpty)
        guard isDirect else {
            for column in 0..<width {
                let pixel = (place + column * step) * 3
                (rgb[pixel], rgb[pixel + 1], rgb[pixel + 2]) = colour(
                    data, row: row, column: column, head: head, chunks: chunks)
            }
            return
        }
        let samples = head.samples
        data.withUnsafeBufferPointer { data in
            rgb.withUnsafeMutableBufferPointer { rgb in
                for column in 0..<width {
                    let source = row + column * samples
                    let pixel = (place + column * step) * 3
                    let alpha = samples == 4 ? Int(data[source + 3]) : 255
                    rgb[pixel] = PNGReader.mixed(Int(data[source]), alpha)
                    rgb[pixel + 1] = PNGReader.mixed(Int(data[source + 1]), alpha)
                    rgb[pixel + 2] = PNGReader.mixed(Int(data[source + 2]), alpha)
                }
            }
        }
    }

    /// One component of a colour on white paper.
    @inline(__always)
    private static func mixed(_ value: Int, _ alpha: Int) -> UInt8 {
        alpha == 255 ? UInt8(truncatingIfNeeded: value) : UInt8((value * alpha + 255 * (255 - alpha) + 127) / 255)
    }

    private func sample(_ data: [UInt8], row: Int, index: Int, depth: Int) -> Int {
        switch depth {
        case 8: return Int(data[row + index])
        case 16: return Int(data[row + index * 2])
        default:
            let bit = index * depth
            return Int(data[row + bit / 8]) >> (8 - depth - bit % 8) & (1 << depth - 1)
        }
    }

    private func colour(
        _ data: [UInt8], row: Int, column: Int, head: Head, chunks: Chunks
    ) -> (UInt8, UInt8, UInt8) {
        let first = column * head.samples
        let values = (0..<head.samples).map { sample(data, row: row, index: first + $0, depth: head.depth) }
        let scale = head.depth < 8 ? 255 / (1 << head.depth - 1) : 1
        switch head.colour {
        case 0:
            let isClear = isTransparent(values, head: head, chunks: chunks)
            return PNGReader.onWhite(values[0] * scale, values[0] * scale, values[0] * scale, isClear ? 0 : 255)
        case 2:
            let isClear = isTransparent(values, head: head, chunks: chunks)
            return PNGReader.onWhite(values[0], values[1], values[2], isClear ? 0 : 255)
        case 3:
            let place = values[0] * 3
            guard place + 2 < chunks.palette.count else { return (255, 255, 255) }
            let alpha = values[0] < chunks.transparency.count ? Int(chunks.transparency[values[0]]) : 255
            return PNGReader.onWhite(
                Int(chunks.palette[place]), Int(chunks.palette[place + 1]), Int(chunks.palette[place + 2]), alpha)
        case 4: return PNGReader.onWhite(values[0], values[0], values[0], values[1])
        default: return PNGReader.onWhite(values[0], values[1], values[2], values[3])
        }
    }

    private func isTransparent(_ values: [Int], head: Head, chunks: Chunks) -> Bool {
        guard chunks.transparency.count >= values.count * 2 else { return false }
        return values.indices.allSatisfy { index in
            let high = Int(chunks.transparency[index * 2])
            let low = Int(chunks.transparency[index * 2 + 1])
            return values[index] == (head.depth == 16 ? high : low)
        }
    }

    private static func onWhite(_ red: Int, _ green: Int, _ blue: Int, _ alpha: Int) -> (UInt8, UInt8, UInt8) {
        return (mixed(red, alpha), mixed(green, alpha), mixed(blue, alpha))
    }
}
