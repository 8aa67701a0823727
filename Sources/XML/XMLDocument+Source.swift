package import Correspondence

extension XMLDocument {
    /// The bytes of a file, and where its lines begin: what a message needs to show a place.
    package struct Source: Sendable {
        package let file: String
        let bytes: [UInt8]
        private let lineStarts: [Int]

        package init(file: String, bytes: [UInt8]) {
            self.file = file
            self.bytes = bytes
            self.lineStarts = Self.lineStarts(of: bytes)
        }

        private static func lineStarts(of bytes: [UInt8]) -> [Int] {
            var starts = [0]
            for (index, byte) in bytes.enumerated() {
                let endsLine =
                    byte == UInt8(ascii: "\n")
                    || byte == UInt8(ascii: "\r")
                        && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
                if endsLine { starts.append(index + 1) }
            }
            return starts
        }
    }
}

extension XMLDocument.Source {
    /// Returns the place of a byte: the file, its line, and the column in characters.
    package func place(at offset: Int) -> Place {
        let line = lineIndex(of: offset)
        return .file(file, line: line + 1, column: text(lineStarts[line]..<min(offset, bytes.count)).count + 1)
    }

    /// Returns the line (from 1) that a byte stands in.
    package func line(of offset: Int) -> Int { lineIndex(of: offset) + 1 }

    /// Returns a problem with the bytes `range`: its place, its line, and the range underlined.
    package func problem(_ range: Range<Int>, _ what: Wording, remedy: Wording? = nil) -> Problem {
        Problem(place(at: range.lowerBound), what, remedy: remedy, excerpt: excerpt(range))
    }

    /// Returns what is written in `range`. Bytes that are no UTF-8 become U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The line without its indentation, tabs as single spaces; of a very long line only what is near the range.
    private func excerpt(_ range: Range<Int>) -> Problem.Excerpt {
        let line = lineRange(of: range.lowerBound)
        let marked = range.clamped(to: line)
        let start = max(line.lowerBound, marked.lowerBound - Self.margin)
        let end = min(
            line.upperBound, max(marked.lowerBound, min(marked.upperBound, marked.lowerBound + 80)) + Self.margin)
        var before = text(start..<marked.lowerBound).map(Self.printable)
        let inside = text(marked.lowerBound..<min(marked.upperBound, end)).map(Self.printable)
        let after = text(min(marked.upperBound, end)..<end).map(Self.printable)
        before = start > line.lowerBound ? ["…"] + before : Array(before.drop { $0 == " " })
        let whole = String(before + inside + after) + (end < line.upperBound ? "…" : "")
        let columns = before.count + 1..<before.count + 1 + max(1, inside.count)
        return Problem.Excerpt(line: Self.trimmed(whole), columns: columns)
    }

    /// How much of a long line is shown on either side, in bytes.
    private static let margin = 120

    private static func printable(_ character: Character) -> Character {
        character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? character : " "
    }

    private static func trimmed(_ text: String) -> String {
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)] == " " { end = text.index(before: end) }
        return String(text[..<end])
    }

    private func lineRange(of offset: Int) -> Range<Int> {
        let index = lineIndex(of: offset)
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        while end > lineStarts[index], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return lineStarts[index]..<end
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
