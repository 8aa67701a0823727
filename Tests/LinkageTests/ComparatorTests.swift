import Testing

@testable import Linkage

struct ComparatorTests {
    @Test(arguments: [("martha", "marhta", 0.961), ("dixon", "dicksonx", 0.813), ("dwayne", "duane", 0.840)])
    func `Jaro-Winkler gives the published values`(a: String, b: String, expected: Double) {
        #expect(abs(JaroWinkler.similarity(a, b) - expected) < 0.001)
    }
}
