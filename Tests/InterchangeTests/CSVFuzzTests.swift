import Correspondence
import Interchange
import Testing

/// What no input may do: crash the reader, stop it, or get lost in it.
@Suite struct CSVFuzzTests {
    /// Pieces that a CSV file is made of, and some that it should not hold.
    private static let parts: [[UInt8]] =
        ["a", "Lefèvre", ";", ";", ";", ",", "\t", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", " ", "€"].map {
            Array($0.utf8)
        }
        + [[0xE9], [0x80], [0xFF], [0], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80]]

    @Test(arguments: 0..<40)
    func `Every byte of a row is in what is delivered`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<50 {
            var bytes = Array("id;nom;ville\n".utf8)
            for _ in 0..<Int.random(in: 0...120, using: &random) { bytes += Self.parts.randomElement(using: &random)! }
            let pieceSize = Int.random(in: 1...40, using: &random)
            let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize)
            var delivered = Array(reader.original)
            var line = 0
            while try reader.next() {
                #expect(reader.lineNumber > line)
                line = reader.lineNumber
                delivered += reader.original
                #expect(reader.fault != nil || reader.cells.count == reader.header.count)
            }
            let encoding = reader.format.encoding
            #expect(marksLeftOut(encoding.bytes(fromUTF8: delivered)) == marksLeftOut(bytes))
        }
    }

    /// Blank rows are not delivered, nor are line ends: only what else there is is compared.
    private func marksLeftOut(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { ![0x3B, 0x0A, 0x0D, 0x20, 0x09].contains($0) }
    }

    @Test(arguments: 0..<40)
    func `Random bytes are read to their end, however they come`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(1000 + seed))
        let bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let expected = Result { try transcript(of: bytes) }
        for pieceSize in [1, 3, 17] {
            let pieces = Result { try transcript(of: bytes, pieceSize: pieceSize) }
            switch (expected, pieces) {
            case (.success(let a), .success(let b)): #expect(a == b)
            case (.failure(let a as Problem), .failure(let b as Problem)): #expect(a == b)
            default: Issue.record("one reading stopped, the other did not")
            }
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func `Any bytes survive the way to UTF-8 and back`(encoding: TextEncoding) {
        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(encoding.bytes(fromUTF8: encoding.utf8(from: bytes)) == bytes)
        }
    }

    @Test func `Nothing but quotes is read in bounded time`() throws {
        let odd = Array("id;nom\n".utf8) + [UInt8](repeating: 0x22, count: 200_001)
        let lines = Array("id;nom\n".utf8) + Array(String(repeating: "1;\"x\n", count: 20_000).utf8)
        let lonely = Array("id;nom\n".utf8) + Array(String(repeating: "\"\n", count: 20_001).utf8)
        for bytes in [odd, lines, lonely] {
            let reader = try CSVReader(bytes: bytes)
            while try reader.next() {}
            #expect(reader.rowCount > 0)
        }
    }
}
