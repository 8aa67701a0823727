import Correspondence

extension Layout {
    /// What stands around a block while it is set.
    struct Surroundings {
        var warnings: UInt8
        var pendingAfter: Double
        var tiesNext: Bool
    }

    /// Puts aside what stands around a block that will be kept: a frame must not depend on the letter it was made for.
    func beginKeeping(isKept: Bool) -> Surroundings? {
        guard isKept else { return nil }
        let around = Surroundings(
            warnings: warnings | type.noted, pendingAfter: pendingAfter, tiesNext: tiesNext)
        (warnings, type.noted, pendingAfter, tiesNext) = (0, 0, 0, false)
        return around
    }

    /// Brings it back, as ``use(_:look:measure:)`` does for later letters.
    func endKeeping(_ around: Surroundings?, from start: Int) {
        guard let around else { return }
        warnings |= around.warnings
        guard start < items.count else { return }
        items[start].before = max(items[start].before, around.pendingAfter)
        items[start].isTied = items[start].isTied || around.tiesNext
    }

    /// Freezes items as a frame; returns its number, or nil where there is nothing to draw or the press freezes nothing.
    func keep(_ range: Range<Int>, look: Look, measure: Measure) -> Int? {
        guard let freeze, !range.isEmpty, !range.contains(where: { items[$0].frame >= 0 }) else { return nil }
        let drawn = freeze(self, range)
        let first = frozenItems.count
        for index in range {
            items[index].frame = Int32(frames.count)
            items[index].frameItem = Int32(index - range.lowerBound)
            var frozen = items[index]
            (frozen.firstMark, frozen.markCount, frozen.firstHead) = (0, 0, -1)
            frozenItems.append(frozen)
        }
        frames.append(
            Frame(
                look: look, x: measure.x, width: measure.width, firstItem: Int32(first), itemCount: Int32(range.count),
                after: pendingAfter, warnings: warnings | type.noted, whole: drawn.whole, parts: drawn.parts))
        if tiesNext { frames[frames.count - 1].warnings |= 128 }
        return frames.count - 1
    }

    /// Places a frame that was frozen before; false where it does not suit this place.
    func use(_ number: Int, look: Look, measure: Measure) -> Bool {
        let frame = frames[number]
        guard frame.x == measure.x, frame.width == measure.width, frame.look == look else { return false }
        let first = Int(frame.firstItem)
        for index in first..<first + Int(frame.itemCount) {
            var item = frozenItems[index]
            if index == first {
                item.before = max(item.before, pendingAfter)
                item.isTied = item.isTied || tiesNext
            }
            items.append(item)
        }
        pendingAfter = frame.after
        tiesNext = frame.warnings & 128 != 0
        warnings |= frame.warnings & 127
        return true
    }
}
