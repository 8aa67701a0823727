import Correspondence

/// One of Debian's hyphenation dictionaries, `hyph_XX.dic`, read without libhyphen.
///
/// The method is F. M. Liang's ("Word Hy-phen-a-tion by Com-put-er", Stanford 1983): digits between the letters of a pattern
/// bid for a break (odd) or against it (even), the highest bid wins. The file stays as it is in memory; an open hash table
/// of line starts is all that is built, so that German, whose 78,000 lines take libhyphen 2.5 s, is ready in milliseconds.
///
/// The first line names the encoding. `NEXTLEVEL` parts a dictionary in two: words are cut into compounds by the first
/// part's patterns, each compound is then hyphenated by the second's. Patterns that change letters (`/`) are passed over.
struct HyphenationPatterns {
    /// Whether words have to be given in ISO 8859-1, not in UTF-8.
    let isLatin1: Bool
    /// Letters that must stay before and after a break, as the file says; 0 where it says nothing.
    private(set) var leftMinimum = 0
    private(set) var rightMinimum = 0
    private let file: [UInt8]
    private var levels: [Level] = []

    private struct Level {
        var slots: [Int32] = []
        var mask = 0
        /// Bit *n* is set where there is a pattern of *n* bytes.
        var lengths: UInt64 = 0
    }

    /// - Parameter file: One that ``isDictionary(_:)`` accepts.
    init(file: [UInt8]) {
        self.file = file
        isLatin1 = ["ISO8859-1", "ISO-8859-1"].contains(Self.encoding(of: file))
        readLines()
    }

    /// Whether a file names an encoding that is read here, ISO 8859-1 or UTF-8, and holds at least one pattern.
    static func isDictionary(_ file: [UInt8]) -> Bool {
        guard let encoding = encoding(of: file), ["UTF-8", "ISO8859-1", "ISO-8859-1"].contains(encoding) else {
            return false
        }
        var rest = file[...]
        while let end = rest.firstIndex(of: 10) {
            rest = rest[(end + 1)...]
            if isPattern(rest.prefix { $0 != 10 }) { return true }
        }
        return false
    }

    /// The file's first line in capitals; nil where it is not a short word of ASCII.
    private static func encoding(of file: [UInt8]) -> String? {
        let line = file.prefix { $0 != 10 && $0 != 13 }
        guard line.count <= 20, line.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
        return String(decoding: line, as: UTF8.self).uppercased()
    }

