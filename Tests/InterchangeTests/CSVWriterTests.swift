import Correspondence
import Interchange
import Testing

@Suite struct CSVWriterTests {
    @Test func `Only cells that need quotes have them`() throws {
        let rows = [
            ["id", "nom"], ["1", "Durand, Paul"], ["2", "dit \"Le Grand\""], ["3", "deux\nlignes"], ["4", "a;b"],
            ["", ""],
        ]
        #expect(
            String(decoding: try written(rows), as: UTF8.self) == """
                id,nom
                1,"Durand, Paul"
                2,"dit ""Le Grand\"""
                3,"deux
                lignes"
                4,a;b
                "",

                """)
    }

    @Test func `Bytes and whole numbers are cells too`() throws {
        let sink = MemorySink()
        let writer = CSVWriter(to: sink, format: CSVFormat(separator: .semicolon, lineEnding: .crlf))
        for number in [0, 7, -45, Int.max, Int.min] {
            Array("n;\(number)".utf8).withUnsafeBufferPointer { writer.cell($0) }
            writer.cell(number)
            try writer.endRow()
        }
        try writer.finish()
        #expect(
            String(decoding: sink.bytes, as: UTF8.self)
                == "\"n;0\";0\r\n\"n;7\";7\r\n\"n;-45\";-45\r\n\"n;\(Int.max)\";\(Int.max)\r\n\"n;\(Int.min)\";\(Int.min)\r\n"
        )
    }

    @Test func `A character that the encoding lacks becomes a question mark`() throws {
        let latin = try written([["Dvořák", "12 €"]], in: CSVFormat(encoding: .iso8859_15))
        #expect(latin == Array("Dvo?".utf8) + [0xE1] + Array("k,12 ".utf8) + [0xA4, 0x0A])
        let windows = try written([["Œ", "€"]], in: CSVFormat(encoding: .windows1252))
        #expect(windows == [0x8C, 0x2C, 0x80, 0x0A])
    }

    @Test func `What is written reads back the same`() throws {
        var random = SeededRandom(seed: 7)
        let parts = ["a", "é", "\"", ";", ",", "\t", "\n", "\r\n", "\r", " ", "", "\"\"", "𝄞", "Œ"]
        for _ in 0..<300 {
            let width = Int.random(in: 2...5, using: &random)
            let header = (0..<width).map { "col\($0)" }
            let rows = (0..<4).map { _ in
                (0..<width).map { _ in (0..<3).map { _ in parts.randomElement(using: &random)! }.joined() }
            }
            let separator = CSVFormat.Separator.allCases.randomElement(using: &random)!
            let encoding = [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian].randomElement(using: &random)!
            let format = CSVFormat(encoding: encoding, hasByteOrderMark: true, separator: separator)
            let bytes = try written([header] + rows, in: format)
            let reader = try CSVReader(bytes: bytes, pieceSize: Int.random(in: 1...50, using: &random))
            var read: [[String]] = []
            while try reader.next() { read.append(reader.strings()) }
            #expect(read == rows)
        }
    }
}

/// The same numbers for the same seed (G. Steele et al., SplitMix64, 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
