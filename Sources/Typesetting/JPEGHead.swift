/// Reads what a JPEG file says about itself; its data is printed as it is.
///
/// Source: ITU-T T.81, annex B.
struct JPEGHead {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Returns the picture, or nil where the file is damaged or not one that `DCTDecode` knows.
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
        guard width > 0, height > 0, [1, 3, 4].contains(components), isWhole(from: at) else { return nil }
        return Picture(
            width: width, height: height, components: components, isJPEG: true, isInverted: isAdobe && components == 4,
            data: bytes)
    }

    /// Whether the picture's end is there: a printer stops at one that was cut off.
    private func isWhole(from start: Int) -> Bool {
        zip(bytes[start...], bytes[(start + 1)...]).contains { $0 == 0xFF && $1 == 0xD9 }
    }
}
