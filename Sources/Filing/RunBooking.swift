package import Correspondence
import GRDB

/// The booking of a run under way: letters come one by one, and count only when ``finish(counts:timings:publish:)`` has ended.
///
/// The journal row and the letters are written ahead, in short transactions, so that the desk can work meanwhile; they carry
/// no date, and whatever reads letters passes them over. The last transaction dates them, answers their requests, lets the
/// caller rename the output folder, and commits. What a crash leaves is therefore one of two things, told apart by the
/// folder, and ``ClientFile/settleRuns(isPublished:)`` mends both:
///
/// - no folder: the run never happened, its letters are taken out again;
/// - the folder is there: the crash came between the renaming and the commit, and the booking is completed.
package final class RunBooking {
    /// The run's number in the journal.
    package let run: Int64
    private let file: ClientFile
    private let date: CivilDate
    private var waiting: [SentLetter] = []
    private var isOpen = true

    init(_ file: ClientFile, run: Int64, date: CivilDate) {
        self.file = file
        self.run = run
        self.date = date
    }

    /// Notes one letter. Its date and run are the booking's.
    package func put(_ letter: SentLetter) throws(Problem) {
        waiting.append(letter)
        if waiting.count == 1000 { try writeAhead() }
    }

    /// Books the run: letters dated, requests answered, folder published, all or nothing.
    ///
    /// - Parameters:
    ///   - counts, timings: JSON objects for the journal.
    ///   - publish: Renames the output folder to its name. Called once, last before the commit; where it throws, nothing is
    ///     booked and its problem is thrown on.
    package func finish(
        counts: String, timings: String, publish: () throws(Problem) -> Void
    ) throws(Problem) {
        var isPublished = false
        do throws(Problem) {
            try writeAhead()
            // Known before the folder appears: by this a later run tells whether a folder is this very run's.
            let run = run
            try file.write { db in
                try db.execute(sql: "UPDATE run SET counts = ? WHERE number = ?", arguments: [counts, run])
            }
            try file.book(run, date: date, counts: counts, timings: timings) { () throws(Problem) in
                try publish()
                isPublished = true
            }
            isOpen = false
        } catch {
            // Where only the commit went wrong, the folder is there: the next start completes the booking.
            if !isPublished { try? abandon() }
            isOpen = false
            throw error
        }
    }

    /// Takes everything out again. Does nothing after ``finish(counts:timings:publish:)``.
    package func abandon() throws(Problem) {
        guard isOpen else { return }
        isOpen = false
        waiting = []
        let run = run
        try file.write { db in try ClientFile.remove(run, in: db) }
    }

    /// Writes the letters that wait, undated. ``finish(counts:timings:publish:)`` does it too.
    package func writeAhead() throws(Problem) {
        guard !waiting.isEmpty else { return }
        let letters = waiting
        waiting.removeAll(keepingCapacity: true)
        let run = run
        try file.write { db in
            let writer = try LetterWriter(db)
            for var letter in letters {
                letter.run = run
                letter.sentOn = nil
                _ = try writer.write(letter)
            }
        }
    }
}

/// Writes letters and what they answer.
struct LetterWriter {
    private let db: Database
    private let letter: RawStatement
    private let answer: RawStatement

    init(_ db: Database) throws {
        self.db = db
        letter = try RawStatement(
            db,
            "INSERT INTO letter (client, document, language, sent_on, piece_code, text, run) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        answer = try RawStatement(db, "INSERT OR IGNORE INTO letter_answer (letter, request) VALUES (?, ?)")
    }

    /// - Returns: The letter's number.
    func write(_ sent: SentLetter) throws -> Int64 {
        letter.bind(sent.client, at: 1)
        letter.bind(sent.document, at: 2)
        letter.bind(sent.language.rawValue, at: 3)
        letter.bind(sent.sentOn, at: 4)
        letter.bind(sent.pieceCode, at: 5)
        letter.bind(sent.text, at: 6)
        letter.bind(sent.run, at: 7)
        try letter.run()
        let number = db.lastInsertedRowID
        for request in sent.answers {
            answer.bind(number, at: 1)
            answer.bind(request, at: 2)
            try answer.run()
        }
        return number
    }
}
