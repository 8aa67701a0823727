private import CNettle

/// A fingerprint in the making, for what passes by in pieces.
package final class RunningFingerprint {
    private var context = sha256_ctx()

    package init() {
        nettle_sha256_init(&context)
    }

    package func take(_ bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(&context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    /// Returns the fingerprint of everything taken, and begins anew.
    package func finish() -> Fingerprint {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        return Fingerprint(bytes: digest)
    }
}
