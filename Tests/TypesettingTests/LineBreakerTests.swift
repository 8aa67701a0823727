import Testing

@testable import Typesetting

@Suite struct LineBreakerTests {
    /// A small generator, the same everywhere.
    struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// Random words with spaces, some of which may be hyphenated in the middle.
    private func breaks(_ dice: inout Dice, words: Int) -> [LineBreaker.Break] {
        var at = LineBreaker.Break(
            endWidth: 0, endStretch: 0, endShrink: 0, startWidth: 0, startStretch: 0, startShrink: 0, penalty: 0,
            isFlagged: false, token: -1, offset: 0)
        var all = [at]
        for word in 0..<words {
            let width = Double(4 + dice.roll(40))
            if width > 18, dice.roll(2) == 0 {
                var chance = at
                chance.startWidth += (width / 2).rounded()
                chance.endWidth = chance.startWidth + 3
                (chance.endStretch, chance.endShrink) = (at.startStretch, at.startShrink)
                (chance.penalty, chance.isFlagged, chance.token, chance.offset) = (50, true, Int32(word * 2), 2)
                all.append(chance)
            }
            at.startWidth += width
            (at.endWidth, at.endStretch, at.endShrink) = (at.startWidth, at.startStretch, at.startShrink)
            if word < words - 1 {
                at.startWidth += 5
                at.startStretch += 2.5
                at.startShrink += 1
            }
            at.token = Int32(word * 2 + 1)
            all.append(at)
        }
        return all
    }

    /// The least demerits of all ways to break, by trying all of them.
    private func exhaustive(_ breaks: [LineBreaker.Break], width: Double, tolerance: Double) -> Double {
        let last = breaks.count - 1
        let worst = cubeRoot(tolerance / 100)
        func best(from start: Int, fitness before: Int) -> Double {
            if start == last { return 0 }
            var least = Double.infinity
            for end in start + 1...last {
                let slack = width - (breaks[end].endWidth - breaks[start].startWidth)
                let power =
                    slack >= 0
                    ? breaks[end].endStretch - breaks[start].startStretch
                    : breaks[end].endShrink - breaks[start].startShrink
                var ratio = power > 0 ? slack / power : slack == 0 ? 0 : slack > 0 ? 1e3 : -1e3
                if slack >= 0, end == last || slack < 1e-9 { ratio = 0 }
                guard ratio >= -1 - 1e-6, ratio <= worst || end == last else { continue }
                ratio = max(ratio, -1)
                let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
                let line = 10 + 100 * abs(ratio * ratio * ratio)
                var cost = line * line + breaks[end].penalty * breaks[end].penalty
                if breaks[start].isFlagged, breaks[end].isFlagged { cost += 10_000 }
                if breaks[start].isFlagged, end == last { cost += 5000 }
                if abs(fitness - before) > 1 { cost += 10_000 }
                least = min(least, cost + best(from: end, fitness: fitness))
            }
            return least
        }
        return best(from: 0, fitness: 1)
    }

    @Test func `Breaks cost as little as the best of all ways to break`() {
        var dice = Dice(state: 42)
        var solved = 0
        for _ in 0..<400 {
            let breaker = LineBreaker()
            let all = breaks(&dice, words: 6 + dice.roll(9))
            for one in all { breaker.breaks.append(one) }
            let width = Double(70 + dice.roll(60))
            let tolerance = [100.0, 250, 2000][dice.roll(3)]
            let expected = exhaustive(all, width: width, tolerance: tolerance)
            let isSolved = breaker.solve(width: width, tolerance: tolerance)
            #expect(isSolved == (expected < .infinity))
            if isSolved {
                solved += 1
                #expect(abs(breaker.totalDemerits - expected) <= expected * 1e-12)
            }
        }
        #expect(solved > 100)
    }

    @Test func `A word wider than the line gets a line of its own`() {
        let breaker = LineBreaker()
        var dice = Dice(state: 7)
        for one in breaks(&dice, words: 12) { breaker.breaks.append(one) }
        #expect(!breaker.solve(width: 20, tolerance: 250))
        #expect(breaker.solve(width: 20, tolerance: .infinity))
        #expect(breaker.chosen[breaker.chosen.count - 1] == Int32(breaker.breaks.count - 1))
    }
}
