import Correspondence
import Foundation
import Testing

@testable import Typesetting

/// Where ink lies, in millimetres from the sheet's top left.
struct Ink {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var word: String

    /// The words of the first page with their boxes, by ps2pdf and pdftotext.
    static func words(_ bytes: [UInt8]) throws -> [Ink] {
        let boxes = try Tool.run(
            ["sh", "-c", "ps2pdf -dSAFER FILE FILE.pdf && pdftotext -f 1 -l 1 -bbox FILE.pdf -"], on: bytes
        ).output
        return boxes.split(separator: "\n").compactMap { line in
            guard line.contains("<word") else { return nil }
            let parts = line.split(separator: "\"")
            let numbers = [1, 3, 5, 7].compactMap { Double(parts[$0]) }.map { $0 * 25.4 / 72 }
            guard numbers.count == 4 else { return nil }
            let word = line.split(separator: ">")[0 + 1].split(separator: "<")[0]
            return Ink(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3], word: String(word))
        }
    }
}

@Suite struct WindowTests {
    static let lines = [
        "MADAME ÉLODIE ŞÀŢŶÅQJ", "APPARTEMENT GQ 12", "RÉSIDENCE LES PINS", "4 RUE ÎLE DE L ESSAI", "LIEU DIT GÅJ",
        "35400 SAINT MALO",
    ]

    /// Ghostscript's boxes of the ink of a page on which nothing but the address stands.
    private func inkBox(_ letter: Letter) throws -> [Double] {
        var letter = letter
        (letter.subject, letter.placeAndDate, letter.referenceLine, letter.pieceCode, letter.body) = (
            .init(), "", "", "", []
        )
        let (bytes, _) = try Samples.print([letter])
        // The folding marks go: only the address is measured.
        let mark = Array("\nM0\n".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        let bare = Array(bytes[...place] + bytes[(place + mark.count)...])
        let run = try Tool.run(
            ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r600", "-sDEVICE=bbox", "FILE"], on: bare)
        let line = run.errors.split(separator: "\n").first { $0.hasPrefix("%%HiResBoundingBox") } ?? ""
        let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }.map { $0 * 25.4 / 72 }
        guard numbers.count == 4 else { return [] }
        return [numbers[0], 297 - numbers[3], numbers[2], 297 - numbers[1]]
    }

    @Test func `Six lines stand in the zone that all French windows share`() throws {
        let box = try inkBox(Samples.letter(address: Self.lines))
        try #require(box.count == 4)
        #expect(box[0] >= 110 && box[2] <= 195)
        #expect(box[1] >= 55 && box[3] <= 80, "\(box)")
    }

    @Test func `A seventh, foreign line grows upwards`() throws {
        let box = try inkBox(Samples.letter(address: Self.lines + ["BELGIQUE"]))
        try #require(box.count == 4)
        #expect(box[1] >= 50.7 && box[1] < 55 && box[3] <= 80, "\(box)")
    }

    @Test func `Eight lines are set smaller and reported`() throws {
        let letter = Samples.letter(address: Self.lines + ["NEUVIEME", "BELGIQUE"])
        let box = try inkBox(letter)
        try #require(box.count == 4)
        #expect(box[1] >= 50.7 && box[3] <= 80, "\(box)")
        let printed = try Samples.print([letter]).printed[0]
        #expect(printed.warnings.map(\.code) == ["address_set_smaller"])
        #expect(printed.warnings[0].client == 4711)
    }

    @Test func `A line too long is set smaller, printed and reported`() throws {
        let long = "MONSIEUR MAXIMILIEN DE LA TOUR DU PIN GOUVERNET DE CHAMBLY MONTMORENCY"
        let letter = Samples.letter(address: [long, "1 RUE HAUTE", "35400 SAINT MALO"])
        let box = try inkBox(letter)
        try #require(box.count == 4)
        #expect(box[2] <= 195)
        #expect(try Samples.print([letter]).printed[0].warnings.map(\.code) == ["line_set_smaller"])
        #expect(try Tool.words(Samples.print([letter]).bytes).contains(long))
    }

    @Test func `A word too wide even in the smallest type runs into the margin, and is reported`() throws {
        let word = String(repeating: "Donaudampfschifffahrt", count: 12)
        let printed = try Samples.print([
            Samples.letter(body: [Samples.paragraph(word, classes: ["right"])]), Samples.letter(),
        ]).printed
        #expect(printed.map { $0.warnings.map(\.code) } == [["line_too_wide"], []])
        #expect(printed[0].warnings.first?.client == 4711)
        #expect(printed[0].leftOut == nil && printed[0].pages == 1)
    }

    @Test func `Only a block that would leave the window leaves its letter out`() throws {
        let printed = try Samples.print([
            Samples.letter(address: (0..<10).map { "LIGNE \($0)" }),
            Samples.letter(address: [String(repeating: "TRES LONG NOM ", count: 12)]), Samples.letter(),
        ]).printed
        #expect(printed.map { $0.leftOut?.code } == ["address_overflow", "address_overflow", nil])
        #expect(printed.map(\.pages) == [0, 0, 1])
        #expect(printed[2].firstPage == 1)
        #expect(printed[0].leftOut?.client == 4711)
    }

    @Test(arguments: ["nf", "din-a", "din-b", "sn", "uk-c5"])
    func `Nothing but the address stands in the window`(name: String) throws {
        let geometry = try Geometry.named(name)
        let letter = Samples.letter(geometry: name, body: Gallery.everything, address: Gallery.foreignAddress)
        let words = try Ink.words(Samples.print([letter]).bytes)
        let address = Gallery.foreignAddress.flatMap { $0.split(separator: " ").map(String.init) }
        let window = geometry.window
        let inside = words.filter {
            $0.bottom > window.y && $0.top < window.y + window.height && $0.right > window.x
                && $0.left < window.x + window.width
        }
        #expect(inside.count >= address.count - 1)
        for ink in inside { #expect(address.contains(ink.word), "\(ink)") }
    }
}
