/// Breaks a paragraph into lines by D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
/// Experience 11 (1981), with the demerits of TeX.
///
/// All lines are equally wide, so a state is a break and the fitness class of the line that ends there; the number of lines
/// need not be known. Breaks are taken in order and each pushes its cost to the few breaks that can end the next line: two
/// moving bounds find them, so the work is about two dozen comparisons a line, whatever the length of the paragraph.
final class LineBreaker {
    /// A place where a line may end. Lengths are in points, counted from the paragraph's start.
    struct Break: Equatable {
        /// Of everything before the break, an added hyphen included, without the space that vanishes there.
        var endWidth: Double
        var endStretch: Double
        var endShrink: Double
        /// Of everything that does not stand on the next line.
        var startWidth: Double
        var startStretch: Double
        var startShrink: Double
        var penalty: Double
        /// Ends with a hyphen.
        var isFlagged: Bool
        /// Where it is: a token, and where inside that token's word.
        var token: Int32
        var offset: Int32
    }

    /// TeX's parameters of the same names, plain format.
    struct Costs {
        var linePenalty = 10.0
        var adjacentDemerits = 10_000.0
        var doubleHyphenDemerits = 10_000.0
        var finalHyphenDemerits = 5_000.0
    }

    let breaks = Arena<Break>(capacity: 256)
    /// After ``solve(width:tolerance:emergencyStretch:isLast:)``: the breaks that end the lines, in order.
    let chosen = Arena<Int32>(capacity: 64)
    private let costs: Costs
    private let demerits = Arena<Double>(capacity: 1024)
    private let previous = Arena<Int32>(capacity: 1024)
    /// Of each break: the least of its states' demerits.
    private let least = Arena<Double>(capacity: 256)
    /// Of each break: how far a line that ends there reaches when stretched as much as is allowed.
    private let reachable = Arena<Double>(capacity: 256)
    /// The lowest of a break's four states' demerits.
    private static let unreached = Double.infinity
    private static let overfull = 1e9

    init(costs: Costs = Costs()) {
        self.costs = costs
    }

    func begin() {
        breaks.cut(to: 0)
    }

    /// Finds the cheapest breaks; false where a line would need more than `tolerance`.
    ///
    /// The first of ``breaks`` is the paragraph's start, the last its end, whose line is filled with empty space.
    ///
    /// - Parameters:
    ///   - tolerance: The worst badness allowed, 100 being a line stretched by all that its spaces can. Infinity: a
    ///     solution is found whatever it takes, overfull lines included.
    ///   - emergencyStretch: Added to each line's power to stretch when badness is judged, in points.
    func solve(width: Double, tolerance: Double, emergencyStretch: Double = 0) -> Bool {
        let count = breaks.count
        demerits.resize(to: count * 4, filling: 0)
        previous.resize(to: count * 4, filling: -1)
        least.resize(to: count, filling: 0)
        reachable.resize(to: count, filling: 0)
        demerits.base.update(repeating: LineBreaker.unreached, count: count * 4)
        least.base.update(repeating: LineBreaker.unreached, count: count)
        demerits[1] = 0
        least[0] = 0
        previous[1] = -1
        let isForced = tolerance == .infinity
        // r = (badness / 100)^(1/3); no more stretch than that is allowed.
        let ratio = isForced ? 0 : cubeRoot(tolerance / 100)
        for index in 0..<count {
            reachable[index] = breaks.base[index].endWidth + ratio * breaks.base[index].endStretch
        }
        var low = 1
        for start in 0..<count - 1 where least[start] < LineBreaker.unreached {
            let line = Line(breaks[start], width: width, ratio: ratio, emergency: emergencyStretch)
            low = max(low, start + 1)
            if !isForced { low = firstFilled(by: line, from: low) }
            push(from: start, to: low, line: line, isForced: isForced)
        }
        return choose(count - 1)
    }

    /// What is known of a line when its start is.
    private struct Line {
        var startWidth: Double
        var startStretch: Double
        var startShrink: Double
        var isAfterHyphen: Bool
        var width: Double
        var ratio: Double
        var emergency: Double

        init(_ start: Break, width: Double, ratio: Double, emergency: Double) {
            startWidth = start.startWidth
            startStretch = start.startStretch
            startShrink = start.startShrink
            isAfterHyphen = start.isFlagged
            self.width = width
            self.ratio = ratio
            self.emergency = emergency
        }
    }

