package import Correspondence
package import Filing
package import Linkage

/// Looks for the duplicates of a night's newcomers without comparing the whole file again.
///
/// A newcomer meets the records that share a blocking key with it. How a pair stands among its rivals, and how a group holds
/// together, depends on the partners' own partners too: they are looked at with it. So a newcomer gets the pairs that a full
/// look with the same model would give it.
package struct NewcomerLook {
    private let file: ClientFile
    private let model: LinkageModel
    private let scorer: Scorer
    private let progress: Progress

    /// A pair less likely than this needs no second look.
    private static let likely = 0.02

    package init(_ file: ClientFile, model: LinkageModel, progress: Progress) {
        self.file = file
        self.model = model
        self.progress = progress
        scorer = Scorer(fields: RecordList.columns, model: model)
    }

    /// Returns the groups that a newcomer is in.
    ///
    /// - Parameter unfiled: Whoever's blocking keys are not filed yet, beside the newcomers: they are looked at as possible partners.
    package func groups(of newcomers: [Client], beside unfiled: [Client] = []) throws(Problem) -> [FoundGroup] {
        guard !newcomers.isEmpty else { return [] }
        let new = Self.numbers(newcomers)
        let near = new.union(Self.numbers(unfiled))
        let partners = try likelyPartners(of: newcomers, near)
        let circle = try records(
            near.union(partners.compactMap(\.number)), and: try neighbours(of: partners))
        let look = try DuplicateLook(through: circle, apart: ApartBook(file), model: model, progress: progress)
        return look.groups.filter { !new.isDisjoint(with: $0.members) }
    }

    func groups(of numbers: Set<Client.Number>, beside unfiled: [Client]) throws(Problem) -> [FoundGroup] {
        try groups(of: clients(numbers), beside: unfiled)
    }

    /// Files the blocking keys of newcomers, so that those who come later meet them.
    package func fileKeys(of newcomers: [Client]) throws(Problem) {
        try LinkageMemory.fileKeys(of: Self.list(newcomers), scorer, in: file)
    }

    /// - Parameter known: Records that are looked at without being met by a key.
    private func likelyPartners(of newcomers: [Client], _ known: Set<Client.Number>) throws(Problem) -> [Client] {
        let new = Self.numbers(newcomers)
        let near = try records(known, and: try neighbours(of: newcomers))
        try progress.tell(.comparing, 0, of: near.numbers.count)
        guard near.numbers.count > 1 else { return [] }
        let result = try Linkage(options: LinkageOptions(threshold: Self.likely, model: model)).result(of: near.table)
        var partners: Set<Client.Number> = []
        for pair in result.pairs {
            let (one, other) = (near.numbers[pair.a], near.numbers[pair.b])
            if new.contains(one) { partners.insert(other) }
            if new.contains(other) { partners.insert(one) }
        }
        return try clients(partners)
    }

    /// The numbers of the records that share a key with any of `clients`.
    private func neighbours(of clients: [Client]) throws(Problem) -> Set<Client.Number> {
        var found: Set<Client.Number> = []
        let list = Self.list(clients)
        for keys in scorer.blockingKeys(of: list.table) {
            found.formUnion(try file.clients(sharing: keys, ceiling: scorer.largestBlock))
        }
        return found
    }

    private func records(_ some: Set<Client.Number>, and others: Set<Client.Number>) throws(Problem) -> RecordList {
        Self.list(try clients(some.union(others)))
    }

    private func clients(_ numbers: Set<Client.Number>) throws(Problem) -> [Client] {
        var clients: [Client] = []
        for number in numbers.sorted() { clients.append(try file.client(number).client) }
        return clients
    }

    private static func numbers(_ clients: [Client]) -> Set<Client.Number> { Set(clients.compactMap(\.number)) }

    private static func list(_ clients: [Client]) -> RecordList {
        var list = RecordList()
        for client in clients { list.append(client) }
        return list
    }
}
