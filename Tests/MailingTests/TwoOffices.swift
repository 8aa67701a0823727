import Correspondence
import Filing
import Foundation
import Mailing
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

/// Two offices with the same clients, where the same is done at the desk; only one of them merges, and takes merges back.
struct TwoOffices {
    let merging: CleanUpOffice
    let plain: CleanUpOffice
    private let desks: [ReceptionDesk]
    var random: Seeded
    /// Merges in force.
    private var open: [Int64] = []
    /// How often each thing was done, so that a test can see that all of it was.
    private(set) var done: [String: Int] = [:]
    private var moment = CleanUpOffice.moment
    private var stamp = 0

    private static let records = 4
    private static let fields: [ClientField] = [.phone, .mobile, .email, .company, .birthDate, .type, .street, .town]

    init(seed: Int) throws {
        (merging, plain) = (try CleanUpOffice(), try CleanUpOffice())
        desks = try [merging, plain].map { try ReceptionDesk($0.workplace) }
        random = Seeded(seed: seed)
        let people = (1...Self.records).map { number in
            guest("Durand", "Alix") { client in
                client.reference = "R\(number)"
                if Bool.random(using: &random) { client.phone = "+3326191400\(number)" }
                if Bool.random(using: &random) { client.company = "Firm \(number)" }
                if Bool.random(using: &random) { client.types = ["tourist"] }
                if Bool.random(using: &random) {
                    client.address = PostalAddress(street: "\(number) rue Haute", postcode: "35400", town: "Saint-Malo")
                }
            }
        }
        let product = Product(code: "JETON", name: "Jeton", price: Money(cents: 450), vatRate: 2000)
        for office in [merging, plain] {
            try office.take(people, on: CivilDate(dayNumber: CleanUpOffice.day.dayNumber - 400))
            try office.file.put([product])
        }
    }

    /// What `publipost export` writes of both offices.
    func exports() throws -> (merging: Data, plain: Data) { (try export(of: merging), try export(of: plain)) }

    func export(of office: CleanUpOffice) throws -> Data {
        let path = office.path("export.xml")
        _ = try desks[office === merging ? 0 : 1].export(to: path)
        return try Data(contentsOf: URL(filePath: path))
    }

    /// Bank accounts are left out of the export, so they are compared by themselves.
    func accounts() throws -> (merging: [[BankAccount]], plain: [[BankAccount]]) {
        func all(_ office: CleanUpOffice) throws -> [[BankAccount]] {
            try (1...Int64(Self.records)).map { try office.file.lines(of: $0, as: BankAccount.self) }
        }
        return (try all(merging), try all(plain))
    }

    mutating func step() throws {
        moment += Int64.random(in: 1...100_000, using: &random)
        stamp += 1
        let number = number()
        switch Int.random(in: 0..<16, using: &random) {
        case 0...4: try merge()
        case 5, 6: try undo()
        case 7, 8: try edit(number)
        case 9: try addLine(to: number)
        case 10: try changeLine(of: number)
        case 11: try enter(number)
        case 12: try importAgain(number)
        case 13: try keepApart(number, self.number())
        case 14: try mail(number)
        default:
            // Seldom, or soon everybody would have objected.
            if Int.random(in: 0..<4, using: &random) == 0 { try object(number) }
        }
    }

    mutating func undoAll() throws {
        for merge in open.shuffled(using: &random) { try undo(merge) }
        open = []
        for decision in try merging.file.apartDecisions() {
            try merging.file.forgetApart(decision.one, decision.other)
        }
    }

    /// Merges and undoes at once, several records at a time.
    mutating func mergeAndUndo() throws {
        let before = open.count
        try merge()
        for merge in open[before...].reversed() { try undo(merge) }
        open.removeSubrange(before...)
    }
}

extension TwoOffices {
    private mutating func merge() throws {
        let members = (0..<Int.random(in: 2...3, using: &random)).map { _ in number() }
        var order = MergeOrder(members, into: Bool.random(using: &random) ? members[0] : nil)
        if Bool.random(using: &random) { order.choices = [.phone: members[1], .street: members[0]] }
        do {
            let isDeep = try members.contains { try family($0).count > 1 }
            let merges = try merging.file.merge([order], by: "clerk", at: moment)
            if isDeep { count("merge of the merged") }
            open += merges.map(\.number)
            count("merge")
        } catch {
            // One already, or kept apart: then nothing was done, which the comparison shows.
            count("refused")
        }
    }

    private mutating func undo() throws {
        guard let index = open.indices.randomElement(using: &random) else { return }
        try undo(open.remove(at: index))
    }

    private mutating func undo(_ merge: Int64) throws {
        try merging.file.undo(merge, by: "clerk", at: moment)
        count("undo")
    }

    /// In a family an address is taken over as a whole by the record that is edited: so it is in the plain office.
    private mutating func edit(_ number: Client.Number) throws {
        let field = Self.fields.randomElement(using: &random) ?? .phone
        let stamp = stamp
        try merging.file.change(number, by: "clerk", at: moment) { $0.write(field, stamp) }
        let address = try merging.file.client(number).client.address
        try plain.file.change(number, by: "clerk", at: moment) { client in
            client.write(field, stamp)
            if field == .street || field == .town { client.address = address }
        }
        count("edit of \(field.name)")
    }

