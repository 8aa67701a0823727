import Correspondence
import Foundation
import Testing
import Typesetting

@Suite struct GalleryTests {
    @Test(arguments: Gallery.files.map(\.name))
    func `Every file is sound PostScript`(name: String) throws {
        let letters = try #require(Gallery.files.first { $0.name == name }).letters
        let (bytes, printed) = try Samples.print(letters)
        if let folder = ProcessInfo.processInfo.environment["PUBLIPOST_GALLERY"] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).ps"))
            try Data(try Samples.plain(letters).bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).txt"))
        }
        #expect(printed.allSatisfy { $0.leftOut == nil })
        let pages = printed.map(\.pages).reduce(0, +)
        let counted = try Tool.pageCount(bytes)
        #expect(counted.output == "\(pages)\n")
        #expect(counted.errors == "")
        #expect(counted.status == 0)
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) { #expect(line.count <= 255) }
    }
}
