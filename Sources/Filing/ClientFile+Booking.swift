package import Correspondence
import GRDB

extension ClientFile {
    /// Begins the booking of a run.
    ///
    /// - Parameters:
    ///   - folder: The output folder as it will be named once it is published.
    ///   - startedAt: Seconds since 1970-01-01 UTC.
    package func beginRun(
        mailing: String, date: CivilDate, folder: String, startedAt: Int64
    ) throws(Problem) -> RunBooking {
        let run = try write { db in
            let others = try String.fetchAll(db, sql: "SELECT process FROM run WHERE state = 'publishing'")
            guard !others.contains(where: { ProcessMark.isAlive($0) }) else { throw Self.anotherRun(path) }
            try db.execute(
                sql: """
                    INSERT INTO run (mailing, made_for, folder, started_at, process, state)
                    VALUES (?, ?, ?, ?, ?, 'publishing')
                    """, arguments: [mailing, Int64(date.dayNumber), folder, startedAt, ProcessMark.own])
            return db.lastInsertedRowID
        }
        return RunBooking(self, run: run, date: date)
    }

    /// Mends what a run left that was killed. Cheap where there is nothing to mend; the night run calls it first.
    ///
    /// Runs of a program that is still at work are left alone.
    ///
    /// - Parameter isPublished: Whether the run's folder is there, and is this very run's: its `counts`, where it got so far,
    ///   say what the folder holds.
    /// - Returns: The runs that were completed (state `booked`) or taken out (state `publishing`).
    package func settleRuns(isPublished: (RunRecord) -> Bool) throws(Problem) -> [RunRecord] {
        let open = try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Self.runColumns), process FROM run WHERE state = 'publishing' ORDER BY number"
            )
            .filter { !ProcessMark.isAlive($0["process"]) }.map(Self.run)
        }
        var settled: [RunRecord] = []
        for var run in open {
            if isPublished(run) {
                try book(run.number, date: run.date, counts: run.counts, timings: run.timings) {}
                run.state = .booked
            } else {
                try write { db in try Self.remove(run.number, in: db) }
            }
            settled.append(run)
        }
        return settled
    }

    /// The run journal, the latest run first.
    package func runs(limit: Int = 50) throws(Problem) -> [RunRecord] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Self.runColumns) FROM run WHERE state = 'booked' ORDER BY number DESC LIMIT ?",
                arguments: [limit]
            ).map(Self.run)
        }
    }

    /// Returns one run of the journal.
    package func run(_ number: Int64) throws(Problem) -> RunRecord {
        try read { db in
            let sql = "SELECT \(Self.runColumns) FROM run WHERE state = 'booked' AND number = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { throw Self.noRun(number, path) }
            return Self.run(row)
        }
    }

    /// Stops a single letter that would answer a request which a run under way is answering.
    ///
    /// A run reads who waits for a letter once it has begun, so that a request answered before it is nobody's any more.
    ///
    /// - Parameter mayAnswer: Whether a mailing's letters answer the same requests.
    /// - Throws: A `Problem` of weight `.busy`.
    package func requireUnclaimed(_ letter: SentLetter, mayAnswer: (String) -> Bool) throws(Problem) {
        try read { db in try requireUnclaimed(letter, mayAnswer: mayAnswer, in: db) }
    }

    private func requireUnclaimed(_ letter: SentLetter, mayAnswer: (String) -> Bool, in db: Database) throws {
        guard !letter.answers.isEmpty else { return }
        for run in try Row.fetchAll(db, sql: "SELECT mailing, process FROM run WHERE state = 'publishing'")
        where ProcessMark.isAlive(run[1]) && mayAnswer(run[0]) {
            throw Self.claimed(letter.client, by: run[0], path)
        }
    }

    /// Books one single letter, dated and with its text, and answers its requests on that day.
    ///
    /// - Parameter mayAnswer: Whether a mailing's letters answer the same requests; see ``requireUnclaimed(_:mayAnswer:)``.
    /// - Precondition: `letter.sentOn` is set.
    /// - Returns: The letter's number.
    @discardableResult
    package func book(
        _ letter: SentLetter, unless mayAnswer: (String) -> Bool = { _ in true }
    ) throws(Problem) -> Int64 {
        try write { db in
            try requireUnclaimed(letter, mayAnswer: mayAnswer, in: db)
            var letter = letter
            letter.client = try Self.survivor(of: letter.client, in: db, path: path)
            let number = try LetterWriter(db).write(letter)
            try Self.answer(letters: "number = ?", number, on: letter.sentOn, in: db)
            return number
        }
    }

    func book(
        _ run: Int64, date: CivilDate, counts: String?, timings: String?, publish: () throws(Problem) -> Void
    ) throws(Problem) {
        try write { db in
            let day = Int64(date.dayNumber)
            try db.execute(sql: "UPDATE letter SET sent_on = ? WHERE run = ?", arguments: [day, run])
            try Self.answer(letters: "run = ?", run, on: date, in: db)
            try db.execute(
                sql: "UPDATE run SET state = 'booked', process = NULL, counts = ?, timings = ? WHERE number = ?",
                arguments: [counts, timings, run])
            try publish()
        }
    }

    /// Answers the requests of the chosen letters; one that was answered before keeps its day.
    private static func answer(letters: String, _ number: Int64, on date: CivilDate?, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE request SET answered_on = ? WHERE answered_on IS NULL AND number IN
                (SELECT request FROM letter_answer WHERE letter IN (SELECT number FROM letter WHERE \(letters)))
                """, arguments: [date.map { Int64($0.dayNumber) }, number])
    }

    static func remove(_ run: Int64, in db: Database) throws {
        let letters = "SELECT number FROM letter WHERE run = ?"
        try db.execute(sql: "DELETE FROM letter_answer WHERE letter IN (\(letters))", arguments: [run])
        try db.execute(sql: "DELETE FROM letter WHERE run = ?", arguments: [run])
        try db.execute(sql: "DELETE FROM run WHERE number = ? AND state = 'publishing'", arguments: [run])
    }

    static func noRun(_ number: Int64, _ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "there is no run \(number) in the journal.",
                fr: "il n'y a pas d'exécution \(number) dans le journal."),
            remedy: Wording(
                en: "Look the runs up with: publipost mailing list",
                fr: "Cherchez les exécutions avec\u{A0}: publipost mailing list"))
    }

    private static let runColumns = "number, mailing, made_for, folder, started_at, state, counts, timings"

    private static func run(_ row: Row) -> RunRecord {
        RunRecord(
            number: row[0], mailing: row[1], date: CivilDate(dayNumber: row[2]), folder: row[3], startedAt: row[4],
            state: RunRecord.State(rawValue: row[5]) ?? .publishing, counts: row[6], timings: row[7])
    }
}

extension ClientFile {
    fileprivate static func claimed(_ client: Client.Number, by mailing: String, _ path: String) -> Problem {
        Problem(
            .client(client, file: path),
            Wording(
                en:
                    "the mailing \"\(mailing)\" is writing letters now and may answer this request too, so no letter was made.",
                fr:
                    "le publipostage «\u{A0}\(mailing)\u{A0}» rédige ses lettres en ce moment et répond peut-être aussi à cette demande\u{A0}; aucune lettre n’a été faite."
            ),
            remedy: Wording(
                en: "Wait until it has ended, then look: publipost client show \(client)",
                fr: "Attendez qu’il soit terminé, puis voyez\u{A0}: publipost client show \(client)"), weight: .busy)
    }

    fileprivate static func anotherRun(_ path: String) -> Problem {
        Problem(
            .file(path),
            Wording(
                en: "another run is writing letters from this client file.",
                fr: "un autre envoi rédige des lettres à partir de ce fichier clients."),
            remedy: Wording(
                en: "Wait until it has ended, then run again. Nothing was written.",
                fr: "Attendez qu’il soit terminé, puis relancez. Rien n’a été écrit."), weight: .busy)
    }
}
