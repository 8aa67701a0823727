import Foundation

/// Compares records of one table. Each worker has its own: it remembers how alike two values are.
final class PairComparer {
    let table: PreparedTable
    let kinds: [Comparison.Kind]
    let chances: ChanceTable
    private let names: NameColumns
    private var nameMemory = PairMemory(size: 1 << 15)
    private var placeMemory = PairMemory(size: 1 << 15)

    init(_ table: PreparedTable, _ comparisons: [Comparison], _ chances: ChanceTable) {
        self.table = table
        kinds = comparisons.map(\.kind)
        self.chances = chances
        names = table.nameColumns
    }

    /// Fills a level for each comparison, and log2 of the chance that two strangers agree so, 0 where the level's table says it.
    ///
    /// - Returns: The sum of `logs`.
    @discardableResult
    func compare(_ a: Int, _ b: Int, _ levels: UnsafeMutablePointer<UInt8>, _ logs: UnsafeMutablePointer<Float>)
        -> Float
    {
        let (a, b) = (table.record(a), table.record(b))
        var sum: Float = 0
        let areFirms = Self.isFirm(a) && Self.isFirm(b)
        let (family, given, order) = names(a, b)
        for (place, kind) in kinds.enumerated() {
            var log: Float = 0
            var level: UInt8 = 0
            switch kind {
            case .family: (level, log) = family
            case .given: (level, log) = given
            case .order: level = order
            case .secondFamily: level = name(a[Slot.secondFamily], b[Slot.secondFamily], isGiven: false, &log)
            case .secondGiven: level = name(a[Slot.secondGiven], b[Slot.secondGiven], isGiven: true, &log)
            case .sex: level = sex(a, b, given.level, &log)
            case .birth: level = birth(a[Slot.birth], b[Slot.birth], &log)
            case .phone: level = phone(a, b, &log)
            case .email: level = email(a, b, given.level, &log)
            case .mailGiven: level = mailGiven(a, b, &log)
            case .home:
                level = home(a, b, &log)
                if areFirms { level = Comparison.firmHomeLevel(level) }
            case .extra: level = plain(a, b, Slot.extra, &log)
            case .company:
                level = firm(a[Slot.company], b[Slot.company], &log)
                level = areFirms ? level + 3 : min(level, 3)
            case .source:
                let (x, y) = (a[Slot.source], b[Slot.source])
                level = x == 0 || y == 0 ? 0 : x == y ? 1 : 2
            // Seen from all pairs, not from one.
            case .standing: level = 0
            case .plain(let slot), .ownNumber(let slot): level = plain(a, b, slot, &log)
            }
            levels[place] = level
            logs[place] = log
            sum += log
        }
        return sum
    }

    /// Whether a record is a firm and names no person.
    private static func isFirm(_ record: UnsafePointer<UInt32>) -> Bool {
        record[Slot.company] != 0 && record[Slot.family] == 0 && record[Slot.given] == 0
    }

    /// How two places are alike, remembered by the kind of place (0 to 3).
    func remembered(_ x: UInt32, _ y: UInt32, _ kind: UInt64, _ compute: () -> UInt8) -> UInt8 {
        placeMemory.value(x, y, kind: kind, compute)
    }

    // MARK: Names

    private func name(_ x: UInt32, _ y: UInt32, isGiven: Bool, _ log: inout Float) -> UInt8 {
        if x == 0 || y == 0 { return 0 }
        let (i, j) = (Int(x), Int(y))
        if x == y || names.joined[i] == names.joined[j] {
            log = chances.sameName(i, j, isGiven: isGiven)
            return 1
        }
        let level = nameMemory.value(x, y, kind: isGiven ? 1 : 0) { likeness(i, j, isGiven: isGiven) }
        log = chances.name(i, j, level: level, isGiven: isGiven)
        return level
    }

