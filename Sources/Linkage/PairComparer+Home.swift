extension PairComparer {
    /// Street, number, postcode and town together: a person who moves changes them all at once.
    func home(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ log: inout Float) -> UInt8 {
        let town = town(a, b, &log)
        let street = street(a, b, &log)
        return Comparison.homeLevel(street: street, town: town)
    }

    /// 0 missing, 1 same, 2 one of postcode and town is the same, 3 both are nearly the same, 4 differ.
    private func town(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ log: inout Float) -> Int {
        let (codeA, codeB, townA, townB) = (a[Slot.postcode], b[Slot.postcode], a[Slot.town], b[Slot.town])
        let (codes, towns) = (codeA != 0 && codeB != 0, townA != 0 && townB != 0)
        let sameCode = codes && codeA == codeB
        let sameTown = towns && townA == townB
        if !codes && !towns { return 0 }
        if sameCode || sameTown {
            var chance: Float = 0
            if sameCode { chance = chances.sameValue(Int(codeA), Slot.postcode) }
            if sameTown { chance = min(chance, chances.sameValue(Int(townA), Slot.town)) }
            log += chance
            if (sameCode || !codes) && (sameTown || !towns) { return 1 }
            let other = sameCode ? near(townA, townB, Slot.town) : near(codeA, codeB, Slot.postcode)
            return other ? 1 : 2
        }
        let nearTown = !towns || near(townA, townB, Slot.town)
        let nearCode = !codes || near(codeA, codeB, Slot.postcode)
        if nearTown && nearCode {
            log += chances.nearTown
            return 3
        }
        return 4
    }

    /// 0 missing, 1 same street and number, 2 nearly, 3 same street but another number, 4 differ.
    private func street(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ log: inout Float) -> Int {
        let (x, y, numberA, numberB) = (a[Slot.street], b[Slot.street], a[Slot.number], b[Slot.number])
        if x == 0 || y == 0 { return 0 }
        let likeness = x == y ? 0 : Int(streetLikeness(x, y))
        if likeness == 2 { return 4 }
        log += likeness == 0 ? chances.sameValue(Int(x), Slot.street) : chances.nearStreet(Int(x), Int(y))
        if numberA == 0 || numberB == 0 { return numberA == numberB ? (likeness == 0 ? 1 : 2) : 2 }
        if numberA == numberB {
            log += chances.sameValue(Int(numberA), Slot.number)
            return likeness == 0 ? 1 : 2
        }
        return 3
    }

    private func near(_ x: UInt32, _ y: UInt32, _ slot: Int) -> Bool {
        if x == 0 || y == 0 { return false }
        return placeMemoryValue(x, y, slot) == 1
    }

    private func placeMemoryValue(_ x: UInt32, _ y: UInt32, _ slot: Int) -> UInt8 {
        remembered(x, y, slot == Slot.town ? 0 : 1) { isNearPlace(x, y, slot) ? 1 : 0 }
    }

    private func isNearPlace(_ x: UInt32, _ y: UInt32, _ slot: Int) -> Bool {
        let pool = table.values[slot].pool
        return pool.bytes.withUnsafeBufferPointer { bytes in
            let a = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(x))])
            let b = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(y))])
            let shortest = min(a.count, b.count)
            if shortest < 3 { return false }
            let distance = EditDistance.distance(a, b, limit: 3)
            if slot == Slot.postcode { return distance <= 1 }
            if distance <= (shortest >= 10 ? 3 : shortest >= 5 ? 2 : 1) { return true }
            // "Saint-Pierre" and "Saint-Pierre-sur-Mer": one begins with the whole of the other.
            return shortest >= 5 && (a.starts(with: b) || b.starts(with: a))
        }
    }

    /// 0 same, 1 alike, 2 different.
    private func streetLikeness(_ x: UInt32, _ y: UInt32) -> UInt8 {
        remembered(x, y, 2) {
            let pool = table.values[Slot.street].pool
            return pool.bytes.withUnsafeBufferPointer { bytes in
                let a = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(x))])
                let b = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(y))])
                let shortest = min(a.count, b.count)
                let distance = EditDistance.distance(a, b, limit: 3)
                if distance <= (shortest >= 12 ? 3 : shortest >= 7 ? 2 : 1) { return 1 }
                return shareWords(a, b) ? 1 : 2
            }
        }
    }

    /// Whether all words of four letters and more of the shorter street stand in the longer one.
    func shareWords(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let (one, two) = (a.split(separator: Folding.space), b.split(separator: Folding.space))
        let (short, long) = one.count <= two.count ? (one, two) : (two, one)
        let words = short.filter { $0.count >= 4 }
        return !words.isEmpty && words.allSatisfy { word in long.contains { $0.elementsEqual(word) } }
    }
}
