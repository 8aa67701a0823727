import Testing

@testable import Linkage

struct PhoneticsTests {
    /// Talisman's `soundex2`, and shared notes on French phonetics.
    @Test(arguments: [("Martin", "MRTN"), ("Rousseau", "RS"), ("Gauthier", "KTR"), ("Henry", "HNR"), ("Faure", "FR")])
    func `Soundex2 gives the published codes`(name: String, code: String) {
        #expect(Phonetics.french.code(of: name) == code)
    }

    /// Postel 1969.
    @Test(arguments: [
        ("Müller-Lüdenscheidt", "65752682"), ("Breschnew", "17863"), ("Meyer", "67"), ("Maier", "67"),
        ("Schmidt", "862"), ("Schmitt", "862"),
    ])
    func `the Cologne code gives the published codes`(name: String, code: String) {
        #expect(Phonetics.german.code(of: name) == code)
    }

    /// The National Archives' examples.
    @Test(arguments: [
        ("Robert", "R163"), ("Rupert", "R163"), ("Ashcraft", "A261"), ("Tymczak", "T522"), ("Pfister", "P236"),
        ("Honeyman", "H555"),
        ("Lee", "L000"),
    ])
    func `American Soundex gives the published codes`(name: String, code: String) {
        #expect(Phonetics.english.code(of: name) == code)
    }

    @Test(arguments: [
        ("Dijkstra", "Dykstra"), ("Visser", "Fisser"), ("Smidt", "Smit"), ("Bakker", "Backer"),
        ("Schouten", "Schauten"),
    ])
    func `Dutch spellings of one name have one code`(a: String, b: String) {
        #expect(Phonetics.dutch.code(of: a) == Phonetics.dutch.code(of: b))
    }

    @Test func `a name without Latin letters has no code`() {
        #expect(Phonetics.french.code(of: "12") == "")
    }
}
