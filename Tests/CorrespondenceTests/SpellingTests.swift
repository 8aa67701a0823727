import Correspondence
import Testing

@Suite struct SpellingTests {
    @Test(arguments: [
        ("givn_name", "given_name"), ("twon", "town"), ("TOWN", "town"), ("eacuté", "eacute"), ("zzzz", nil), ("", nil),
        ("eAcute", "eacute"),
    ])
    func `the nearest name is found, and none where none is near`(word: String, expected: String?) {
        #expect(Spelling.nearest(to: word, among: ["town", "given_name", "Eacute", "eacute"]) == expected)
    }
}
