package import Correspondence
package import Filing
package import Linkage

/// What the last full look learned, kept in the client file with its date for the nights until the next: the model, and the
/// blocking keys under which a newcomer's likely partners are found.
///
/// Two marks are kept: up to where the blocking keys of all records are filed, and up to where all that is surely the same was
/// merged. A mailing that leaves the file as it is (`duplicates: leave_out`) moves the first only.
package struct LinkageMemory {
    /// A model older than this is learned anew.
    private static let longestLife: Int32 = 92
    /// From this share of new and changed records a full look is made: the model no longer knows the file.
    private static let mostNew = 20
    private static let chunk = 20_000
    private static let merged = "merged"

    /// Returns the kept model, where it may still be used on `day`. Nil: a full look has to be made.
    package static func model(in file: ClientFile, on day: CivilDate) throws(Problem) -> LinkageModel? {
        guard let kept = try file.keptModel(), day.dayNumber - kept.madeOn.dayNumber <= longestLife else { return nil }
        // A model of another version of the program is learned anew.
        return try? LinkageModel(encoded: kept.bytes)
    }

    /// How many records may be looked at by themselves; from more on a full look is made.
    static func mostNewcomers(in file: ClientFile) throws(Problem) -> Int {
        max(1, try file.clientCount() / mostNew)
    }

    /// The clients that are new or were changed since all that is surely the same was merged. Nil: too many for a look at them
    /// alone.
    package static func newcomers(in file: ClientFile) throws(Problem) -> [Client]? {
        try clients(since: merged, in: file)
    }

    /// The clients that are new or were changed since their blocking keys were filed. Nil: too many.
    static func unfiled(in file: ClientFile) throws(Problem) -> [Client]? {
        try clients(since: "linkage", in: file)
    }

    private static func clients(since name: String, in file: ClientFile) throws(Problem) -> [Client]? {
        let most = try mostNewcomers(in: file)
        var clients: [Client] = []
        let stream = try file.clientsToLink(named: name)
        while let filed = try stream.next() {
            clients.append(filed.client)
            if clients.count > most { return nil }
        }
        return clients
    }

    /// Keeps what a full look learned.
    ///
    /// - Parameter marks: How far the file had come before the look: whoever came during it is a newcomer still.
    static func keep(
        _ look: DuplicateLook, in file: ClientFile, on day: CivilDate, upTo marks: LinkMarks, progress: Progress
    ) throws(Problem) {
        guard let model = look.result?.model else { return }
        let scorer = Scorer(fields: RecordList.columns, model: model)
        let count = look.list.numbers.count
        try file.replaceBlockingKeys { session throws(Problem) in
            for start in stride(from: 0, to: count, by: chunk) {
                progress.show(.finishing, start, of: count)
                try put(look.list.part(start..<min(start + chunk, count)), scorer, into: session)
            }
        }
        try file.keepModel(model.encoded, madeOn: day, upTo: marks)
    }

    /// Notes that all that is surely the same was merged, as far as the file had come at `marks`.
    static func noteMerged(in file: ClientFile, on day: CivilDate, upTo marks: LinkMarks) throws(Problem) {
        try file.keepModel([], named: merged, madeOn: day, upTo: marks)
    }

    /// Files the blocking keys of clients under what they show now, where a model is kept: after merging or undoing, a newcomer may
    /// meet them under other keys than before.
    static func fileKeys(of numbers: [Client.Number], in file: ClientFile) throws(Problem) {
        guard let kept = try file.keptModel(), let model = try? LinkageModel(encoded: kept.bytes) else { return }
        var list = RecordList()
        for number in Set(numbers).sorted() { list.append(try file.client(number).client) }
        try fileKeys(of: list, Scorer(fields: RecordList.columns, model: model), in: file)
    }

    static func fileKeys(of list: RecordList, _ scorer: Scorer, in file: ClientFile) throws(Problem) {
        try file.addBlockingKeys { session throws(Problem) in try put(list, scorer, into: session) }
    }

    private static func put(
        _ list: RecordList, _ scorer: Scorer, into session: BlockingKeySession
    ) throws(Problem) {
        guard !list.numbers.isEmpty else { return }
        for (number, keys) in zip(list.numbers, scorer.blockingKeys(of: list.table)) {
            for key in keys { try session.put(key, client: number) }
        }
    }
}
