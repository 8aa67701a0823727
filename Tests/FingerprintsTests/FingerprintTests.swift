import Fingerprints
import Testing

@Suite struct `A fingerprint` {
    /// FIPS 180-4 examples, published by NIST.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `has the published value`(text: String, expected: String) {
        #expect(Fingerprint(of: text).hex == expected)
    }

    @Test func `is the same in one piece and in many`() {
        let text = String(repeating: "camping ", count: 1000)
        let running = RunningFingerprint()
        for piece in Array(text.utf8).chunks(of: 37) {
            piece.withUnsafeBytes { running.take($0) }
        }
        #expect(running.finish() == Fingerprint(of: text))
    }

    /// RFC 4231, test case 2.
    @Test func `with a key has the published value`() {
        let keyed = Fingerprint(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        #expect(keyed.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}

extension Array {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