    private func likeness(_ i: Int, _ j: Int, isGiven: Bool) -> UInt8 {
        let (a, b) = (names.text(i), names.text(j))
        if names.isInitial[i] || names.isInitial[j] { return a.first == b.first ? 6 : 7 }
        if names.core[i] == names.core[j] { return 2 }
        let (wordsA, wordsB) = (names.words[i], names.words[j])
        if isGiven, wordsA <= 1, wordsB <= 1, names.nickname[i] == names.nickname[j] { return 9 }
        let distance = EditDistance.distance(a, b, limit: 3)
        let longest = max(a.count, b.count)
        let near: UInt8 = isGiven && areTwoNames(i, j) ? 8 : 3
        if distance == 1 && longest >= 3 || distance == 2 && longest >= 8 { return near }
        let winkler = JaroWinkler.similarity(a, b)
        if winkler > 0.88, names.sound[i] == names.sound[j], distance <= 2 { return near }
        if wordsA != wordsB || wordsA > 1, hasCommonPart(i, j) { return 4 }
        if distance == 2 && longest >= 5 || winkler >= 0.9 || distance == 3 && longest >= 9 { return 5 }
        return 7
    }

    /// Whether two given names that are alike are rather two names than one with a slip: both are known as names, or neither is
    /// much rarer than the other and both are borne by several or differ where names do (Noa and Noé, Marie and Marion).
    private func areTwoNames(_ i: Int, _ j: Int) -> Bool {
        if names.isKnown(i), names.isKnown(j) { return true }
        let (x, y) = (max(table.names.givenCounts[i], 1), max(table.names.givenCounts[j], 1))
        // A slip in a common name makes a rare one.
        if min(x, y) * 20 < max(x, y) { return false }
        return min(x, y) >= 3 || NameEndings.differ(names.text(i), names.text(j))
    }

    /// Whether one of the names is a word of the other, or both share a word of three letters or more.
    private func hasCommonPart(_ i: Int, _ j: Int) -> Bool {
        let (a, b) = (table.names.pool.range(i), table.names.pool.range(j))
        let bytes = table.names.pool.bytes
        for word in bytes[a].split(separator: Folding.space) where word.count >= 3 {
            for other in bytes[b].split(separator: Folding.space) where word.elementsEqual(other) { return true }
        }
        return false
    }

    typealias Judged = (level: UInt8, log: Float)

    /// Family and given name; crosswise where they agree better so. `order` is 1 as usual, 2 exchanged, 0 not known.
    private func names(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>) -> (
        family: Judged, given: Judged, order: UInt8
    ) {
        let (familyA, givenA, familyB, givenB) = (a[Slot.family], a[Slot.given], b[Slot.family], b[Slot.given])
        let family = judged(familyA, familyB, isGiven: false)
        let given = judged(givenA, givenB, isGiven: true)
        if family.level == 1 || givenA == 0 && givenB == 0 {
            return (family, given, givenA != 0 && givenB != 0 ? 1 : 0)
        }
        if family.level != 7 && family.level != 5 && family.level != 0 { return (family, given, 1) }
        // Which record has its names in the usual places: where the family name is rather a family name than a given one.
        let isUsual = chances.order(familyA, givenA) >= chances.order(familyB, givenB)
        let one = judged(familyA, givenB, isGiven: !isUsual)
        let two = judged(givenA, familyB, isGiven: isUsual)
        let (oneAgrees, twoAgrees) = (Self.agrees(one.level), Self.agrees(two.level))
        guard oneAgrees || twoAgrees, one.level != 7, two.level != 7 else { return (family, given, 1) }
        return isUsual ? (one, two, 2) : (two, one, 2)
    }

    private static func agrees(_ level: UInt8) -> Bool { level >= 1 && level <= 4 || level == 9 }

    private func judged(_ x: UInt32, _ y: UInt32, isGiven: Bool) -> Judged {
        var log: Float = 0
        let level = name(x, y, isGiven: isGiven, &log)
        return (level, log)
    }

    private func sex(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ given: UInt8, _ log: inout Float)
        -> UInt8
    {
        let x = a[Slot.sex] != 0 ? a[Slot.sex] : UInt32(names.sex[Int(a[Slot.given])])
        let y = b[Slot.sex] != 0 ? b[Slot.sex] : UInt32(names.sex[Int(b[Slot.given])])
        if x == 0 || y == 0 { return 0 }
        switch given {
        case 0, 6: return x == y ? 1 : 2
        case 1:
            log = x == y ? 0 : -5
            return x == y ? 3 : 4
        case 2, 3, 4, 5, 8, 9:
            log = x == y ? -0.5 : -1.5
            return x == y ? 5 : 6
        default: return x == y ? 7 : 8
        }
    }

