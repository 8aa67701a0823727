import Correspondence
import Interchange
import Testing

@Suite struct TextEncodingTests {
    /// Latin letters, œ and € in a place that tells ISO-8859-15 from Windows-1252, and quotes around a line break.
    static let table = [
        ["référence", "nom", "ville", "remarque"],
        ["1", "Lefèvre-Œuvrard", "Saint-Malo", "bœuf à 12 €"],
        ["2", "Müller; Söhne, \"Gastro\"", "Köln\tam Rhein", ""],
        ["3", "", "Dinan", "deux\nlignes"],
        ["4", "Núñez", "", "cœur"],
    ]

    @Test(arguments: TextEncoding.allCases, [true, false])
    func `The same table reads the same in every encoding, separator, line ending and piece size`(
        encoding: TextEncoding, isMarked: Bool
    ) throws {
        for separator in CSVFormat.Separator.allCases {
            for lineEnding in CSVFormat.LineEnding.allCases {
                let format = CSVFormat(
                    encoding: encoding, hasByteOrderMark: isMarked && !encoding.byteOrderMark.isEmpty,
                    separator: separator, lineEnding: lineEnding)
                let bytes = try written(Self.table, in: format)
                for pieceSize in [1, 2, 3, 7, 64, 100_000] {
                    for tail in [0, lineEnding.rawValue.utf8.count] {
                        let shorter = Array(bytes.dropLast(tail * (encoding.rawValue.hasPrefix("UTF-16") ? 2 : 1)))
                        #expect(try read(shorter, pieceSize, expecting: format) == Self.table)
                    }
                }
            }
        }
    }

    private func read(_ bytes: [UInt8], _ pieceSize: Int, expecting format: CSVFormat) throws -> [[String]] {
        let reader = try CSVReader(bytes: bytes, pieceSize: pieceSize)
        #expect(reader.format == format)
        var rows = [reader.header]
        while try reader.next() {
            #expect(reader.fault == nil)
            rows.append(reader.strings())
        }
        return rows
    }

    @Test(arguments: [
        (1, 0, TextEncoding.utf8), (1, 1, .utf8), (1, 4, .utf8), (3, 5, .utf8), (0, 1, .windows1252),
        (1, 5, .windows1252),
        (0, 0, .utf8),
    ])
    func `Sequences of UTF-8 count more than accents of one byte`(sound: Int, broken: Int, expected: TextEncoding)
        throws
    {
        var bytes = Array("nom;ville\n".utf8)
        for _ in 0..<sound { bytes += Array("Noël;Dinan\n".utf8) }
        for _ in 0..<broken { bytes += Array("Ren".utf8) + [0xE9] + Array("e;Dinan\n".utf8) }
        #expect(try CSVReader(bytes: bytes).format.encoding == expected)
    }

    @Test func `Windows punctuation means Windows-1252`() throws {
        let bytes: [UInt8] = Array("nom;rue\nL".utf8) + [0x92] + Array("Hermitage;r".utf8) + [0xE9] + Array("e\n".utf8)
        let reader = try CSVReader(bytes: bytes)
        #expect(reader.format.encoding == .windows1252)
        #expect(try reader.next())
        #expect(reader.strings() == ["L’Hermitage", "rée"])
    }

    @Test func `A byte without meaning in Windows-1252 makes a bad row`() throws {
        let bytes: [UInt8] = Array("nom;rue\nL".utf8) + [0x81] + Array("a;r".utf8) + [0xE9, 0x92] + Array("e\n".utf8)
        let reader = try CSVReader(bytes: bytes)
        #expect(try reader.next())
        #expect(reader.fault == .undecodable(.windows1252))
    }

    @Test func `An accent late in a large file still decides`() throws {
        var bytes = Array("id;nom\n".utf8)
        for number in 0..<60_000 { bytes += Array("\(number);Durand\n".utf8) }
        bytes += Array("60000;Lef".utf8) + [0xE8] + Array("vre\n".utf8)
        let reader = try CSVReader(bytes: bytes)
        #expect(reader.format.encoding == .windows1252)
    }
}

/// The bytes of a CSV file.
func written(_ rows: [[String]], in format: CSVFormat = CSVFormat()) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = CSVWriter(to: sink, format: format)
    for row in rows { try writer.row(row) }
    try writer.finish()
    return sink.bytes
}
