import Correspondence

/// Which pairs may be merged without anybody looking.
///
/// Being very probable is not enough: what a careful person would stop at stops the pair too, and a third record that
/// resembles both, which makes a pair likelier, is no evidence about these two.
struct SameZone: Sendable {
    /// One pair in a thousand may be wrong.
    static let least: Float = 10

    private let sex: Int?
    private let birth: Int?
    private let phone: Int?
    private let email: Int?
    private let home: Int?
    private let standing: Int?
    private let family: Int?
    private let company: Int?
    private let given: Int?
    private let numbers: [Int]
    /// For each standing, whether it all but excludes two members of a household, because these have their partners.
    private let excludesHousehold: [Bool]

    init(_ model: LinkageModel) {
        let comparisons = model.comparisons
        func place(_ kind: Comparison.Kind) -> Int? { comparisons.firstIndex { $0.kind == kind } }
        (sex, birth, phone, email) = (place(.sex), place(.birth), place(.phone), place(.email))
        (home, standing) = (place(.home), place(.standing))
        (family, given, company) = (place(.family), place(.given), place(.company))
        let part = model.parts.first { $0.kind == .standing }
        excludesHousehold = part.map { part in part.same.indices.map { part.same[$0] - part.household[$0] >= 6 } } ?? []
        numbers = comparisons.indices.filter { if case .ownNumber = comparisons[$0].kind { true } else { false } }
    }

    /// Whether nothing in a pair's levels makes one stop: a name's column is known, no titles of two sexes, no birth dates that
    /// differ in more than one part or by a generation, no two given names; where two of telephone, e-mail and address are known
    /// of both records at least one agrees, and two firms have one house.
    func isClear(_ levels: UnsafePointer<UInt8>) -> Bool {
        if let sex, [2, 4, 6, 8].contains(levels[sex]) { return false }
        if let birth, [6, 7, 9, 11].contains(levels[birth]) { return false }
        // Where no column tells a name, nobody can say who has what.
        if family == nil, company == nil { return false }
        // Of two firms only the house tells the one from its branch.
        if let company, levels[company] > 3 {
            return home.map { [25, 26].contains(levels[$0]) } ?? false && levels[company] <= 5 || hasOwnNumber(levels)
        }
        if mayBeHousemates(levels), !excludesHousemates(levels) { return false }
        var (agreeing, differing) = (0, 0)
        for place in [phone, email] {
            guard let place, levels[place] != 0 else { continue }
            if levels[place] < 4 { agreeing += 1 } else { differing += 1 }
        }
        if let home, levels[home] != 0 {
            let (street, town) = (levels[home] / 5, levels[home] % 5)
            if street == 4 || town == 4 { differing += 1 } else if street != 0 { agreeing += 1 }
        }
        return agreeing > 0 || differing < 2
    }

    /// Whether what differs is what differs between brothers, or between a mother and her daughter of one name.
    private func mayBeHousemates(_ levels: UnsafePointer<UInt8>) -> Bool {
        if let birth, [5, 10, 12].contains(levels[birth]) { return true }
        if let given, [4, 5, 7, 8, 9].contains(levels[given]) { return true }
        return family.map { levels[$0] != 0 } ?? false && !(birth.map { levels[$0] != 0 } ?? false)
    }

    /// Whether something agrees that every member of a household has for himself, or all but these two are known to have
    /// their partners elsewhere. Name, house and telephone are a father's and a son's alike: of such pairs one in fifty is
    /// two persons.
    private func excludesHousemates(_ levels: UnsafePointer<UInt8>) -> Bool {
        if let standing, levels[standing] <= 6, excludesHousehold[Int(levels[standing])] { return true }
        return hasOwnNumber(levels)
    }

    private func hasOwnNumber(_ levels: UnsafePointer<UInt8>) -> Bool { numbers.contains { levels[$0] == 1 } }

    /// The levels without the support of a third record.
    func withoutSupport(_ levels: UnsafeMutablePointer<UInt8>) {
        if let standing, levels[standing] > 6 { levels[standing] -= 6 }
    }
}
