import Correspondence
import Foundation
import Testing

@testable import Typesetting

@Suite struct PageTests {
    private func pixels(_ bytes: [UInt8], page: Int = 1) throws -> String {
        try Tool.run(
            [
                "sh", "-c",
                "gs -q -dSAFER -dBATCH -dNOPAUSE -r50 -sSUBSTFONT= -sDEVICE=pgmraw -dFirstPage=\(page) -dLastPage=\(page) "
                    + "-sOutputFile=FILE.pgm FILE && cksum < FILE.pgm",
            ], on: bytes
        ).output
    }

    @Test func `A letter picked out of a run prints as it was`() throws {
        let letters = [
            Samples.letter(), Samples.letter(name: "Madame Nguyễn Řehoř", body: Gallery.everything, code: "B2"),
            Samples.letter(body: Gallery.invoice(rows: 40), code: "C3"),
        ]
        let (bytes, printed) = try Samples.print(letters)
        let pages = printed.map(\.pages).reduce(0, +)
        for page in 2...pages {
            let picked = try Tool.run(
                ["sh", "-c", "psselect -q -p\(page) FILE FILE.out && base64 -w0 FILE.out"], on: bytes)
            let data = try #require(Data(base64Encoded: picked.output))
            #expect(try pixels(Array(data)) == pixels(bytes, page: page), "page \(page)")
        }
    }

