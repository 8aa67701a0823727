import Foundation
import Testing

/// What a template can do to harm: each ends in a sentence that names the place and the remedy, and leaves nothing.
@Suite struct `A bad template` {
    static let cases: [(name: String, page: String, says: String)] = [
        (
            "an unclosed section", page("<p>{{#Nom}}oui</p>"),
            "the section"
        ),
        ("an unknown filter", page("<p>{{Nom | uper}}</p>"), "there is no filter \"uper\"."),
        ("a missing image", page("<img src=\"images/none.png\" alt=\"\"/>"), "images/none.png"),
        ("a part that includes itself", page("{{> loop}}"), "loop"),
        ("a part that is missing", page("{{> nothing}}"), "nothing"),
        ("an unknown field", page("<p>{{Nmo}}</p>"), "there is no field \"Nmo\"."),
        ("billion laughs", laughs, "DOCTYPE"),
        ("an external entity", entity, "DOCTYPE"),
        ("an entity without a DOCTYPE", page("<p>&secret;</p>"), "secret"),
    ]

    static func page(_ body: String) -> String {
        "<html lang=\"fr\">\n<head><title>T</title></head>\n<body>\n\(body)\n</body>\n</html>\n"
    }

    static let laughs: String = {
        let entities = (1...9).map { number in
            let ten = String(repeating: "&l\(number - 1);", count: 10)
            return "<!ENTITY l\(number) \"\(ten)\">"
        }
        return "<!DOCTYPE html [<!ENTITY l0 \"ha\">\(entities.joined())]>\n" + page("<p>&l9;</p>")
    }()

    static let entity =
        "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n" + page("<p>&secret;</p>")

    @Test(arguments: cases)
    func `ends in a sentence and leaves nothing`(name: String, page: String, says: String) throws {
        let office = try Office(templates: false)
        try office.write(page, to: "bad.xhtml")
        try office.write(Self.page("{{> loop}}"), to: "parts/loop.xhtml")
        try office.write("Nom;Ville\nDurand;Annecy\n", to: "list.csv")
        let answer = try office.publipost("merge", "bad.xhtml", "list.csv", "-o", "out.ps")
        #expect(answer.status == 1, "\(name): \(answer.error)")
        #expect(answer.error.contains(says), "\(name): \(answer.error)")
        #expect(answer.error.contains("\n  -> "), "\(name): \(answer.error)")
        #expect(answer.error.contains(".xhtml:"), "\(name): \(answer.error)")
        #expect(!answer.error.contains("root:"), "\(name)")
        #expect(office.names(in: "") == ["bad.xhtml", "list.csv", "parts"])
    }

    @Test func `with a line of ten million signs is refused or set, in bounded time, and a long one is not repeated`()
        throws
    {
        let office = try Office(templates: false)
        let long = String(repeating: "a", count: 10_000_000)
        try office.write(Self.page("<p>\(long) {{Nmo}}</p>"), to: "bad.xhtml")
        try office.write("Nom;Ville\nDurand;Annecy\n", to: "list.csv")
        let answer = try office.publipost("merge", "bad.xhtml", "list.csv", "-o", "out.ps")
        #expect(answer.status == 1)
        #expect(answer.error.utf8.count < 10_000)
        #expect(answer.error.contains("\n  -> "))
        #expect(office.names(in: "") == ["bad.xhtml", "list.csv"])
    }
}