    private mutating func addLine(to number: Client.Number) throws {
        let name = "n\(stamp)"
        switch Int.random(in: 0..<5, using: &random) {
        case 0: try add(Companion(givenName: name), number)
        case 1: try add(Vehicle(plate: name), number)
        case 2: try add(IdentityPaper(kind: name), number)
        case 3: try add(Animal(name: name), number)
        default: try add(BankAccount(iban: Self.iban(stamp)), number)
        }
    }

    private mutating func add<Line: TabLine>(_ line: Line, _ number: Client.Number) throws {
        for office in [merging, plain] { try office.file.add(line, to: number, by: "clerk", at: moment) }
        count("\(Line.table) added")
    }

    private mutating func changeLine(of number: Client.Number) throws {
        let name = "n\(stamp)"
        switch Int.random(in: 0..<5, using: &random) {
        case 0: try change(number) { (line: inout Companion) in line.familyName = name }
        case 1: try change(number) { (line: inout Vehicle) in line.kind = name }
        case 2: try change(number) { (line: inout IdentityPaper) in line.country = name }
        case 3: try change(number) { (line: inout Animal) in line.species = name }
        default: try change(number) { (line: inout BankAccount) in line.holder = name }
        }
    }

    /// Changes or removes a line of a record's own, which stands elsewhere in the tab of the merged client.
    private mutating func change<Line: TabLine>(_ number: Client.Number, _ body: (inout Line) -> Void) throws {
        let own = try plain.file.lines(of: number, as: Line.self)
        guard let line = own.randomElement(using: &random) else { return }
        let removes = Int.random(in: 0..<3, using: &random) == 0
        for office in [merging, plain] {
            let lines = try office.file.lines(of: number, as: Line.self)
            let position = try #require(lines.firstIndex(of: line)) + 1
            if removes {
                try office.file.remove(Line.self, position, of: number, by: "clerk", at: moment)
            } else {
                try office.file.change(position, of: number, by: "clerk", at: moment, body)
            }
        }
        count("\(Line.table) \(removes ? "removed" : "changed")")
    }

    private mutating func enter(_ number: Client.Number) throws {
        let day = CivilDate(dayNumber: 15_000 + Int32(stamp))
        let what = Int.random(in: 0..<3, using: &random)
        for office in [merging, plain] {
            switch what {
            case 0:
                let request = Request(client: number, kind: .documentation, receivedOn: day)
                _ = try office.file.add(request, by: "clerk", at: moment)
            case 1:
                let stay = Stay(client: number, arrival: day, departure: day.adding(days: 7))
                _ = try office.file.add(stay, by: "clerk", at: moment)
            default: try office.file.sell("JETON", to: number, by: "clerk", at: moment)
            }
        }
        count(["request", "stay", "sale"][what])
    }

    private mutating func importAgain(_ number: Client.Number) throws {
        let row = guest("Durand", "Alix") { client in
            client.reference = "R\(number)"
            client.email = "m\(stamp)@example.org"
        }
        for office in [merging, plain] { try office.take([row], on: CivilDate(dayNumber: Int32(moment / 86_400))) }
        count("import")
    }

    private mutating func keepApart(_ one: Client.Number, _ other: Client.Number) throws {
        // Refused for two that are one now.
        if (try? merging.file.keepApart([one, other], by: "clerk", at: moment)) != nil { count("apart") }
        if Bool.random(using: &random), let decision = try merging.file.apartDecisions().first {
            try merging.file.forgetApart(decision.one, decision.other)
        }
    }

    private mutating func mail(_ number: Client.Number) throws {
        guard Int.random(in: 0..<3, using: &random) == 0 else {
            for office in [merging, plain] {
                try office.file.bookReturned(letter: nil, of: number, reason: "unknown", by: "clerk", at: moment)
            }
            return count("returned mail")
        }
        try merging.file.settleReturned(number, by: "clerk", at: moment)
        for member in try family(number) { try plain.file.settleReturned(member, by: "clerk", at: moment) }
        count("returned mail settled")
    }

    /// An objection holds for all records that are one client when it is made.
    private mutating func object(_ number: Client.Number) throws {
        try merging.file.object(number, by: "clerk", at: moment)
        for member in try family(number) { try plain.file.object(member, by: "clerk", at: moment) }
        count("objection")
    }

    private func family(_ number: Client.Number) throws -> [Client.Number] {
        let root = try merging.file.currentNumber(of: number)
        return try (1...Int64(Self.records)).filter { try merging.file.currentNumber(of: $0) == root }
    }

    private mutating func number() -> Client.Number {
        Int64.random(in: 1...Int64(Self.records), using: &random)
    }

    private mutating func count(_ what: String) { done[what, default: 0] += 1 }

    /// A German account number with its check digits (ISO 13616, mod 97).
    private static func iban(_ number: Int) -> String {
        let account = String(repeating: "0", count: 18 - String(number).count) + String(number)
        let rest = (account + "131400").reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
        let check = 98 - rest
        return "DE\(check < 10 ? "0" : "")\(check)\(account)"
    }
}

extension Client {
    /// Writes something that nobody has yet into a field.
    fileprivate mutating func write(_ field: ClientField, _ stamp: Int) {
        let text = "v\(stamp)"
        switch field {
        case .phone: phone = text
        case .mobile: mobile = text
        case .email: email = text
        case .company: company = text
        case .birthDate: birthDate = CivilDate(dayNumber: Int32(stamp % 9000))
        case .type: types = [text]
        case .street: address.street = text
        default: address.town = text
        }
    }
}
