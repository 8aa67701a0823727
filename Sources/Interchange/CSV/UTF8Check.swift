/// Whether bytes are well-formed UTF-8, by table 3-7 of the Unicode Standard.
func isWellFormedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    let count = bytes.count
    func isTail(_ offset: Int) -> Bool { position + offset < count && bytes[position + offset] & 0xC0 == 0x80 }
    while position < count {
        let lead = bytes[position]
        if lead < 0x80 {
            position += 1
            continue
        }
        let second = position + 1 < count ? bytes[position + 1] : 0
        switch lead {
        case 0xC2...0xDF:
            guard isTail(1) else { return false }
            position += 2
        case 0xE0...0xEF:
            guard isTail(1), isTail(2), lead != 0xE0 || second >= 0xA0, lead != 0xED || second < 0xA0 else {
                return false
            }
            position += 3
        case 0xF0...0xF4:
            guard isTail(1), isTail(2), isTail(3), lead != 0xF0 || second >= 0x90, lead != 0xF4 || second < 0x90
            else { return false }
            position += 4
        default:
            return false
        }
    }
    return true
}
