/// How a letter is set between two others, learned from shaped words, so that a new word made of known neighbourhoods needs
/// no shaping: names are new all the time, their letters are not.
///
/// Only words in which each character became one glyph of the house's face, set in its place, are learned from; a ligature
/// therefore is never taken apart. Kerning looks at one neighbour, and a neighbourhood that was met with two outcomes (a font
/// whose rules look further) is not used again.
final class TrigramTable {
    /// The code that stands for the middle letter, and its width in the face's units.
    struct Outcome {
        var page: Int32
        var advance: Int32
        var byte: UInt8
        var isUsable: Bool
    }

    private struct Entry {
        var first: UInt64
        var second: UInt64
        var outcome: Outcome
    }

    private static let limit = 1 << 15
    private let entries = Arena<Entry>(capacity: 1 << 10)
    private let slots = Arena<Int32>(capacity: 1 << 16)
    private static let mask = (1 << 16) - 1

    init() {
        slots.resize(to: 1 << 16, filling: -1)
    }

    /// Whether each character became one glyph in its place.
    func canLearn(_ glyphs: [TypeCase.ShapedGlyph], of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = glyphs.first, entries.count < TrigramTable.limit else { return false }
        var place = 0
        for glyph in glyphs {
            guard glyph.start == place, glyph.end > place, glyph.face == first.face, glyph.shift == 0, glyph.rise == 0,
                glyph.end == place + TrigramTable.width(of: text[place])
            else { return false }
            place = glyph.end
        }
        return place == text.count
    }

    /// Of a character in UTF-8, by its first byte.
    @inline(__always)
    static func width(of byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ second: UInt64) -> Int {
        let mixed = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
        return Int(truncatingIfNeeded: mixed >> 40) & mask
    }

    @inline(__always)
    func outcome(_ first: UInt64, _ second: UInt64) -> Outcome? {
        var slot = TrigramTable.slot(first, second)
        while true {
            let index = slots[slot]
            if index < 0 { return nil }
            let entry = entries[Int(index)]
            if entry.first == first, entry.second == second { return entry.outcome.isUsable ? entry.outcome : nil }
            slot = (slot + 1) & TrigramTable.mask
        }
    }

    func learn(_ first: UInt64, _ second: UInt64, _ outcome: Outcome) {
        var slot = TrigramTable.slot(first, second)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].first == first, entries[index].second == second {
                let known = entries[index].outcome
                if known.page != outcome.page || known.byte != outcome.byte { entries[index].outcome.isUsable = false }
                return
            }
            slot = (slot + 1) & TrigramTable.mask
        }
        guard entries.count < TrigramTable.limit else { return }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(first: first, second: second, outcome: outcome))
    }
}
