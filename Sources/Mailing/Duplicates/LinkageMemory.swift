package import Correspondence
package import Filing
package import Linkage

/// What the last full look learned, kept in the client file with its date for the nights until the next: the model, and the
/// blocking keys under which a newcomer's likely partners are found.
package struct LinkageMemory {
    /// A model older than this is learned anew.
    private static let longestLife: Int32 = 92
    /// From this share of new and changed records a full look is made: the model no longer knows the file.
    private static let mostNew = 20
    private static let chunk = 20_000

    /// Returns the kept model, where it may still be used on `day`. Nil: a full look has to be made.
    package static func model(in file: ClientFile, on day: CivilDate) throws(Problem) -> LinkageModel? {
        guard let kept = try file.keptModel(), day.dayNumber - kept.madeOn.dayNumber <= longestLife else { return nil }
        // A model of another version of the program is learned anew.
        return try? LinkageModel(encoded: kept.bytes)
    }

    /// The clients that are new or were changed since the last look. Nil: too many for a look at them alone.
    package static func newcomers(in file: ClientFile) throws(Problem) -> [Client]? {
        let most = max(1, try file.clientCount() / mostNew)
        var newcomers: [Client] = []
        let stream = try file.clientsToLink()
        while let filed = try stream.next() {
            newcomers.append(filed.client)
            if newcomers.count > most { return nil }
        }
        return newcomers
    }

    /// Keeps what a full look learned. All that is in the file now counts as looked at.
    static func keep(_ look: DuplicateLook, in file: ClientFile, on day: CivilDate, progress: Progress) throws(Problem)
    {
        guard let model = look.result?.model else { return }
        let scorer = Scorer(fields: RecordList.columns, model: model)
        let count = look.list.numbers.count
        try file.replaceBlockingKeys { session throws(Problem) in
            for start in stride(from: 0, to: count, by: chunk) {
                progress.show(.finishing, start, of: count)
                try put(look.list.part(start..<min(start + chunk, count)), scorer, into: session)
            }
        }
        try file.keepModel(model.encoded, madeOn: day)
    }

    static func put(_ list: RecordList, _ scorer: Scorer, into session: BlockingKeySession) throws(Problem) {
        guard !list.numbers.isEmpty else { return }
        for (number, keys) in zip(list.numbers, scorer.blockingKeys(of: list.table)) {
            for key in keys { try session.put(key, client: number) }
        }
    }
}
