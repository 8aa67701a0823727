import Correspondence
import Testing
import Typesetting

@Suite struct PostScriptPressTests {
    @Test func `Ghostscript counts the pages that the file says it has`() throws {
        let (bytes, printed) = try Samples.print((0..<3).map { Samples.letter(code: "A\($0)") })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("%%Pages: 3\n"))
        #expect(text.hasSuffix("%%Trailer\nend\n%%EOF\n"))
        #expect(printed.map(\.firstPage) == [1, 2, 3])
        let counted = try Tool.pageCount(bytes)
        #expect(counted.output == "3\n")
        #expect(counted.errors == "")
        #expect(counted.status == 0)
    }

    @Test(arguments: ["Dvořák", "Nguyễn", "Łódź", "cœur", "12 345,67 €", "Ωμέγα", "Яблоко", "Ÿŵ", "efficace", "ffi fl"])
    func `Words can be read back`(word: String) throws {
        let (bytes, printed) = try Samples.print([
            Samples.letter(body: [Samples.paragraph("Voici \(word) en toutes lettres.")])
        ])
        #expect(printed[0].warnings.isEmpty)
        let words = try Tool.words(bytes)
        #expect(words.contains("Voici \(word) en toutes lettres."), "\(words)")
    }

    @Test(arguments: ["(", ")", "\\", "%!PS", "%%EOF", "(showpage) \\) show", "<< >> [ ] { }", "%%Page: 1 1"])
    func `A value can change nothing in the file`(name: String) throws {
        let (bytes, _) = try Samples.print([Samples.letter(name: "Madame \(name) Roux")])
        #expect(try Tool.pageCount(bytes).output == "1\n")
        #expect(try Tool.words(bytes).contains("Madame \(name) Roux,"))
    }

    @Test func `Equal letters make equal bytes`() throws {
        let letters = (0..<5).map { Samples.letter(code: "B\($0)") }
        #expect(try Samples.print(letters).bytes == Samples.print(letters).bytes)
    }
}
