private import CNettle

extension Fingerprint {
    /// Returns a fingerprint that only the holder of `key` can make, so that nobody can try out names against a list of them.
    ///
    /// HMAC-SHA-256, RFC 2104.
    package init(of message: [UInt8], key: [UInt8]) {
        var context = hmac_sha256_ctx()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_hmac_sha256_set_key(&context, key.count, key)
        nettle_hmac_sha256_update(&context, message.count, message)
        nettle_hmac_sha256_digest(&context, digest.count, &digest)
        self.init(bytes: digest)
    }
}
