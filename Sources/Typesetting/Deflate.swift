import CZlib

/// Compresses what PostScript's `FlateDecode` undoes: zlib streams (RFC 1950).
enum Deflate {
    /// Returns a zlib stream of `data`, as small as zlib makes it. The same data give the same bytes.
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var count = compressBound(uLong(data.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        // With room for the worst case and memory to work in, zlib has no way to refuse.
        let answer = compress2(&packed, &count, data, uLong(data.count), Z_BEST_COMPRESSION)
        precondition(answer == Z_OK, "zlib could not compress: no memory")
        packed.removeLast(packed.count - Int(count))
        return packed
    }
}
