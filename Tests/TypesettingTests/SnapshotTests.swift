import Correspondence
import Foundation
import Testing

@testable import Typesetting

/// Whole outputs, kept beside the tests. After a change that is meant, `PUBLIPOST_SNAPSHOTS=write swift test` writes them anew.
@Suite struct SnapshotTests {
    private func compare(_ bytes: [UInt8], with name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Snapshots/\(name)")
        if ProcessInfo.processInfo.environment["PUBLIPOST_SNAPSHOTS"] == "write" { try Data(bytes).write(to: file) }
        let kept = try Data(contentsOf: file)
        #expect(Data(bytes) == kept, "\(name) differs")
    }

    /// Everything but the font programs, which belong to the installed fonts.
    private func withoutFonts(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var isFont = false
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if line.starts(with: Array("%%BeginResource: font".utf8)) { isFont = true }
            if !isFont { kept += line + [10] }
            if line.starts(with: Array("%%EndResource".utf8)) { isFont = false }
        }
        return Array(kept.dropLast())
    }

    @Test func `A letter as PostScript`() throws {
        let letter = Samples.letter(body: Gallery.everything)
        let options = PressOptions(
            title: "documentation", forWhom: "Camping des Pins", date: "2026-11-24", tray: "letterhead")
        try compare(withoutFonts(Samples.print([letter, letter], options: options).bytes), with: "letter.ps")
    }

    @Test(arguments: [("nf", "letter.txt"), ("din-b", "letter-din-b.txt")])
    func `A letter as plain text`(geometry: String, name: String) throws {
        let letter = Samples.letter(geometry: geometry, body: Gallery.everything, address: Gallery.foreignAddress)
        try compare(Samples.plain([letter]).bytes, with: name)
    }

    @Test func `An invoice as plain text`() throws {
        try compare(Samples.plain([Samples.letter(body: Gallery.invoice(rows: 40))]).bytes, with: "invoice.txt")
    }
}
