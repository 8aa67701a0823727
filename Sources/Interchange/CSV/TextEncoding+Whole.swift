extension TextEncoding {
    /// Returns `bytes` of this encoding as UTF-8, a byte order mark included.
    ///
    /// What does not decode comes out as bytes that are not UTF-8, and ``bytes(fromUTF8:)`` gives it back as it was.
    package func utf8(from bytes: [UInt8]) -> [UInt8] {
        var decoder = TextDecoder(self)
        return [UInt8](unsafeUninitializedCapacity: TextDecoder.growth * bytes.count + TextDecoder.reserve) {
            output, count in
            guard let base = output.baseAddress else { return }
            bytes.withUnsafeBufferPointer { if !$0.isEmpty { count = decoder.decode($0, to: base) } }
            count += decoder.finish(to: base + count)
        }
    }

    /// Returns UTF-8 as bytes of this encoding; a character that it lacks becomes `?`.
    package func bytes(fromUTF8 utf8: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        utf8.withUnsafeBufferPointer { TextEncoder(self).encode($0, to: &bytes) }
        return bytes
    }
}
