import Correspondence
import Filing
import Linkage

/// Looks for clients who may be the one that is about to be created, with the engine that finds duplicates.
struct LookAlikeSearch {
    private let file: ClientFile

    /// The columns that the engine compares, as in a search through the whole file.
    static let fields = ClientField.allCases.filter { $0 != .reference }

    /// Up to here every client is compared; above, those that a name, a number or an address leads to.
    static let smallFile = 2000

    /// A file that begins says nothing of how many people there are: a newcomer is as likely a stranger as in one of this size.
    static let leastWorld = 100

    /// Below this a client is no look-alike, unless it is a homonym.
    static let threshold = 0.1

    init(_ file: ClientFile) {
        self.file = file
    }

    /// Returns the look-alikes of `client`, the likeliest first.
    func lookAlikes(of client: Client, limit: Int = 10) throws(Problem) -> [LookAlike] {
        let count = try file.clientCount()
        let scorer = try scorer(records: count)
        let cells = Self.cells(of: client)
        let candidates = try candidates(for: client, among: count, scorer)
        guard !candidates.isEmpty else { return [] }
        var table = RecordTable(fields: scorer.fields)
        for candidate in candidates { table.append(cells: Self.cells(of: candidate.client)) }
        let pairs = scorer.scores(of: cells, among: table, threshold: 0).filter { pair in
            pair.probability >= Self.threshold || Self.areHomonyms(client, candidates[pair.b].client)
        }
        return pairs.prefix(limit).map { pair in
            LookAlike(
                line: candidates[pair.b], probability: pair.probability, likeness: pair.likeness,
                evidence: scorer.explain(cells, Self.cells(of: candidates[pair.b].client)))
        }
    }

    /// Files a client's keys beside those of the others, where a full search has left any.
    func file(_ client: Client) throws(Problem) {
        guard let number = client.number, let model = try keptModel() else { return }
        let scorer = Scorer(fields: Self.columns, model: model)
        let keys = scorer.blockingKeys(of: Self.cells(of: client))
        try file.addBlockingKeys { session throws(Problem) in
            for key in keys { try session.put(key, client: number) }
        }
    }

    private static let columns = fields.map { LinkageField(name: $0.name) }

    private static func cells(of client: Client) -> [String] { fields.map { client.text(of: $0) } }

    /// What the last full search learned, or else what is believed of any list.
    private func scorer(records: Int) throws(Problem) -> Scorer {
        if let model = try keptModel() { return Scorer(fields: Self.columns, model: model) }
        return Scorer(fields: Self.columns, records: max(records, Self.leastWorld))
    }

    private func keptModel() throws(Problem) -> LinkageModel? {
        try file.keptModel().flatMap { try? LinkageModel(encoded: $0.bytes) }
    }

    private func candidates(
        for client: Client, among count: Int, _ scorer: Scorer
    ) throws(Problem) -> [ClientLine] {
        var lines: [ClientLine] = []
        if count <= Self.smallFile {
            let clients = try file.clients()
            while let filed = try clients.next() { lines.append(ClientLine(filed)) }
            return lines
        }
        var known: Set<Client.Number> = []
        for text in Self.leads(of: client) {
            for found in try file.find(text, limit: 200) where known.insert(found.filed.client.number ?? 0).inserted {
                lines.append(ClientLine(found))
            }
        }
        let keys = scorer.blockingKeys(of: Self.cells(of: client))
        for number in try file.clients(sharing: keys, ceiling: scorer.largestBlock) where known.insert(number).inserted
        {
            lines.append(ClientLine(try file.client(number)))
        }
        return lines
    }

    /// What the same client may be found by.
    private static func leads(of client: Client) -> [String] {
        let name = [client.givenName, client.familyName].compactMap(\.self).joined(separator: " ")
        let leads = [client.phone, client.mobile, client.email, name, client.familyName, client.company]
        var seen: Set<String> = []
        return leads.compactMap(\.self).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// Whether two clients bear the same name, accents, capitals and hyphens aside.
    private static func areHomonyms(_ a: Client, _ b: Client) -> Bool {
        let (first, second) = (folded(a), folded(b))
        return !first.isEmpty && first == second
    }

    private static func folded(_ client: Client) -> String {
        let name = [client.givenName, client.familyName].compactMap(\.self).joined(separator: " ")
        return PlainCapitals.of(name.isEmpty ? client.company ?? "" : name)
    }
}
