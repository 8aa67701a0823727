import Correspondence
import Foundation
import Testing

@testable import Typesetting

@Suite struct PictureTests {
    /// A folder with a picture by Ghostscript: red on the left, nothing on the right.
    private func folder(device: String, file: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publipost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let drawn = try Tool.run([
            "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=\(device)", "-g120x90",
            "-sOutputFile=\(folder.path)/\(file)",
            "-c", "1 0 0 setrgbcolor 0 0 60 90 rectfill showpage",
        ])
        #expect(drawn.status == 0)
        return folder
    }

    /// The colours of the first page in the middle of the picture's left and right half.
    private func colours(_ bytes: [UInt8]) throws -> [[UInt8]] {
        let drawn = try Tool.run(
            [
                "sh", "-c",
                "gs -q -dSAFER -dBATCH -dNOPAUSE -r72 -sDEVICE=ppmraw -sOutputFile=FILE.ppm FILE && base64 -w0 FILE.ppm",
            ], on: bytes)
        let data = Array(try #require(Data(base64Encoded: drawn.output)))
        let pixels = Array(data.suffix(595 * 842 * 3))
        // The picture is 40 mm wide, 30 mm high, in the header at 30, 14 mm.
        return [(40.0, 29.0), (60.0, 29.0)].map { x, y in
            let place = (Int(y * 72 / 25.4) * 595 + Int(x * 72 / 25.4)) * 3
            return Array(pixels[place..<place + 3])
        }
    }

    @Test(arguments: [
        ("png16m", "a.png"), ("pngalpha", "a.png"), ("png256", "a.png"), ("png16", "a.png"), ("jpeg", "a.jpg"),
        ("jpegcmyk", "a.jpg"), ("png48", "a.png"),
    ])
    func `Pictures of every kind are printed on white`(device: String, file: String) throws {
        let folder = try folder(device: device, file: file)
        defer { try? FileManager.default.removeItem(at: folder) }
        let image = Letter.Image(source: file, width: 40, height: 30)
        let letter = Samples.letter(body: [
            .group(Letter.Group(kind: .header, blocks: [.image(image)])), Samples.paragraph("Un"),
        ])
        let (bytes, _) = try Samples.print([letter, letter], options: PressOptions(imageFolder: folder.path))
        #expect(try Tool.pageCount(bytes).errors == "")
        let found = try colours(bytes)
        #expect(found[0][0] > 180 && found[0][1] < 70 && found[0][2] < 70, "\(found)")
        #expect(found[1].allSatisfy { $0 > 250 }, "\(found)")
        // Once per file, though two letters show it.
        #expect(String(decoding: bytes, as: UTF8.self).components(separatedBy: "%%BeginResource: form").count == 2)
    }

    @Test(arguments: ["pnggray", "pngmono"])
    func `Grey pictures stay grey`(device: String) throws {
        let folder = try folder(device: device, file: "a.png")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = try #require(fileBytes("\(folder.path)/a.png"))
        let picture = try #require(PNGReader(bytes).picture())
        #expect(picture.components == 1)
        #expect(picture.width == 120 && picture.height == 90)
    }

    /// A PNG file of these chunks, each with its checksum.
    private func png(_ chunks: [(String, [UInt8])]) -> [UInt8] {
        func big(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunks.flatMap { name, content in
                let named = Array(name.utf8) + content
                return big(UInt32(content.count)) + named + big(crc(named))
            }
    }

    /// The checksum of ISO/IEC 15948, annex D.
    private func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
    }

    private func head(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        [width, height].flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
            + [8, 0, 0, 0, 0]
    }

    @Test
    func `A picture that is too large, cut off or changed is damaged, one that unpacks to more than it shows is not`()
        throws
    {
        let rows = Deflate.zlib([UInt8](repeating: 0, count: 3 * 2))
        let whole = png([("IHDR", head(2, 2)), ("IDAT", rows), ("IEND", [])])
        let picture = try #require(PNGReader(whole).picture())
        #expect(picture.width == 2 && picture.height == 2 && picture.components == 1)
        let bomb = png([
            ("IHDR", head(2, 2)), ("IDAT", Deflate.zlib([UInt8](repeating: 0, count: 50_000_000))), ("IEND", []),
        ])
        #expect(bomb.count < 60_000)
        #expect(PNGReader(bomb).picture()?.data == picture.data)
        #expect(PNGReader(png([("IHDR", head(100_000, 100_000)), ("IDAT", rows), ("IEND", [])])).picture() == nil)
        #expect(PNGReader(png([("IHDR", head(2, 4)), ("IDAT", rows), ("IEND", [])])).picture() == nil)
        for length in 0..<whole.count - 12 { #expect(PNGReader(Array(whole[..<length])).picture() == nil) }
        var changed = whole
        changed[whole.count - 20] ^= 0xFF
        #expect(PNGReader(changed).picture() == nil)
    }

    @Test func `A JPEG picture that was cut off is damaged`() throws {
        let folder = try folder(device: "jpeg", file: "a.jpg")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = try #require(fileBytes("\(folder.path)/a.jpg"))
        #expect(JPEGHead(bytes).picture()?.width == 120)
        for length in stride(from: 2, to: bytes.count - 1, by: 7) {
            #expect(JPEGHead(Array(bytes[..<length])).picture() == nil)
        }
    }

    @Test func `A JPEG picture that a printer could not decode is damaged`() throws {
        let folder = try folder(device: "jpeg", file: "a.jpg")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = try #require(fileBytes("\(folder.path)/a.jpg"))
        // Each segment: its marker, and where it lies.
        var segments: [(marker: UInt8, range: Range<Int>)] = []
        var at = 2
        while bytes[at + 1] != 0xDA {
            let end = at + 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
            segments.append((bytes[at + 1], at..<end))
            at = end
        }
        // Without its scan, its quantisation or its Huffman tables.
        #expect(JPEGHead(Array(bytes[..<at]) + [0xFF, 0xD9]).picture() == nil)
        for marker: UInt8 in [0xDB, 0xC4] {
            let kept = segments.filter { $0.marker != marker }.flatMap { bytes[$0.range] }
            #expect(JPEGHead([0xFF, 0xD8] + kept + bytes[at...]).picture() == nil)
        }
        // Huge, and a scan of components that are not there.
        let frame = try #require(segments.first { $0.marker == 0xC0 })
        var huge = bytes
        huge.replaceSubrange(frame.range.lowerBound + 5..<frame.range.lowerBound + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(JPEGHead(huge).picture() == nil)
        var foreign = bytes
        foreign[at + 5] = 77
        #expect(JPEGHead(foreign).picture() == nil)
        #expect(JPEGHead(bytes).picture()?.height == 90)
    }

    @Test(arguments: [
        ("none.png", "this image cannot be read."), ("../x.png", "a template may only name images inside the folder"),
        ("broken.png", "this image is damaged."), ("text.png", "this image is neither PNG nor JPEG."),
    ])
    func `An image that cannot be printed is a problem`(source: String, sentence: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publipost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).write(
            to: folder.appendingPathComponent("broken.png"))
        try Data("text".utf8).write(to: folder.appendingPathComponent("text.png"))
        let problem = #expect(throws: Problem.self) {
            try Samples.print(
                [Samples.letter(body: [.image(Letter.Image(source: source))])],
                options: PressOptions(imageFolder: folder.path))
        }
        #expect(problem?.text(in: .english).contains(sentence) == true)
        #expect(problem?.remedy != nil)
    }
}
