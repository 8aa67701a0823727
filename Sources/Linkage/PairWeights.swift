/// The model's tables laid out for scoring many pairs.
final class PairWeights: Sendable {
    /// For each comparison 32 entries for each class.
    private let same: [Float]
    private let household: [Float]
    private let strangers: [Float]
    private let priors: (same: Float, household: Float)
    private let width: Int

    init(_ model: LinkageModel) {
        func laid(_ tables: [[Float]]) -> [Float] { tables.flatMap { $0 + Array(repeating: 0, count: 32 - $0.count) } }
        same = laid(model.parts.map(\.same))
        household = laid(model.parts.map(\.household))
        strangers = laid(model.parts.map(\.strangers))
        priors = model.priors
        width = model.parts.count
    }

    /// log2 of what each class says of the pair, priors included. `chance` is what the values themselves say of strangers.
    @inline(__always)
    func logs(_ levels: UnsafePointer<UInt8>, chance: Float) -> (same: Float, household: Float, strangers: Float) {
        var (s, h, u) = (priors.same, priors.household, chance)
        for place in 0..<width {
            let entry = place << 5 + Int(levels[place])
            s += same[entry]
            h += household[entry]
            u += strangers[entry]
        }
        return (s, h, u)
    }

    /// The same as if one comparison had not been made.
    @inline(__always)
    func logs(_ levels: UnsafePointer<UInt8>, chance: Float, without place: Int) -> (
        same: Float, household: Float, strangers: Float
    ) {
        let (s, h, u) = logs(levels, chance: chance)
        let entry = place << 5 + Int(levels[place])
        return (s - same[entry], h - household[entry], u - strangers[entry])
    }

    /// log2 of the odds that the pair is one client.
    @inline(__always)
    func weight(_ levels: UnsafePointer<UInt8>, chance: Float) -> Float {
        let (s, h, u) = logs(levels, chance: chance)
        return s - logSum(h, u)
    }
}
