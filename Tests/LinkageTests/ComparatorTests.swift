import Testing

@testable import Linkage

struct ComparatorTests {
    /// Winkler 1990, table of examples; as in the US Census Bureau's strcmp95.
    @Test(arguments: [
        ("martha", "marhta", 0.961), ("dixon", "dicksonx", 0.813), ("dwayne", "duane", 0.840),
        ("jones", "johnson", 0.832),
        ("abcvwxyz", "cabvwxyz", 0.958),
    ])
    func `Jaro-Winkler gives the published values`(a: String, b: String, expected: Double) {
        #expect(abs(JaroWinkler.similarity(a, b) - expected) < 0.001)
        #expect(JaroWinkler.similarity(a, b) == JaroWinkler.similarity(b, a))
    }

    @Test func `two empty names are equal, an empty and a full one have nothing in common`() {
        #expect(JaroWinkler.similarity("", "") == 1)
        #expect(JaroWinkler.similarity("", "a") == 0)
    }

    /// Levenshtein's and Damerau's examples: an exchange of neighbours is one step.
    @Test(arguments: [
        ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("ca", "ac", 1), ("martin", "matrin", 1), ("", "abc", 3),
        ("dupont", "dupont", 0),
        ("ca", "abc", 3),
    ])
    func `edit distance counts slips`(a: String, b: String, expected: Int) {
        #expect(EditDistance.distance(a, b) == expected)
        #expect(EditDistance.distance(b, a) == expected)
    }

    @Test func `the bit-parallel distance equals the table on random words`() {
        var state: UInt64 = 7
        func next(_ count: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % count)
        }
        func word() -> String { String((0..<next(12)).map { _ in ["a", "b", "c", "d"][next(4)] }.joined()) }
        for _ in 0..<500 {
            let (a, b) = (word(), word())
            #expect(EditDistance.distance(a, b) == Self.slow(Array(a.utf8), Array(b.utf8)))
        }
    }

    private static func slow(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var table = (0...a.count).map { i in (0...b.count).map { i == 0 ? $0 : $0 == 0 ? i : 0 } }
        for i in stride(from: 1, through: a.count, by: 1) {
            for j in stride(from: 1, through: b.count, by: 1) {
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[a.count][b.count]
    }
}
