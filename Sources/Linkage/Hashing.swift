/// Hashes that are the same in every process and on every machine, so that they may be kept in files.
enum Hashing {
    /// A 64-bit FNV-1a with a final mix (MurmurHash3's), read eight bytes at a time.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var value = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var place = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while place + 8 <= bytes.count {
            value = (value ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            value = (value &* 0x9E37_79B9_7F4A_7C15) ^ (value >> 29)
            place += 8
        }
        while place < bytes.count {
            value = (value ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
            place += 1
        }
        return mix(value)
    }

    @inline(__always)
    static func mix(_ number: UInt64) -> UInt64 {
        var value = number
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }

    @inline(__always)
    static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
        mix(a &* 0x9E37_79B9_7F4A_7C15 &+ b)
    }
}
