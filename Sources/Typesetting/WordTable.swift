/// Words shaped once, found again by their bytes and style.
///
/// There are two tables: one for the words of templates, kept, and one for the words of fields, emptied when it has grown.
final class WordTable {
    let words = Arena<Word>(capacity: 1024)
    let segments = Arena<Segment>(capacity: 1024)
    let bytes = ByteArena(capacity: 8192)
    let texts = ByteArena(capacity: 8192)
    let chances = Arena<BreakChance>(capacity: 256)
    private let slots = Arena<Int32>(capacity: 4096)
    private var mask = 4095

    init() {
        slots.resize(to: 4096, filling: -1)
    }

    /// Forgets every word. The memory stays.
    func empty() {
        words.cut(to: 0)
        segments.cut(to: 0)
        bytes.cut(to: 0)
        texts.cut(to: 0)
        chances.cut(to: 0)
        slots.cut(to: 0)
        slots.resize(to: mask + 1, filling: -1)
    }

    /// Returns the word of these bytes in a style, or nil.
    @inline(__always)
    func find(_ text: UnsafeBufferPointer<UInt8>, style: Int32, hash: UInt64) -> Int32? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let index = slots[slot]
            if index < 0 { return nil }
            let word = words[Int(index)]
            if word.style == style, Int(word.textCount) == text.count,
                WordTable.equal(texts.base + Int(word.firstTextByte), text.baseAddress.unsafelyUnwrapped, text.count)
            {
                return index
            }
            slot = (slot + 1) & mask
        }
    }

    /// Files a word whose segments were appended already.
    func add(_ word: Word, text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
        var word = word
        word.firstTextByte = Int32(texts.count)
        word.textCount = Int32(text.count)
        if word.segmentCount == 1 {
            let only = segments[Int(word.firstSegment)]
            if only.shift == 0, only.rise == 0 {
                (word.fount, word.firstByte, word.byteCount) = (only.fount, only.firstByte, only.count)
            }
        }
        if let start = text.baseAddress { texts.append(start, count: text.count) }
        words.append(word)
        if words.count * 2 > mask { rehash() } else { insert(Int32(words.count - 1), hash: hash) }
        return Int32(words.count - 1)
    }

    private func insert(_ index: Int32, hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = index
    }

    private func rehash() {
        mask = mask * 2 + 1
        slots.cut(to: 0)
        slots.resize(to: mask + 1, filling: -1)
        for index in 0..<words.count {
            insert(Int32(index), hash: WordTable.hash(text(of: words[index]), style: words[index].style))
        }
    }

    func text(of word: Word) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: texts.base + Int(word.firstTextByte), count: Int(word.textCount))
    }

    @inline(__always)
    private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for index in 0..<count where a[index] != b[index] { return false }
        return true
    }

    /// FNV-1a, with the style stirred in and the high bits folded down.
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>, style: Int32) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(UInt32(bitPattern: style)) &* 0x9E37_79B9_7F4A_7C15
        for byte in text {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash ^ (hash >> 29)
    }
}
