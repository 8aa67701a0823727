import Correspondence

/// The stretch of a file that is in memory, as UTF-8: from the current row's start to what was read last.
final class CSVWindow {
    private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
    /// Where the current row begins.
    var rowStart = 0
    /// Where the next row begins.
    var nextRow = 0
    /// The end of what has been read.
    private(set) var end = 0
    /// Whether nothing comes after `end`.
    private(set) var isAtEnd = false

    private let source: any ByteSource
    private let encoding: TextEncoding
    private var decoder: TextDecoder
    private let piece: UnsafeMutableRawBufferPointer

    private static let pieceSize = 1 << 17

    init(source: any ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
        decoder = TextDecoder(encoding)
        bytes = .allocate(capacity: 4 * Self.pieceSize)
        piece = .allocate(byteCount: Self.pieceSize, alignment: 16)
    }

    deinit {
        bytes.deallocate()
        piece.deallocate()
    }

    /// What stands between the row's start and the end.
    var unread: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[rowStart..<end]) }

    /// Reads at least `count` further bytes, or all there are. The current row moves to the front.
    func fill(atLeast count: Int) throws(Problem) {
        moveToFront()
        let goal = end + count
        while end < goal, !isAtEnd {
            makeRoom()
            if encoding == .utf8 { try readPlain() } else { try readDecoded() }
        }
    }

    private func moveToFront() {
        guard rowStart > 0 else { return }
        let base = bytes.baseAddress!
        base.update(from: base + rowStart, count: end - rowStart)
        end -= rowStart
        nextRow -= rowStart
        rowStart = 0
    }

    private func makeRoom() {
        let wanted = end + TextDecoder.growth * Self.pieceSize + TextDecoder.reserve
        guard bytes.count < wanted else { return }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * wanted)
        larger.baseAddress!.update(from: bytes.baseAddress!, count: end)
        bytes.deallocate()
        bytes = larger
    }

    private func readPlain() throws(Problem) {
        let room = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(bytes)[end..<end + Self.pieceSize])
        let count = try source.read(into: room)
        end += count
        isAtEnd = count == 0
    }

    private func readDecoded() throws(Problem) {
        let count = try source.read(into: piece)
        guard count > 0 else {
            end += decoder.finish(to: bytes.baseAddress! + end)
            isAtEnd = true
            return
        }
        let read = UnsafeBufferPointer(rebasing: piece.assumingMemoryBound(to: UInt8.self)[..<count])
        end += decoder.decode(read, to: bytes.baseAddress! + end)
    }
}
