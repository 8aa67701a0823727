import Correspondence
import Testing

@testable import Typesetting

@Suite struct FontBookTests {
    @Test func `A family that is not installed is a problem with a remedy`() throws {
        let problem = #expect(throws: Problem.self) { try FontBook(family: "No Such Family") }
        #expect(
            problem?.text(in: .english) == """
                font "No Such Family": this font family is not installed.
                  -> Install it, or name another family in house.yml. List what is there with: fc-list : family
                """)
        let known = #expect(throws: Problem.self) { try FontBook(fallbacks: ["Roboto"]) }
        #expect(
            known?.text(in: .french) == """
                police « Roboto »\u{A0}: cette famille de polices n'est pas installée.
                  -> Installez-la avec : sudo apt-get install fonts-roboto-unhinted
                """)
    }

    @Test(arguments: ["Gentium Plus", "Liberation Serif", "DejaVu Serif", "Noto Serif", "EB Garamond 12"])
    func `Letters can be set in other families`(family: String) throws {
        guard let fonts = try? FontBook(family: family) else {
            print("\(family) is not installed")
            return
        }
        let sink = MemorySink()
        let press = PostScriptPress(fonts: fonts, sink: sink)
        try press.put(Samples.letter(name: "Madame Dvořák Nguyễn", body: Gallery.everything))
        try press.finish()
        let words = try Tool.words(sink.bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Madame Dvořák") && words.contains("Œ ř ễ ł Ω Я"))
        #expect(try Tool.pageCount(sink.bytes).errors == "")
        #expect(!press.fontFiles.isEmpty)
    }

    @Test func `Files that were needed are named for the manifest`() throws {
        let fonts = try FontBook()
        let press = PostScriptPress(fonts: fonts, sink: MemorySink())
        try press.put(Samples.letter())
        #expect(press.fontFiles.map(\.name) == ["GentiumPlus-Bold.ttf", "GentiumPlus-Regular.ttf"])
    }

    @Test func `A family without bold is reported with the first letter that wants it`() throws {
        let press = PostScriptPress(fonts: try FontBook(family: "DejaVu Math TeX Gyre"), sink: MemorySink())
        let body = [Samples.paragraph("Un mot")]
        let printed = try (0..<3).map { _ in try press.put(Samples.letter(body: body)) }
        #expect(printed.map { $0.warnings.map(\.code) } == [["font_style_missing"], [], []])
        #expect(printed[0].warnings.first?.client == 4711)
    }
}