    /// The first break whose line, stretched as far as allowed, is wide enough. It never moves back.
    @inline(__always)
    private func firstFilled(by line: Line, from low: Int) -> Int {
        let last = breaks.count - 1
        let wanted = line.width + line.startWidth + line.ratio * (line.startStretch - line.emergency) - 1e-9
        var low = low
        while low < last, reachable[low] < wanted { low += 1 }
        return low
    }

    private func push(from start: Int, to low: Int, line: Line, isForced: Bool) {
        let last = breaks.count - 1
        var end = low
        while end <= last {
            let target = breaks[end]
            let slack = line.width - (target.endWidth - line.startWidth)
            if slack < 0, -slack > target.endShrink - line.startShrink + 1e-6 {
                // No later line fits either, unless an added hyphen alone made this one too wide.
                if isForced, end == start + 1 { reach(end, from: start, cost: LineBreaker.overfull, fitness: 0, line) }
                if target.isFlagged, end < last, isTooWideByItsHyphen(target, line) {
                    end += 1
                    continue
                }
                return
            }
            let ratio = self.ratio(slack: slack, to: target, isLast: end == last, line: line)
            if ratio > line.ratio, !isForced, end < last {
                end += 1
                continue
            }
            reach(end, from: start, ratio: ratio, target: target, line: line)
            end += 1
        }
    }

    /// Whether the line would fit if nothing were added at its end: then a later one may.
    @inline(__always)
    private func isTooWideByItsHyphen(_ target: Break, _ line: Line) -> Bool {
        target.startWidth - line.startWidth - line.width <= target.endShrink - line.startShrink + 1e-6
    }

    @inline(__always)
    private func ratio(slack: Double, to target: Break, isLast: Bool, line: Line) -> Double {
        if slack >= 0 {
            if isLast || slack < 1e-9 { return 0 }
            let stretch = target.endStretch - line.startStretch + line.emergency
            return stretch > 0 ? slack / stretch : 1e3
        }
        let shrink = target.endShrink - line.startShrink
        return shrink > 0 ? max(slack / shrink, -1) : 0
    }

    @inline(__always)
    private func reach(_ end: Int, from start: Int, ratio: Double, target: Break, line: Line) {
        let size = abs(ratio)
        let badness = min(100 * size * size * size, 1e6)
        var cost = costs.linePenalty + badness
        cost *= cost
        cost += target.penalty * target.penalty
        let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
        if target.isFlagged, line.isAfterHyphen { cost += costs.doubleHyphenDemerits }
        if end == breaks.count - 1, line.isAfterHyphen { cost += costs.finalHyphenDemerits }
        reach(end, from: start, cost: cost, fitness: fitness, line)
    }

    @inline(__always)
    private func reach(_ end: Int, from start: Int, cost: Double, fitness: Int, _ line: Line) {
        let states = demerits.base + start * 4
        // No state of the start costs less than its least, so a dearer way is seen at once.
        if least[start] + cost >= demerits[end * 4 + fitness] { return }
        var best = LineBreaker.unreached
        var from = 0
        for state in 0..<4 {
            let total = states[state] + (abs(state - fitness) > 1 ? costs.adjacentDemerits : 0)
            if total < best {
                best = total
                from = state
            }
        }
        let slot = end * 4 + fitness
        if best + cost < demerits[slot] {
            demerits[slot] = best + cost
            if best + cost < least[end] { least[end] = best + cost }
            previous[slot] = Int32(start * 4 + from)
        }
    }

    /// Follows the cheapest way back from `end`.
    private func choose(_ end: Int) -> Bool {
        chosen.cut(to: 0)
        var best = -1
        for state in 0..<4 where demerits[end * 4 + state] < LineBreaker.unreached {
            if best < 0 || demerits[end * 4 + state] < demerits[end * 4 + best] { best = state }
        }
        guard best >= 0 else { return false }
        totalDemerits = demerits[end * 4 + best]
        var state = Int32(end * 4 + best)
        while state >= 4 {
            chosen.append(state / 4)
            state = previous[Int(state)]
        }
        for index in 0..<chosen.count / 2 {
            let other = chosen.count - 1 - index
            let kept = chosen[index]
            chosen[index] = chosen[other]
            chosen[other] = kept
        }
        return true
    }

    /// Of the breaks chosen last.
    private(set) var totalDemerits = 0.0
}

/// The real cube root, by Newton's method: the same bits everywhere.
func cubeRoot(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    var root = value > 1 ? value : 1.0
    for _ in 0..<64 { root -= (root * root * root - value) / (3 * root * root) }
    return root
}
