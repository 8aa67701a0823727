import Correspondence
import Filing
import Linkage

/// Looks through the whole client file for records that are the same client.
struct DuplicateCheck {
    /// What was found, by client numbers.
    struct Finding {
        var clients = 0
        /// Groups of records that are surely the same client, by their first number.
        var sure: [DuplicateGroup] = []
        /// Groups that hold a pair which a person should look at.
        var doubtful: [DuplicateGroup] = []
    }

    private static let fields = ClientField.allCases.filter { $0 != .reference }

    /// - Complexity: Memory grows with the client file: Linkage holds it as one compact table.
    func finding(in file: ClientFile, progress: Progress) throws(Problem) -> Finding {
        var numbers: [Client.Number] = []
        var table = RecordTable(fields: Self.fields.map { LinkageField(name: $0.name) })
        let clients = try file.clients()
        while let filed = try clients.next() {
            numbers.append(filed.client.number ?? 0)
            table.append(cells: Self.fields.map { filed.client.text(of: $0) })
        }
        try progress.tell(.comparing, 0, of: numbers.count)
        guard numbers.count > 1 else { return Finding(clients: numbers.count) }
        let result = try Linkage(options: LinkageOptions()).result(of: table)
        return Self.finding(from: result, numbers: numbers)
    }

    private static func finding(from result: LinkageResult, numbers: [Client.Number]) -> Finding {
        var finding = Finding(clients: numbers.count)
        for (group, pairs) in zip(result.groups, pairsByGroup(of: result)) {
            let sure = SureGroups(of: group, pairs: pairs).groups
            finding.sure += sure.map { rows in
                DuplicateGroup(
                    members: rows.map { numbers[$0] }, probability: weakest(pairs, within: rows), likeness: .same)
            }
            if sure.first?.count != group.count {
                finding.doubtful.append(
                    DuplicateGroup(
                        members: group.map { numbers[$0] }, probability: weakest(pairs, within: group),
                        likeness: .check))
            }
        }
        finding.sure.sort { $0.members[0] < $1.members[0] }
        return finding
    }

    /// The pairs inside each group, in the groups' order.
    private static func pairsByGroup(of result: LinkageResult) -> [[LinkedPair]] {
        var groupOfRow: [Int: Int] = [:]
        for (number, group) in result.groups.enumerated() {
            for row in group { groupOfRow[row] = number }
        }
        var pairs = [[LinkedPair]](repeating: [], count: result.groups.count)
        for pair in result.pairs {
            if let group = groupOfRow[pair.a], group == groupOfRow[pair.b] { pairs[group].append(pair) }
        }
        return pairs
    }

    private static func weakest(_ pairs: [LinkedPair], within rows: [Int]) -> Double {
        let rows = Set(rows)
        return pairs.filter { rows.contains($0.a) && rows.contains($0.b) }.map(\.probability).min() ?? 0
    }
}

/// The parts of a group that hold together by "same" pairs alone.
private struct SureGroups {
    /// Of two or more rows each, ascending.
    var groups: [[Int]] = []

    init(of group: [Int], pairs: [LinkedPair]) {
        var leader: [Int: Int] = [:]
        func head(_ row: Int) -> Int {
            var row = row
            while let next = leader[row], next != row { row = next }
            return row
        }
        for pair in pairs where pair.likeness == .same {
            let (a, b) = (head(pair.a), head(pair.b))
            leader[max(a, b)] = min(a, b)
        }
        let parts = Dictionary(grouping: group, by: head)
        groups = parts.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
