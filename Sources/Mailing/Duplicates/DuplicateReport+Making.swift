import Correspondence
import Filing
import Linkage

extension DuplicateReport {
    /// Makes the report of a look.
    ///
    /// - Parameter limit: At most so many groups are told in full.
    init(
        of look: DuplicateLook, in file: ClientFile, on day: CivilDate, postage: Postage, language: MessageLanguage,
        limit: Int, progress: Progress
    ) throws(Problem) {
        self.language = language
        self.file = file.path
        self.day = day
        settled = look.settled.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
        state = State(of: look)
        state.postage = postage
        let letters = LettersAYear(file, before: day)
        var weighed: [(group: FoundGroup, saved: Double)] = []
        for group in look.groups {
            if weighed.count % 100 == 0 { try progress.tell(.selecting, weighed.count, of: look.groups.count) }
            weighed.append((group, try letters.saved(by: group)))
        }
        state.lettersSaved = weighed.reduce(0) { $0 + $1.saved }
        weighed.sort { a, b in
            (-a.saved, -a.group.probability, a.group.members[0]) < (-b.saved, -b.group.probability, b.group.members[0])
        }
        furtherGroups = max(0, weighed.count - limit)
        groups = []
        for (group, saved) in weighed.prefix(limit) {
            try progress.tell(.finishing, groups.count, of: min(limit, weighed.count))
            groups.append(try Group(group, saving: saved, in: look, file: file, letters: letters))
        }
    }
}

extension DuplicateReport.State {
    fileprivate init(of look: DuplicateLook) {
        clients = look.list.numbers.count
        groups = look.groups.count
        sureGroups = look.groups.count { $0.likeness == .same }
        groupsToCheck = groups - sureGroups
        spareRecords = look.groups.reduce(0) { $0 + $1.sureParts.reduce(0) { $0 + $1.count - 1 } }
        origins = Self.origins(of: look)
    }

    private static func origins(of look: DuplicateLook) -> [DuplicateReport.Origin] {
        let column = RecordList.fields.firstIndex(of: .origin) ?? 0
        var duplicates: [String: Int] = [:]
        for group in look.groups {
            for member in group.members {
                guard let row = look.list.row(of: member) else { continue }
                duplicates[look.list.table.cell(row: row, column: column), default: 0] += 1
            }
        }
        let origins = duplicates.map { name, count in
            DuplicateReport.Origin(name: name, records: look.list.origins[name] ?? count, duplicates: count)
        }
        return Array(origins.sorted { ($1.duplicates, $0.name) < ($0.duplicates, $1.name) }.prefix(8))
    }
}

/// How many letters clients get in a year.
private struct LettersAYear {
    private let file: ClientFile
    private let day: CivilDate

    init(_ file: ClientFile, before day: CivilDate) {
        self.file = file
        self.day = day
    }

    /// The letters of the last 365 days; at least one, since whoever is in the file gets one some time.
    func count(to number: Client.Number) throws(Problem) -> Int {
        let sent = try file.letters(to: number).count { letter in
            letter.sentOn.map { $0.dayNumber > day.dayNumber - 365 && $0.dayNumber <= day.dayNumber } ?? false
        }
        return max(1, sent)
    }

    func saved(by group: FoundGroup) throws(Problem) -> Double {
        var counts: [Int] = []
        for member in group.members { counts.append(try count(to: member)) }
        return Double(counts.reduce(0, +) - (counts.max() ?? 0)) * group.probability
    }
}

extension DuplicateReport.Group {
    fileprivate init(
        _ found: FoundGroup, saving: Double, in look: DuplicateLook, file: ClientFile, letters: LettersAYear
    ) throws(Problem) {
        var records: [DuplicateReport.Record] = []
        for member in found.members {
            records.append(try DuplicateReport.Record(member, in: file, letters: letters.count(to: member)))
        }
        self.init(
            found, records: records,
            pairs: found.pairs.map { DuplicateReport.Pair(found: $0, evidence: look.explain($0.one, $0.other)) },
            kept: DuplicateReport.Kept(try file.outlook(of: found.members)), lettersSaved: saving)
    }

    private init(
        _ found: FoundGroup, records: [DuplicateReport.Record], pairs: [DuplicateReport.Pair],
        kept: DuplicateReport.Kept, lettersSaved: Double
    ) {
        self.found = found
        self.records = records
        self.pairs = pairs.sorted {
            ($1.found.weight, $0.found.one, $0.found.other) < ($0.found.weight, $1.found.one, $1.found.other)
        }
        self.kept = kept
        self.lettersSaved = lettersSaved
        fields = ClientField.allCases.filter { field in records.contains { !$0.client.text(of: field).isEmpty } }
        // The reference and the day of entry are of the record, not of the client: they differ always and say nothing.
        differing = Set(
            fields.filter { field in
                field != .reference && field != .createdOn
                    && Set(records.map { $0.client.text(of: field) }.filter { !$0.isEmpty }).count > 1
            })
    }
}

extension DuplicateReport.Record {
    fileprivate init(_ number: Client.Number, in file: ClientFile, letters: Int) throws(Problem) {
        let filed = try file.client(number)
        let figures = try file.statistics(of: number)
        self.init(
            client: filed.client, number: number, hasObjected: filed.hasObjected,
            mailReturnedOn: filed.mailReturnedOn, lastStay: figures.lastStay, stays: figures.stays,
            lettersAYear: letters)
    }
}

extension DuplicateReport.Kept {
    fileprivate init(_ outlook: MergeOutlook) {
        self.init(
            survivor: outlook.survivor, client: outlook.client, sources: outlook.sources,
            hasObjected: outlook.hasObjected, mailReturnedOn: outlook.returnedOn)
    }
}
