/// How a pair stands among its rivals: whether one of its records, or both, have a likely partner elsewhere that the other has not,
/// and whether a third record speaks for both.
///
/// The levels are a comparison like any other: what they mean is learned from the list. Where nearly every record has its
/// partner, a pair whose records both have theirs elsewhere is none.
struct Standing {
    /// From this weight a partner elsewhere is a likely one; from here a sure one.
    private static let sure: Float = 8
    /// A record with more likely partners than this is not looked at.
    private static let mostPartners = 40

    private var starts: [Int]
    private var partners: [(row: Int32, weight: Float)]

    init(_ pairs: [(a: Int, b: Int, weight: Float)], records: Int) {
        starts = Array(repeating: 0, count: records + 1)
        for pair in pairs where pair.weight > 0 {
            starts[pair.a + 1] += 1
            starts[pair.b + 1] += 1
        }
        for row in 0..<records { starts[row + 1] += starts[row] }
        partners = Array(repeating: (0, 0), count: starts[records])
        var next = starts
        for pair in pairs where pair.weight > 0 {
            partners[next[pair.a]] = (Int32(pair.b), pair.weight)
            partners[next[pair.b]] = (Int32(pair.a), pair.weight)
            next[pair.a] += 1
            next[pair.b] += 1
        }
    }

    /// 0 where it cannot be told; 1 to 6 without, 7 to 12 with a third record that speaks for both.
    func level(_ a: Int, _ b: Int) -> UInt8 {
        let (ofA, ofB) = (partners[starts[a]..<starts[a + 1]], partners[starts[b]..<starts[b + 1]])
        if ofA.count > Self.mostPartners || ofB.count > Self.mostPartners { return 0 }
        var supported = false
        func rival(
            _ own: ArraySlice<(row: Int32, weight: Float)>, _ other: ArraySlice<(row: Int32, weight: Float)>,
            _ partner: Int
        ) -> Int {
            var best: Float = 0
            for candidate in own where Int(candidate.row) != partner {
                if other.contains(where: { $0.row == candidate.row }) {
                    supported = true
                } else {
                    best = max(best, candidate.weight)
                }
            }
            return best == 0 ? 0 : best < Self.sure ? 1 : 2
        }
        let (x, y) = (rival(ofA, ofB, b), rival(ofB, ofA, a))
        let (low, high) = (min(x, y), max(x, y))
        let pattern = [0, 1, 2, 0, 3, 4, 0, 0, 5][low * 3 + high]
        return UInt8(1 + pattern + (supported ? 6 : 0))
    }
}
