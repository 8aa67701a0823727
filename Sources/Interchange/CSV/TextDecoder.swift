/// Turns the bytes of a file into UTF-8, piece by piece, and loses none.
///
/// What does not decode comes out as bytes that are not UTF-8, so that the row that holds it is known as undecodable, and
/// ``TextEncoder`` can give the file's own bytes back: a byte that means nothing in Windows-1252 as itself, half a
/// surrogate pair as the three bytes that UTF-8 forbids for it, a last odd byte of UTF-16 behind 0xF8.
struct TextDecoder {
    private let encoding: TextEncoding
    private let upperHalf: [UInt16]
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        upperHalf = encoding.upperHalf
    }

    /// The bytes of UTF-8 that one byte of the file can become, at most, what was kept from the piece before included.
    static let growth = 3
    static let reserve = 8 + PlainBytes.overrun

    /// Decodes `bytes` to `output`, which has room for `growth` times as many bytes and the `reserve`.
    ///
    /// - Returns: How many bytes were written.
    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>) -> Int {
        switch encoding {
        case .utf8:
            output.update(from: bytes.baseAddress!, count: bytes.count)
            return bytes.count
        case .windows1252, .iso8859_15: return decodeSingleBytes(bytes, to: output)
        case .utf16LittleEndian, .utf16BigEndian: return decodeUTF16(bytes, to: output)
        }
    }

    /// Writes what waited for bytes that never came.
    mutating func finish(to output: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 0
        if let high = highSurrogate { count = Self.put(UInt32(high), to: output) }
        if let odd = oddByte {
            output[count] = 0xF8
            output[count + 1] = 0x80 | odd >> 4
            output[count + 2] = 0x80 | odd & 0x0F
            count += 3
        }
        highSurrogate = nil
        oddByte = nil
        return count
    }

    private func decodeSingleBytes(
        _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        upperHalf.withUnsafeBufferPointer { table in
            var count = 0
            for byte in bytes {
                let character = byte < 0x80 ? UInt16(byte) : table[Int(byte & 0x7F)]
                if byte < 0x80 || character == 0 {
                    output[count] = byte
                    count += 1
                } else {
                    count += Self.put(UInt32(character), to: output + count)
                }
            }
            return count
        }
    }

    private mutating func decodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let isLittleEndian = encoding == .utf16LittleEndian
        var count = 0
        for byte in bytes {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let unit = isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
            count += take(unit, to: output + count)
        }
        return count
    }

    private mutating func take(_ unit: UInt16, to output: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 0
        if let high = highSurrogate {
            highSurrogate = nil
            if unit & 0xFC00 == 0xDC00 {
                return Self.put(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: output)
            }
            count = Self.put(UInt32(high), to: output)
        }
        if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
            return count
        }
        return count + Self.put(UInt32(unit), to: output + count)
    }

    /// Writes a code point in UTF-8's way, surrogates too.
    private static func put(_ point: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(point >> shift & 0x3F) }
        switch point {
        case 0..<0x80:
            output[0] = UInt8(point)
            return 1
        case 0x80..<0x800:
            output[0] = 0xC0 | UInt8(point >> 6)
            output[1] = tail(0)
            return 2
        case 0x800..<0x10000:
            output[0] = 0xE0 | UInt8(point >> 12)
            output[1] = tail(6)
            output[2] = tail(0)
            return 3
        default:
            output[0] = 0xF0 | UInt8(point >> 18)
            output[1] = tail(12)
            output[2] = tail(6)
            output[3] = tail(0)
            return 4
        }
    }
}
