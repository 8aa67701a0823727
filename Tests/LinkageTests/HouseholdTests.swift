import Correspondence
import Testing

@testable import Linkage

/// Lists in which much is shared by persons and firms that are not the same.
struct HouseholdTests {
    private static let men = [
        "Paul", "Denis", "Hervé", "Yann", "Gilles", "Marc", "Olivier", "Xavier", "Bruno", "Tanguy",
    ]
    private static let women = [
        "Léa", "Solène", "Brigitte", "Claire", "Fanny", "Inès", "Katell", "Nadine", "Rozenn", "Zoé",
    ]

    private struct Home {
        var cells: [[String]] = []
        var clusters: [Int] = []
        private var state: UInt64 = 11

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }

        mutating func word() -> String {
            let parts = ["ker", "mor", "lan", "gué", "bis", "tal", "dou", "ven", "cos", "pil", "rue", "fay"]
            return (0..<3).map { _ in parts[next(parts.count)] }.joined()
        }
    }

    /// Title, family name, given name, street, postcode, town, phone, email, birth date: homes of couples who share everything
    /// but title, given name and birth; every eighth person twice, the second time with a slip or without a telephone.
    private static func couples(_ count: Int) -> (cells: [[String]], clusters: [Int]) {
        var home = Home()
        for number in 0..<count {
            let (family, street) = (home.word(), "\(1 + home.next(90)) rue \(home.word())")
            let shared = [
                street, "\(10_000 + home.next(80_000))", home.word(), "02\(10_000_000 + home.next(80_000_000))",
                "\(family)\(number)@example.org",
            ]
            for (title, given) in [("M.", men[home.next(10)]), ("Mme", women[home.next(10)])] {
                let born = "19\(40 + home.next(50))-0\(1 + home.next(9))-1\(home.next(9))"
                home.cells.append([title, family, given] + shared + [born])
                home.clusters.append(home.clusters.count)
                guard home.next(8) == 0, let last = home.cells.last, let cluster = home.clusters.last else { continue }
                var again = last
                again[home.next(2) == 0 ? 6 : 7] = ""
                if home.next(2) == 0 { again[1] += "s" }
                home.cells.append(again)
                home.clusters.append(cluster)
            }
        }
        // Clusters are numbered by their first row; copies repeat it.
        return (home.cells, home.clusters)
    }

    private static let fields: [LinkageField] = [
        .title, .familyName, .givenName, .street, .postcode, .town, .phone, .email, .birthDate,
    ]

    private func quality(_ fields: [LinkageField], _ list: (cells: [[String]], clusters: [Int])) throws -> (
        precision: Double, recall: Double, wrongSame: Int
    ) {
        var table = RecordTable(fields: fields)
        for cells in list.cells { table.append(cells: cells) }
        let result = try Linkage().result(of: table)
        var (found, right) = (0, 0)
        for group in result.groups {
            for (place, a) in group.enumerated() {
                for b in group[(place + 1)...] {
                    found += 1
                    if list.clusters[a] == list.clusters[b] { right += 1 }
                }
            }
        }
        let copies = list.clusters.count - Set(list.clusters).count
        let wrong = result.pairs.count { $0.likeness == .same && list.clusters[$0.a] != list.clusters[$0.b] }
        return (Double(right) / Double(max(found, 1)), Double(right) / Double(copies), wrong)
    }

    @Test func `couples who share house, telephone and mailbox are not taken for duplicates, births known or not`()
        throws
    {
        let list = Self.couples(900)
        let whole = try quality(Self.fields, list)
        #expect(whole.precision > 0.97 && whole.recall > 0.97 && whole.wrongSame == 0, "\(whole)")
        let unborn = try quality(Self.fields.dropLast(), (list.cells.map { $0.dropLast() }, list.clusters))
        #expect(unborn.precision > 0.95 && unborn.recall > 0.95 && unborn.wrongSame == 0, "\(unborn)")
    }

    @Test func `a telephone and a mailbox under names of their own prove no more than under ours`() throws {
        let list = Self.couples(900)
        var fields = Self.fields
        (fields[6], fields[7]) = (.other("fixe domicile"), .other("adr_elec"))
        let found = try quality(fields, list)
        #expect(found.precision > 0.97 && found.recall > 0.95 && found.wrongSame == 0, "\(found)")
    }

    @Test func `where no column is known as a name no pair is merged unattended`() throws {
        let list = Self.couples(300)
        let fields = (0..<9).map { LinkageField.other("column \($0)") }
        #expect(try quality(fields, list).wrongSame == 0)
    }

    @Test func `what stands in another column already is not counted again`() throws {
        let list = Self.couples(900)
        let wider = list.cells.map { cells in
            cells + [
                String(cells[8].prefix(4)), String(cells[4].prefix(2)), "\(cells[2]) \(cells[1])",
                cells[5].isEmpty ? "" : "canton de \(cells[5].prefix(6))",
            ]
        }
        let more: [LinkageField] = [.other("année"), .other("dép"), .other("nom complet"), .other("canton")]
        var table = RecordTable(fields: Self.fields + more)
        for cells in wider { table.append(cells: cells) }
        let model = try Linkage().result(of: table).model
        #expect(!model.parts.contains { ["année", "dép", "nom complet", "canton"].contains($0.field) })
        let found = try quality(Self.fields + more, (wider, list.clusters))
        #expect(found.precision > 0.97 && found.recall > 0.97 && found.wrongSame == 0, "\(found)")
    }

    private static let bank = ["Crédit Agricole", "0800123456", "contact@ca.example"]

    @Test func `branches of one firm share name, telephone and mailbox and are never merged unattended`() throws {
        var table = RecordTable(fields: [.company, .phone, .email, .street, .postcode, .town])
        for house in [
            ["4 rue de la Paix", "35000", "Rennes"], ["12 quai Nord", "56000", "Vannes"],
            ["3 place Haute", "29200", "Brest"],
        ] { table.append(cells: Self.bank + house) }
        #expect(try Linkage().result(of: table).pairs.allSatisfy { $0.likeness != .same })
    }

    @Test func `a list of firms with many branches has no duplicates but the true ones`() throws {
        var home = Home()
        var clusters: [Int] = []
        for firm in 0..<120 {
            let name = "\(home.word()) \(home.word())"
            let contact = ["0800\(100_000 + firm)", "contact@firm\(firm).example"]
            for _ in 0..<(firm % 3 == 0 ? 6 : 1) {
                let house = ["\(1 + home.next(90)) rue \(home.word())", "\(10_000 + home.next(80_000))", home.word()]
                home.cells.append([name] + contact + house)
                clusters.append(clusters.count)
                if home.next(5) == 0 {
                    home.cells.append(["SARL \(name)"] + contact + house)
                    clusters.append(clusters[clusters.count - 1])
                }
            }
        }
        let found = try quality([.company, .phone, .email, .street, .postcode, .town], (home.cells, clusters))
        #expect(found.precision > 0.99 && found.recall > 0.97 && found.wrongSame == 0, "\(found)")
    }

    @Test(arguments: [("Anna", "Anne"), ("Marie", "Maria"), ("Jean-Paul", "Jean-Pierre"), ("Michel", "Michelle")])
    func `twins of nearly one name are for a person to judge`(one: String, two: String) throws {
        let rest = ["6 rue du Puits", "56370", "Sarzeau", "0639989188", "famille.josse@example.net", "2004-08-12"]
        var table = RecordTable(fields: MadeList.fields)
        table.append(cells: ["Josse", one] + rest)
        table.append(cells: ["Josse", two] + rest)
        #expect(try Linkage().result(of: table).pairs.allSatisfy { $0.likeness != .same })
    }
}
