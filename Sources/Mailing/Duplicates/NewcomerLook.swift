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

    /// Returns the groups that a newcomer is in. The newcomers' blocking keys are filed on the way.
    package func groups(of newcomers: [Client]) throws(Problem) -> [FoundGroup] {
        guard !newcomers.isEmpty else { return [] }
        let new = Set(newcomers.compactMap(\.number))
        try fileKeys(of: newcomers)
        let partners = try likelyPartners(of: newcomers)
        let circle = try records(new.union(partners.compactMap(\.number)), and: try neighbours(of: partners))
        let look = try DuplicateLook(through: circle, apart: ApartBook(file), model: model, progress: progress)
        return look.groups.filter { !new.isDisjoint(with: $0.members) }
    }

    private func fileKeys(of newcomers: [Client]) throws(Problem) {
        let list = Self.list(newcomers)
        try file.addBlockingKeys { session throws(Problem) in
            try LinkageMemory.put(list, scorer, into: session)
        }
    }

    private func likelyPartners(of newcomers: [Client]) throws(Problem) -> [Client] {
        let new = Set(newcomers.compactMap(\.number))
        let near = try records(new, and: try neighbours(of: newcomers))
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

    private static func list(_ clients: [Client]) -> RecordList {
        var list = RecordList()
        for client in clients { list.append(client) }
        return list
    }
}
