import Linkage

/// A published set with columns or records taken away: lists as they also come, for which nothing was tuned.
struct Variant {
    var name: String
    var set: String
    /// The columns that stay, by the names of the set's header; nil: all.
    var columns: Set<String>?
    var records = Records.all

    enum Records {
        case all
        /// The first record of each client: a list without duplicates.
        case oneOfEach
        /// All records of one client in so many.
        case clients(oneIn: UInt64)
    }

    static let all = [
        Variant(
            name: "ess_nosource", set: "ess_census_cis",
            columns: ["given_name", "surname", "sex", "address", "postcode", "birth_date"]),
        Variant(
            name: "ess_nosex", set: "ess_census_cis",
            columns: ["given_name", "surname", "address", "postcode", "birth_date"]),
        Variant(name: "febrl3_noid", set: "febrl3", columns: febrl.union(["date_of_birth"])),
        Variant(name: "febrl3_nobirth", set: "febrl3", columns: febrl),
        Variant(name: "fr_namebirth", set: "french_100k", columns: ["family_name", "given_name", "birth_date"]),
        Variant(
            name: "fr_nameaddr", set: "french_100k",
            columns: ["family_name", "given_name", "street", "postcode", "town"]),
        Variant(name: "fr_contact", set: "french_100k", columns: ["family_name", "given_name", "phone", "email"]),
        Variant(
            name: "fr_notitle", set: "french_100k",
            columns: ["family_name", "given_name", "street", "postcode", "town", "phone", "email", "birth_date"]),
        Variant(name: "fr_nodup", set: "french_100k", records: .oneOfEach),
        Variant(name: "fr_6k", set: "french_100k", records: .clients(oneIn: 15)),
        Variant(name: "fr_2k", set: "french_100k", records: .clients(oneIn: 50)),
        Variant(name: "fr_200", set: "french_100k", records: .clients(oneIn: 500)),
    ]

    private static let febrl: Set<String> = [
        "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state",
    ]

    /// The variant's part of its set.
    func part(of list: CSVTable, _ truth: [Int], map: [String: String]) -> (CSVTable, [Int]) {
        let compared = list.header.filter { $0 != "id" && map[$0] != "-" }
        let kept = compared.indices.filter { columns?.contains(compared[$0]) ?? true }
        var part = CSVTable(header: ["id"] + kept.map { compared[$0] }, fields: kept.map { list.table.fields[$0] })
        var clusters: [Int] = []
        var seen: Set<Int> = []
        for row in list.ids.indices where isKept(truth[row], &seen) {
            part.ids.append(list.ids[row])
            part.table.append(cells: kept.map { list.table.cell(row: row, column: $0) })
            clusters.append(truth[row])
        }
        return (part, clusters)
    }

    private func isKept(_ cluster: Int, _ seen: inout Set<Int>) -> Bool {
        switch records {
        case .all: true
        case .oneOfEach: seen.insert(cluster).inserted
        case .clients(let share): Dice.first(of: cluster) % share == 0
        }
    }
}

extension Measurement {
    /// Measures every variant of the sets in a folder.
    static func variants(in folder: String, maps: String) throws {
        printHead()
        for variant in Variant.all {
            let path = folder + "/" + variant.set
            let map = try columnMap(maps + "/" + variant.set + ".yml")
            let whole = try CSVTable(path: path + "/records.csv", map: map)
            let (list, truth) = variant.part(of: whole, try clusters(path + "/truth.csv", whole.ids), map: map)
            try measure(variant.name, truth) { list }.printRow()
        }
    }
}
