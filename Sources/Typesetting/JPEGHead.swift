import CTurboJPEG

/// Reads what a JPEG file says about itself, and tries it; its data is printed as it is.
///
/// Source: ITU-T T.81, annex B.
struct JPEGHead {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Returns the picture, or nil where the file is damaged, absurdly large or not one that `DCTDecode` knows.
    func picture() -> Picture? {
        var at = 2
        var isAdobe = false
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            // APP14 of Adobe.
            if marker == 0xEE, length >= 12, Array(bytes[at + 4..<at + 9]) == Array("Adobe".utf8) { isAdobe = true }
            if marker >= 0xC0, marker <= 0xC2 { return frame(at: at + 4, isAdobe: isAdobe) }
            at += 2 + length
        }
        return nil
    }

    private func frame(at: Int, isAdobe: Bool) -> Picture? {
        guard at + 6 <= bytes.count, bytes[at] == 8 else { return nil }
        let height = Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
        let width = Int(bytes[at + 3]) << 8 | Int(bytes[at + 4])
        let components = Int(bytes[at + 5])
        guard width > 0, height > 0, width <= PNGReader.pixelLimit / height, [1, 3, 4].contains(components),
            isWhole(from: at), hasTables,
            isDecodable(width: width, height: height, components: components)
        else { return nil }
        return Picture(
            width: width, height: height, components: components, isJPEG: true, isInverted: isAdobe && components == 4,
            data: bytes)
    }

    /// Whether the tables that a scan is read by stand before the first: some readers have them by heart, printers do not.
    private var hasTables: Bool {
        var at = 2
        var seen: Set<UInt8> = []
        while at + 4 < bytes.count, bytes[at] == 0xFF, bytes[at + 1] != 0xDA {
            if bytes[at + 1] == 0xFF {
                at += 1
                continue
            }
            seen.insert(bytes[at + 1])
            at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
        }
        return seen.isSuperset(of: [0xC4, 0xDB])
    }

    /// Whether libjpeg can decode it: a printer stops at a picture that it cannot, and the whole job with it. What libjpeg
    /// only warns of, printers pass over too.
    private func isDecodable(width: Int, height: Int, components: Int) -> Bool {
        guard let decoder = tjInitDecompress() else { return false }
        defer { tjDestroy(decoder) }
        // All of the data is read; an eighth of the size is enough to see that it can be.
        let (columns, rows) = ((width + 7) / 8, (height + 7) / 8)
        let format = components == 1 ? TJPF_GRAY : components == 3 ? TJPF_RGB : TJPF_CMYK
        var pixels = [UInt8](repeating: 0, count: columns * rows * components)
        let outcome = tjDecompress2(
            decoder, bytes, UInt(bytes.count), &pixels, Int32(columns), 0, Int32(rows), Int32(format.rawValue),
            TJFLAG_LIMITSCANS)
        return outcome == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue)
    }

    /// Whether the picture's end is there: a printer stops at one that was cut off.
    private func isWhole(from start: Int) -> Bool {
        zip(bytes[start...], bytes[(start + 1)...]).contains { $0 == 0xFF && $1 == 0xD9 }
    }
}
