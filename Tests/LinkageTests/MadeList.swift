import Linkage

/// A made list of persons with known errors, for tests; always the same for a seed.
struct MadeList {
    var table: RecordTable
    var clusters: [Int] = []
    private var state: UInt64

    static let fields: [LinkageField] = [
        .familyName, .givenName, .street, .postcode, .town, .phone, .email, .birthDate,
    ]

    init(persons: Int, copiesEvery step: Int, seed: UInt64 = 1) {
        table = RecordTable(fields: Self.fields)
        state = seed
        for person in 0..<persons {
            let cells = self.person()
            add(cells, person)
            if person % step == 0 { add(copy(cells), person) }
        }
    }

    private mutating func add(_ cells: [String], _ cluster: Int) {
        table.append(cells: cells)
        clusters.append(cluster)
    }

    private mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    private mutating func word(_ syllables: Int) -> String {
        let all = ["ba", "do", "ri", "mu", "ler", "tan", "ve", "gon", "si", "pel", "cha", "bert"]
        return (0..<syllables).map { _ in all[next(all.count)] }.joined()
    }

    private mutating func person() -> [String] {
        let (family, given) = (word(3), word(2))
        return [
            family, given, "\(1 + next(99)) rue \(word(3))", "\(10000 + next(80000))", word(3),
            "06\(10_000_000 + next(89_999_999))",
            "\(given).\(family)\(next(99))@example.org", "\(1940 + next(60))-0\(1 + next(9))-\(10 + next(18))",
        ]
    }

    /// One error or two: a slip in the family name, another house, no birth date, no e-mail.
    private mutating func copy(_ cells: [String]) -> [String] {
        var copy = cells
        if next(4) == 0 { copy[0] += "s" }
        if next(4) == 0 { copy[2] = "\(1 + next(99)) rue \(word(3))" }
        if next(3) == 0 { copy[7] = "" }
        if next(3) == 0 { copy[6] = "" }
        return copy
    }
}
