extension PairComparer {
    /// The best agreement of any number of one record with any of the other: 1 same, 2 one digit differs, 3 same ending, 4 differ.
    func phone(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ log: inout Float) -> UInt8 {
        var best: UInt8 = 0
        for x in [a[Slot.phone], a[Slot.mobile]] where x != 0 {
            for y in [b[Slot.phone], b[Slot.mobile]] where y != 0 {
                if x == y {
                    log = chances.samePhone(Int(x))
                    return 1
                }
                let level = phoneLikeness(x, y)
                if best == 0 || level < best { best = level }
            }
        }
        switch best {
        case 2: log = chances.nearPhone
        case 3: log = chances.endingPhone
        default: break
        }
        return best
    }

    private func phoneLikeness(_ x: UInt32, _ y: UInt32) -> UInt8 {
        table.phones.pool.bytes.withUnsafeBufferPointer { bytes in
            let a = UnsafeBufferPointer(rebasing: bytes[table.phones.pool.range(Int(x))])
            let b = UnsafeBufferPointer(rebasing: bytes[table.phones.pool.range(Int(y))])
            var common = 0
            while common < min(a.count, b.count), a[a.count - 1 - common] == b[b.count - 1 - common] { common += 1 }
            // A single replaced digit or an exchange leaves ends in common; most pairs of strangers stop here.
            var head = 0
            while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
            if common + head < 4 { return 4 }
            let distance = EditDistance.distance(a, b, limit: 2)
            if distance <= 1, min(a.count, b.count) >= 6 { return 2 }
            if common >= 6 || distance == 2 && min(a.count, b.count) >= 8 { return 3 }
            return 4
        }
    }

    /// 1 same, 2 same mailbox at another provider, 3 alike, 4 differ; 5 alike as the names make it where these are the same.
    func email(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ given: UInt8, _ log: inout Float) -> UInt8 {
        let (x, y) = (a[Slot.email], b[Slot.email])
        if x == 0 || y == 0 { return 0 }
        let implied = Int(min(a[Slot.mailImplied], b[Slot.mailImplied]))
        if x == y {
            log = chances.sameEmail(Int(x), implied: implied)
            return 1
        }
        let (i, j) = (table.localOfEmail[Int(x)], table.localOfEmail[Int(y)])
        if i == j, implied == 1, given == 1 || given == 2 { return 5 }
        if i == j {
            log = chances.sameMailbox(Int(i), implied: implied)
            return 2
        }
        if remembered(i, j, 3, { isNearMailbox(Int(i), Int(j)) ? 1 : 0 }) == 1 {
            if implied == 1, given == 1 || given == 2 { return 5 }
            log = chances.nearEmail(Int(i), Int(j), implied: implied)
            return 3
        }
        return 4
    }

    /// A slip or two apart, but not in a number: `robert1991` and `robert1993` are two persons.
    private func isNearMailbox(_ i: Int, _ j: Int) -> Bool {
        table.localParts.pool.bytes.withUnsafeBufferPointer { bytes in
            let a = UnsafeBufferPointer(rebasing: bytes[table.localParts.pool.range(i)])
            let b = UnsafeBufferPointer(rebasing: bytes[table.localParts.pool.range(j)])
            if abs(a.count - b.count) > 2 || min(a.count, b.count) < 5 { return false }
            guard EditDistance.distance(a, b, limit: 2) <= (max(a.count, b.count) >= 8 ? 2 : 1) else { return false }
            let (digitsA, digitsB) = (a.filter { $0 <= byte("9") }, b.filter { $0 <= byte("9") })
            return digitsA.isEmpty || digitsB.isEmpty || digitsA == digitsB || digitsA.sorted() == digitsB.sorted()
        }
    }

    /// A column of unknown meaning: 1 same, 2 one slip apart, 3 differ.
    func plain(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ slot: Int, _ log: inout Float) -> UInt8 {
        plain(a[slot], b[slot], slot, &log)
    }

    private func plain(_ x: UInt32, _ y: UInt32, _ slot: Int, _ log: inout Float) -> UInt8 {
        if x == 0 || y == 0 { return 0 }
        if x == y {
            log = chances.sameValue(Int(x), slot)
            return 1
        }
        return isNear(x, y, slot) ? 2 : 3
    }

    private func isNear(_ x: UInt32, _ y: UInt32, _ slot: Int) -> Bool {
        let pool = table.values[slot].pool
        return pool.bytes.withUnsafeBufferPointer { bytes in
            let a = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(x))])
            let b = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(y))])
            let longest = max(a.count, b.count)
            if longest < 4 { return false }
            if EditDistance.distance(a, b, limit: 2) <= (longest >= 8 ? 2 : 1) { return true }
            return longest >= 6 && JaroWinkler.similarity(a, b) >= 0.92
        }
    }

    /// Two firms: 1 same, 2 alike, 3 all words of one stand in the other, 4 differ.
    func firm(_ x: UInt32, _ y: UInt32, _ log: inout Float) -> UInt8 {
        if x == 0 || y == 0 { return 0 }
        if x == y {
            log = chances.sameValue(Int(x), Slot.company)
            return 1
        }
        let level = firmLikeness(x, y)
        if level < 4 { log = chances.nearValue(Int(x), Int(y), Slot.company, neighbours: level == 2 ? 4 : 6) }
        return level
    }

    private func firmLikeness(_ x: UInt32, _ y: UInt32) -> UInt8 {
        if isNear(x, y, Slot.company) { return 2 }
        let pool = table.values[Slot.company].pool
        return pool.bytes.withUnsafeBufferPointer { bytes in
            let a = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(x))])
            let b = UnsafeBufferPointer(rebasing: bytes[pool.range(Int(y))])
            return shareWords(a, b) ? 3 : 4
        }
    }
}
