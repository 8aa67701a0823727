/// What the first lines of a CSV file say about its separator and its line ends.
///
/// The separator is the one that the header holds and that divides most of the following rows into as many cells; quoted
/// stretches do not count. Of equals, the one that makes more cells. A header without any: a list of one column,
/// with a separator that does not occur in it. A first line `sep=;`, as spreadsheets write and read it, decides.
enum DialectEvidence {
    static func verdict(
        on sample: UnsafeBufferPointer<UInt8>, isWhole: Bool
    ) -> (separator: CSVFormat.Separator, lineEnding: CSVFormat.LineEnding, hintLength: Int) {
        let lineEnding = lineEnding(of: sample)
        if let (separator, length) = hint(in: sample) { return (separator, lineEnding, length) }
        let candidates: [(CSVFormat.Separator, score: Int)] = [.semicolon, .tab, .comma].map {
            ($0, score(of: $0.rawValue, on: sample, isWhole: isWhole))
        }
        let best = candidates.max { $0.score < $1.score }!
        if best.score > 0 { return (best.0, lineEnding, 0) }
        let unused = candidates.first { !sample.contains($0.0.rawValue) }
        return ((unused ?? best).0, lineEnding, 0)
    }

    /// How well `separator` divides the sample: for the header's number of cells, the share of rows that have it.
    private static func score(of separator: UInt8, on sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Int {
        var counts = cellCounts(separator, on: sample)
        if !isWhole, counts.count > 1 { counts.removeLast() }
        guard let header = counts.first, header > 1 else { return 0 }
        let alike = counts.count { $0 == header }
        return alike * 1_000_000 / counts.count + header
    }

    /// The number of cells of each of the first hundred rows that are not blank.
    private static func cellCounts(_ separator: UInt8, on sample: UnsafeBufferPointer<UInt8>) -> [Int] {
        var counts: [Int] = []
        var cells = 1
        var isQuoted = false
        var isBlank = true
        var isCellStart = true
        for byte in sample where counts.count < 100 {
            switch byte {
            case 0x22 where isQuoted || isCellStart:
                isQuoted.toggle()
                isBlank = false
                isCellStart = isCellStart && !isQuoted
            case 0x0A where !isQuoted, 0x0D where !isQuoted:
                if !isBlank { counts.append(cells) }
                (cells, isBlank, isCellStart) = (1, true, true)
            case separator where !isQuoted:
                cells += 1
                isCellStart = true
            default:
                isBlank = isBlank && byte == 0x20
                isCellStart = false
            }
        }
        if !isBlank, counts.count < 100 { counts.append(cells) }
        return counts
    }

    private static func lineEnding(of sample: UnsafeBufferPointer<UInt8>) -> CSVFormat.LineEnding {
        guard let first = sample.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return .lf }
        guard sample[first] == 0x0D else { return .lf }
        return first + 1 < sample.count && sample[first + 1] == 0x0A ? .crlf : .cr
    }

    private static func hint(in sample: UnsafeBufferPointer<UInt8>) -> (CSVFormat.Separator, length: Int)? {
        guard sample.count >= 6, sample.prefix(4).elementsEqual("sep=".utf8),
            let separator = CSVFormat.Separator(rawValue: sample[4])
        else { return nil }
        if sample[5] == 0x0A { return (separator, 6) }
        guard sample[5] == 0x0D else { return nil }
        return (separator, sample.count > 6 && sample[6] == 0x0A ? 7 : 6)
    }
}