    @Test func `Page labels carry the piece code and the page of the letter`() throws {
        let (bytes, _) = try Samples.print([
            Samples.letter(), Samples.letter(body: Gallery.invoice(rows: 50), code: "B2(%) 1"),
        ])
        let labels = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("%%Page:") }
        #expect(labels == ["%%Page: A7F3-1/1 1", "%%Page: B21-1/3 2", "%%Page: B21-2/3 3", "%%Page: B21-3/3 4"])
    }

    @Test func `Page numbers stand on letters of several pages only`() throws {
        let one = try Tool.words(Samples.print([Samples.letter()]).bytes)
        let three = try Tool.words(Samples.print([Samples.letter(body: Gallery.invoice(rows: 50))]).bytes)
        #expect(!one.contains("1/1"))
        #expect(three.contains("1/3") && three.contains("2/3") && three.contains("3/3"))
    }

    @Test func `A table's head is repeated on each page`() throws {
        let words = try Tool.words(Samples.print([Samples.letter(body: Gallery.invoice(rows: 50))]).bytes)
        #expect(words.components(separatedBy: "Désignation").count - 1 == 3)
        #expect(words.contains("1 234,50 €") || words.contains("1\u{202F}234,50 €"), "\(words)")
    }

    @Test(arguments: [
        // There is room: the text column takes what is left.
        ([50.0, 100, 60], [50.0, 190, 60]),
        // There is too little: the text gives way, the amounts and their heads do not.
        ([50, 230, 60], [50, 190, 60]),
        // The text would get too little: all give way, in proportion.
        ([50, 230, 200], [50, 137.6, 112.4]),
    ])
    func `A table's width goes to its columns`(natural: [Double], expected: [Double]) {
        let shares = Layout.shares(of: 300, natural: natural, least: [50, 40, 20], growing: 1)
        #expect(zip(shares, expected).allSatisfy { abs($0 - $1) < 1 }, "\(shares)")
        #expect(abs(shares.reduce(0, +) - 300) < 0.001)
    }

    @Test func `No paragraph leaves a line alone on a page`() throws {
        for extra in 0..<12 {
            let filler = (0..<26 + extra).map { Samples.paragraph("Ligne \($0)", classes: ["tight"]) }
            let body = filler + [Samples.paragraph(Samples.lorem)]
            let words = try Tool.words(Samples.print([Samples.letter(body: body)]).bytes)
            let pages = words.split(separator: "\u{0C}", omittingEmptySubsequences: true)
            for page in pages {
                let lines = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                let ours = lines.filter { line in
                    Samples.lorem.contains(line.hasSuffix("-") ? String(line.dropLast()) : line) && line.count > 8
                }
                #expect(ours.count != 1, "\(extra): \(ours)")
            }
        }
    }

    @Test func `Duplex, tray and copies are wishes that a printer may refuse`() throws {
        let options = PressOptions(
            title: "Été (1)", forWhom: "Camping", date: "2026-11-24", duplex: true, tray: "2", copies: 3)
        let (bytes, printed) = try Samples.print([Samples.letter(), Samples.letter(code: "B2")], options: options)
        let text = String(decoding: bytes, as: UTF8.self)
        for line in [
            "%%Title: (\\303\\211t\\303\\251 \\(1\\))", "%%CreationDate: (2026-11-24)",
            "%%Requirements: collate duplex numcopies(3)",
            "[{\n%%BeginFeature: *Duplex DuplexNoTumble\n<</Duplex true/Tumble false>> setpagedevice\n%%EndFeature\n} stopped cleartomark",
            "%%BeginFeature: *InputSlot Tray2\n<</MediaPosition 2>> setpagedevice", "<</NumCopies 3>> setpagedevice",
        ] { #expect(text.contains(line + "\n"), "\(line)") }
        // Each letter begins on a front.
        #expect(printed.map(\.firstPage) == [1, 3])
        #expect(text.contains("%%Pages: 3\n"))
        #expect(try Tool.pageCount(bytes).errors == "")
    }

    @Test func `Comments have the order of DSC 3.0 and resources are listed and supplied`() throws {
        let (bytes, _) = try Samples.print([Samples.letter(body: Gallery.everything)])
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "%!PS-Adobe-3.0")
        let keys = lines.prefix { $0 != "%%EndComments" }.dropFirst().compactMap { $0.split(separator: ":").first }
        #expect(
            keys.filter { !$0.hasPrefix("%%+") } == [
                "%%Title", "%%Creator", "%%Pages", "%%PageOrder", "%%Orientation", "%%LanguageLevel", "%%DocumentData",
                "%%BoundingBox", "%%DocumentMedia", "%%DocumentSuppliedResources", "%%ProofMode",
            ])
        let listed = lines.filter { $0.hasPrefix("%%+ ") || $0.hasPrefix("%%DocumentSuppliedResources: ") }
            .map { $0.drop { $0 != " " }.dropFirst() }
        let supplied = lines.filter { $0.hasPrefix("%%BeginResource: ") }.map {
            $0.dropFirst("%%BeginResource: ".count)
        }
        #expect(Set(listed) == Set(supplied))
        let begins = lines.count { $0.hasPrefix("%%BeginResource") }
        #expect(begins == lines.count { $0.hasPrefix("%%EndResource") })
        var ordinal = 0
        for line in lines where line.hasPrefix("%%Page:") {
            ordinal += 1
            #expect(line.hasSuffix(" \(ordinal)"))
        }
    }

    @Test func `One file has one kind of paper`() throws {
        let press = PostScriptPress(fonts: try FontBook(), sink: MemorySink())
        try press.put(Samples.letter())
        try press.put(Samples.letter(geometry: "din-b"))
        let problem = #expect(throws: Problem.self) { try press.put(Samples.letter(geometry: "dl")) }
        #expect(
            problem?.text(in: .english) == """
                geometry "dl": one file is printed on one kind of paper, and this one began with "nf".
                  -> Give all languages of the document the same geometry, or print them one by one.
                """)
        let unknown = #expect(throws: Problem.self) { try press.put(Samples.letter(geometry: "a3")) }
        #expect(
            unknown?.text(in: .english) == """
                geometry "a3": there is no geometry of this name.
                  -> Write one of: nf, din-a, din-b, sn, uk-c5, dl, c5, c6, c4, labels-3x8, labels-2x7
                """)
    }

    @Test func `Rehearsing writes nothing`() throws {
        let sink = MemorySink()
        let press = PostScriptPress(fonts: try FontBook(), sink: sink)
        let printed = try press.rehearse(Samples.letter(body: Gallery.invoice(rows: 50)))
        #expect(printed.pages == 3)
        #expect(try press.finish() == 0)
        #expect(sink.bytes.isEmpty)
    }

    @Test func `A character that no font has is reported with its client`() throws {
        let printed = try Samples.print([Samples.letter(name: "Madame \u{12031} Roux"), Samples.letter(code: "B")])
            .printed
        #expect(printed[0].warnings.map(\.code) == ["glyph_missing"])
        #expect(printed[0].warnings.first?.client == 4711)
        #expect(printed[1].warnings.isEmpty)
    }

    @Test(arguments: Geometry.names)
    func `There is a test sheet for every geometry`(name: String) throws {
        let sink = MemorySink()
        try TestSheet.print(geometry: name, language: .french, fonts: try FontBook(), options: PressOptions(), to: sink)
        #expect(try Tool.pageCount(sink.bytes).output == "1\n")
        if let folder = ProcessInfo.processInfo.environment["PUBLIPOST_GALLERY"] {
            try Data(sink.bytes).write(to: URL(fileURLWithPath: "\(folder)/test-\(name).ps"))
        }
    }
}
