import Correspondence
import Filing
import Foundation
import Testing

/// SplitMix64, so that a failing sequence can be told by its seed. Source: G. Steele, D. Lea, C. Flood, 2014.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// What a desk and a night could do to a small file, at random, beside a model that knows no merging at all.
struct Shuffle {
    let file: ClientFile
    var random: Seeded
    var moment: Int64 = 1_795_000_000
    /// What each record itself must be once every merge is undone.
    var model: [Client.Number: Client] = [:]
    var companions: [Client.Number: [String]] = [:]
    var open: [Int64] = []

    static let records = 8

    /// How many sequences to try: `PUBLIPOST_THOROUGH=20 swift test` takes twenty times as many.
    static func sequences(_ count: Int) -> Int {
        count * (ProcessInfo.processInfo.environment["PUBLIPOST_THOROUGH"].flatMap(Int.init) ?? 1)
    }

    init(_ office: Office, seed: Int) throws {
        file = try office.file()
        random = Seeded(seed: seed)
        for number in 1...Int64(Self.records) {
            var client = person("Durand", reference: "\(number)")
            for field in [ClientField.givenName, .phone, .email, .company] where Bool.random(using: &random) {
                client.set(field, "\(field)\(number)")
            }
            if Bool.random(using: &random) {
                client.address = PostalAddress(
                    street: "\(number) rue", postcode: "3540\(number)", town: "Ville \(number)")
            }
            client.createdOn = CivilDate(dayNumber: Int32.random(in: 15_000...20_000, using: &random))
            try file.file(client)
            client.number = number
            model[number] = client
        }
    }

    mutating func step() throws {
        moment += Int64.random(in: 1...200_000, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: try merge()
        case 4, 5: try undo()
        case 6, 7: try edit()
        case 8: try add()
        default: try importAgain()
        }
    }

    private mutating func merge() throws {
        let members = (0..<Int.random(in: 2...3, using: &random)).map { _ in number() }
        do {
            open += try file.merge([MergeOrder(members)], by: "a", at: moment, automatic: Bool.random(using: &random))
                .map(\.number)
        } catch {
            // Already one, or kept apart: then nothing was done, which the comparison at the end shows.
        }
        if Bool.random(using: &random) {
            for decision in try file.apartDecisions() { try file.forgetApart(decision.one, decision.other) }
        }
    }

    private mutating func undo() throws {
        guard let index = open.indices.randomElement(using: &random) else { return }
        try file.undo(open.remove(at: index), by: "a", at: moment)
    }

    /// The model's record takes what the family shows in the units that were edited.
    private mutating func edit() throws {
        let number = number()
        let value = "v\(moment)"
        let field = [ClientField.givenName, .phone, .email, .town].randomElement(using: &random) ?? .phone
        try file.change(number, by: "a", at: moment) { $0.set(field, value) }
        let shown = try file.client(number).client
        if field == .town { model[number]?.address = shown.address } else { model[number]?.set(field, value) }
    }

    private mutating func add() throws {
        let number = number()
        try file.add(Companion(givenName: "c\(moment)"), to: number, by: "a", at: moment)
        companions[number, default: []].append("c\(moment)")
    }

    private mutating func importAgain() throws {
        let number = number()
        let row = person(nil, reference: "\(number)") { $0.email = "m\(moment)" }
        _ = try file.importRows(on: CivilDate(dayNumber: Int32(moment / 86_400))) { session throws(Problem) in
            try session.put(ImportedRow(client: row, line: 1))
        }
        model[number]?.email = row.email
    }

    private mutating func number() -> Client.Number {
        Int64.random(in: 1...Int64(Self.records), using: &random)
    }

    mutating func undoAll() throws {
        for merge in open.shuffled(using: &random) { try file.undo(merge, by: "a", at: moment) }
        open = []
    }
}

extension Client {
    mutating func set(_ field: ClientField, _ value: String) {
        switch field {
        case .givenName: givenName = value
        case .phone: phone = value
        case .email: email = value
        case .company: company = value
        case .town: address.town = value
        default: break
        }
    }
}

struct MergingPropertyTests {
    /// Everything that `publipost export` would write of the clients, and what they lead to.
    private func dump(_ file: ClientFile) throws -> [String] {
        try file.all().map { client in
            let number = client.number ?? 0
            return "\(client)\(try file.lines(of: number, as: Companion.self))\(try file.stays(of: number))"
        }
    }

    @Test(arguments: 0..<Shuffle.sequences(40))
    func `once every merge is undone, every record is as if there had never been one`(seed: Int) throws {
        let office = Office()
        var shuffle = try Shuffle(office, seed: seed)
        for _ in 0..<30 { try shuffle.step() }
        try shuffle.undoAll()
        #expect(try shuffle.file.all() == shuffle.model.keys.sorted().compactMap { shuffle.model[$0] })
        for number in shuffle.model.keys {
            let companions = try shuffle.file.lines(of: number, as: Companion.self).compactMap(\.givenName)
            #expect(companions == shuffle.companions[number] ?? [])
        }
    }

    @Test(arguments: 0..<Shuffle.sequences(40))
    func `a merge that is undone at once leaves the content as it was, wherever it comes`(seed: Int) throws {
        let office = Office()
        var shuffle = try Shuffle(office, seed: 1000 + seed)
        for _ in 0..<15 {
            try shuffle.step()
            let before = try dump(shuffle.file)
            let numbers = try shuffle.file.all().compactMap(\.number).shuffled(using: &shuffle.random)
            guard numbers.count > 1 else { continue }
            for decision in try shuffle.file.apartDecisions() {
                try shuffle.file.forgetApart(decision.one, decision.other)
            }
            let merge = try shuffle.file.merge([MergeOrder(Array(numbers.prefix(3)))], by: "a", at: shuffle.moment)
            for record in merge { try shuffle.file.undo(record.number, by: "a", at: shuffle.moment) }
            #expect(try dump(shuffle.file) == before)
        }
    }

    @Test(arguments: 0..<Shuffle.sequences(40))
    func `every number leads to one shown record, and every shown record to itself`(seed: Int) throws {
        let office = Office()
        var shuffle = try Shuffle(office, seed: 5000 + seed)
        for _ in 0..<25 { try shuffle.step() }
        let shown = try shuffle.file.all().compactMap(\.number)
        for number in shown { #expect(try shuffle.file.currentNumber(of: number) == number) }
        for number in 1...Int64(Shuffle.records) {
            #expect(shown.contains(try shuffle.file.currentNumber(of: number)))
            #expect(
                try shuffle.file.client(reference: "\(number)").client.number == shuffle.file.currentNumber(of: number))
        }
    }
}
