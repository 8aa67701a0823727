/// 32 bytes that stand for a text or a file: equal content, equal fingerprint; the content cannot be read back.
///
/// SHA-256 (FIPS 180-4) as GNU Nettle computes it.
package struct Fingerprint: Hashable, Sendable {
    /// 32 bytes.
    package var bytes: [UInt8]

    /// 64 digits, lower case.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Fingerprint {
    /// Returns the fingerprint of all of `bytes`.
    package init(of bytes: UnsafeRawBufferPointer) {
        let running = RunningFingerprint()
        running.take(bytes)
        self = running.finish()
    }

    package init(of text: String) {
        self = Array(text.utf8).withUnsafeBytes { Fingerprint(of: $0) }
    }
}
