/// Turns UTF-8 into the bytes of a file, the way back of ``TextDecoder``.
///
/// A character that the encoding lacks becomes `?`; bytes that are not UTF-8 go out as the bytes they came from.
struct TextEncoder {
    private let encoding: TextEncoding
    private let byteOfCharacter: [UInt32: UInt8]

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        var bytes: [UInt32: UInt8] = [:]
        if encoding.isSingleByte {
            for (offset, character) in encoding.upperHalf.enumerated() where character != 0 {
                bytes[UInt32(character)] = UInt8(0x80 + offset)
            }
        }
        byteOfCharacter = bytes
    }

    /// Appends `utf8` to `output` in the file's encoding.
    func encode(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard encoding != .utf8 else { return output.append(contentsOf: utf8) }
        var position = 0
        while position < utf8.count {
            let byte = utf8[position]
            if byte < 0x80 {
                put(UInt32(byte), to: &output)
                position += 1
            } else {
                position += encodeLong(utf8, at: position, to: &output)
            }
        }
    }

    /// Encodes what begins at `position`, which is no ASCII. Returns how many bytes of UTF-8 that took.
    private func encodeLong(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int, to output: inout [UInt8]) -> Int {
        func tail(_ offset: Int) -> UInt32? {
            guard position + offset < utf8.count, utf8[position + offset] & 0xC0 == 0x80 else { return nil }
            return UInt32(utf8[position + offset] & 0x3F)
        }
        let lead = UInt32(utf8[position])
        switch lead {
        case 0xC2...0xDF:
            guard let a = tail(1) else { break }
            put((lead & 0x1F) << 6 | a, to: &output)
            return 2
        case 0xE0...0xEF:
            guard let a = tail(1), let b = tail(2) else { break }
            put((lead & 0x0F) << 12 | a << 6 | b, to: &output)
            return 3
        case 0xF0...0xF4:
            guard let a = tail(1), let b = tail(2), let c = tail(3) else { break }
            put((lead & 0x07) << 18 | a << 12 | b << 6 | c, to: &output)
            return 4
        case 0xF8:
            guard !encoding.isSingleByte, let a = tail(1), let b = tail(2) else { break }
            output.append(UInt8(a << 4 | b & 0x0F))
            return 3
        default:
            break
        }
        output.append(UInt8(lead))
        return 1
    }

    private func put(_ point: UInt32, to output: inout [UInt8]) {
        switch encoding {
        case .utf8, .windows1252, .iso8859_15:
            output.append(point < 0x80 ? UInt8(point) : byteOfCharacter[point] ?? UInt8(ascii: "?"))
        case .utf16LittleEndian, .utf16BigEndian:
            guard point >= 0x10000 else { return putUnit(UInt16(point), to: &output) }
            let rest = point - 0x10000
            putUnit(0xD800 | UInt16(rest >> 10 & 0x3FF), to: &output)
            putUnit(0xDC00 | UInt16(rest & 0x3FF), to: &output)
        }
    }

    private func putUnit(_ unit: UInt16, to output: inout [UInt8]) {
        if encoding == .utf16LittleEndian {
            output.append(UInt8(unit & 0xFF))
            output.append(UInt8(unit >> 8))
        } else {
            output.append(UInt8(unit >> 8))
            output.append(UInt8(unit & 0xFF))
        }
    }
}