    /// The given name, or where it is missing the one that the e-mail address tells, against the other's: 1 agree, 2 differ.
    private func mailGiven(_ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ log: inout Float) -> UInt8 {
        if a[Slot.mailGiven] == 0 && b[Slot.mailGiven] == 0 { return 0 }
        let x = a[Slot.mailGiven] != 0 ? a[Slot.mailGiven] : a[Slot.given]
        let y = b[Slot.mailGiven] != 0 ? b[Slot.mailGiven] : b[Slot.given]
        let level = name(x, y, isGiven: true, &log)
        if level == 0 { return 0 }
        if level <= 3 || level == 6 || level == 9 { return 1 }
        log = 0
        return 2
    }

    // MARK: Dates

    private func birth(_ x: UInt32, _ y: UInt32, _ log: inout Float) -> UInt8 {
        if x == 0 || y == 0 { return 0 }
        if x == y, x & 511 != 0 {
            log = chances.sameBirth(x)
            return 1
        }
        if chances.isYearOnly(x) || chances.isYearOnly(y) { return DateForms.year(x) == DateForms.year(y) ? 8 : 9 }
        return Self.birthLevel(x, y)
    }

    static func birthLevel(_ x: UInt32, _ y: UInt32) -> UInt8 {
        let (yearX, yearY) = (DateForms.year(x), DateForms.year(y))
        let (monthX, monthY, dayX, dayY) = (DateForms.month(x), DateForms.month(y), DateForms.day(x), DateForms.day(y))
        if yearX == yearY, monthX == dayY, dayX == monthY { return 2 }
        let years = digitsApart(yearX, yearY, 4)
        let months = digitsApart(monthX, monthY, 2)
        let days = digitsApart(dayX, dayY, 2)
        let apart = years + months + days
        let isGeneration = abs(yearX - yearY) >= 15
        if apart == 1 || apart == 2 && (transposed(yearX, yearY) || transposed(dayX, dayY)) {
            return isGeneration ? 12 : 3
        }
        if isGeneration, months + days == 0 { return 11 }
        if (years > 0 ? 1 : 0) + (months > 0 ? 1 : 0) + (days > 0 ? 1 : 0) == 1 { return 4 }
        if apart == 2 { return 5 }
        if isNear(x, y) { return 10 }
        return isGeneration ? 6 : 7
    }

    /// Within 45 days, or within some thirteen months with the same day of the month.
    private static func isNear(_ x: UInt32, _ y: UInt32) -> Bool {
        let days = abs(
            372 * (DateForms.year(x) - DateForms.year(y)) + 31 * (DateForms.month(x) - DateForms.month(y))
                + DateForms.day(x) - DateForms.day(y))
        return days <= 45 || days <= 403 && DateForms.day(x) == DateForms.day(y)
    }

    private static func digitsApart(_ x: Int, _ y: Int, _ digits: Int) -> Int {
        var (x, y, apart) = (x, y, 0)
        for _ in 0..<digits {
            if x % 10 != y % 10 { apart += 1 }
            x /= 10
            y /= 10
        }
        return apart
    }

    private static func transposed(_ x: Int, _ y: Int) -> Bool {
        x != y && x % 10 == y / 10 % 10 && y % 10 == x / 10 % 10 && x / 100 == y / 100
    }
}

/// What is remembered of pairs of values: a small table where a newer pair takes an older one's place.
struct PairMemory {
    private var keys: [UInt64]
    private var values: [UInt8]
    private let mask: Int

    init(size: Int) {
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        mask = size - 1
    }

    @inline(__always)
    mutating func value(_ x: UInt32, _ y: UInt32, kind: UInt64, _ compute: () -> UInt8) -> UInt8 {
        let key = UInt64(min(x, y)) << 34 | UInt64(max(x, y)) << 2 | kind
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        if keys[place] == key { return values[place] }
        let value = compute()
        keys[place] = key
        values[place] = value
        return value
    }
}