    /// Letters with a digit among them, such as `1bé`.
    private static func isPattern(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "%"), first < 65 || first > 90
        else { return false }
        let digits = line.count { $0 >= 48 && $0 <= 57 }
        return digits > 0 && line.count > digits && line.allSatisfy { $0 > 32 || $0 == 13 }
    }

    // MARK: Reading

    private mutating func readLines() {
        let starts = levelStarts()
        for (index, range) in starts.enumerated() {
            var level = Level()
            var size = 64
            let lines = file[range].reduce(into: 0) { if $1 == 10 { $0 += 1 } }
            while size < lines * 2 { size *= 2 }
            level.slots = [Int32](repeating: -1, count: size)
            level.mask = size - 1
            read(range, into: &level, isFirst: index == 0)
            if level.lengths != 0 { levels.append(level) }
        }
    }

    /// The file after its first line, cut at `NEXTLEVEL`.
    private func levelStarts() -> [Range<Int>] {
        let mark = Array("NEXTLEVEL".utf8)
        let start = (file.firstIndex(of: 10) ?? file.count - 1) + 1
        guard file.count > start else { return [] }
        var at = start
        while at + mark.count <= file.count {
            if file[at] == mark[0], Array(file[at..<at + mark.count]) == mark {
                return [start..<at, (at + mark.count)..<file.count]
            }
            guard let next = file[at...].firstIndex(of: 10) else { break }
            at = next + 1
        }
        return [start..<file.count]
    }

    private mutating func read(_ range: Range<Int>, into level: inout Level, isFirst: Bool) {
        file.withUnsafeBufferPointer { bytes in
            var at = range.lowerBound
            while at < range.upperBound {
                var end = at
                while end < range.upperBound, bytes[end] != 10, bytes[end] != 13 { end += 1 }
                if end > at { readLine(bytes, at..<end, into: &level) }
                at = end + 1
            }
        }
    }

    private mutating func readLine(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, into level: inout Level) {
        let first = bytes[line.lowerBound]
        guard first != UInt8(ascii: "#"), first != UInt8(ascii: "%") else { return }
        if first >= 65 && first <= 90 {
            readDirective(String(decoding: bytes[line], as: UTF8.self))
            return
        }
        var hash = HyphenationPatterns.seed
        var length = 0
        for index in line {
            let byte = bytes[index]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: " ") || byte == 9 { return }
            if byte >= 48 && byte <= 57 { continue }
            hash = HyphenationPatterns.stir(hash, byte)
            length += 1
        }
        guard length > 0, length < 64 else { return }
        level.lengths |= 1 << UInt64(length)
        var slot = Int(HyphenationPatterns.folded(hash)) & level.mask
        while level.slots[slot] >= 0 { slot = (slot + 1) & level.mask }
        level.slots[slot] = Int32(line.lowerBound)
    }

    private mutating func readDirective(_ line: String) {
        let parts = line.split(separator: " ")
        guard parts.count == 2, let value = Int(parts[1]) else { return }
        if parts[0] == "LEFTHYPHENMIN" { leftMinimum = value }
        if parts[0] == "RIGHTHYPHENMIN" { rightMinimum = value }
    }

    private static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    private static func stir(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 0x0100_0193
    }

    @inline(__always)
    private static func folded(_ hash: UInt32) -> UInt32 {
        hash ^ (hash >> 15)
    }

    // MARK: Using

    /// Returns where a word may be broken: offsets in bytes, in order, before any minimum is looked at.
    ///
    /// - Parameter word: In lower case and in the dictionary's encoding, letters only.
    func breaks(in word: [UInt8]) -> [Int] {
        guard let last = levels.last, word.count < 256 else { return [] }
        guard levels.count > 1 else { return bids(on: word, by: last) }
        let compounds = bids(on: word, by: levels[0])
        var found: [Int] = []
        var start = 0
        for end in compounds + [word.count] {
            found += bids(on: Array(word[start..<end]), by: last).map { $0 + start }
            if end < word.count { found.append(end) }
            start = end
        }
        return found
    }

    private func bids(on word: [UInt8], by level: Level) -> [Int] {
        let dotted = [UInt8(ascii: ".")] + word + [UInt8(ascii: ".")]
        var bids = [UInt8](repeating: 0, count: dotted.count + 1)
        for start in 0..<dotted.count {
            var hash = HyphenationPatterns.seed
            for end in start..<min(dotted.count, start + 63) {
                hash = HyphenationPatterns.stir(hash, dotted[end])
                if level.lengths >> UInt64(end - start + 1) & 1 != 0 {
                    raise(&bids, by: level, matching: dotted, start..<(end + 1), hash: hash)
                }
            }
        }
        return (2..<max(2, dotted.count - 1)).filter { bids[$0] & 1 == 1 }.map { $0 - 1 }
    }

    private func raise(
        _ bids: inout [UInt8], by level: Level, matching word: [UInt8], _ part: Range<Int>, hash: UInt32
    ) {
        var slot = Int(HyphenationPatterns.folded(hash)) & level.mask
        while level.slots[slot] >= 0 {
            let line = Int(level.slots[slot])
            if isPattern(at: line, equalTo: word, part) { raise(&bids, byPatternAt: line, from: part.lowerBound) }
            slot = (slot + 1) & level.mask
        }
    }

    private func isPattern(at line: Int, equalTo word: [UInt8], _ part: Range<Int>) -> Bool {
        var at = line
        var index = part.lowerBound
        while at < file.count, file[at] > 32 {
            if file[at] < 48 || file[at] > 57 {
                guard index < part.upperBound, word[index] == file[at] else { return false }
                index += 1
            }
            at += 1
        }
        return index == part.upperBound
    }

    private func raise(_ bids: inout [UInt8], byPatternAt line: Int, from start: Int) {
        var at = line
        var index = start
        while at < file.count, file[at] > 32 {
            if file[at] >= 48 && file[at] <= 57 {
                bids[index] = max(bids[index], file[at] - 48)
            } else {
                index += 1
            }
            at += 1
        }
    }
}
