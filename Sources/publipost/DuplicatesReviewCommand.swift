import ArgumentParser
import Correspondence
import Mailing

struct DuplicatesReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Walks the groups on the terminal, one key each.",
        discussion: """
            Keys: m merge, a apart (not the same), s later, u undo the last merge made here, q quit. Control-C quits too; what was \
            decided before stays.
            """)

    @Flag(help: "Show the sure groups too, not only those to be checked.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let desk = try DuplicateDesk(shared.workplace)
        let report = try desk.report(in: shared.language, progress: line.progress)
        line.clear()
        var review = DuplicateReview(report, all: all)
        let keys = KeyReader()
        while let group = review.current {
            print("\n\(review.place)  \(report.text(of: group))")
            print(DuplicateReview.keys.text(in: shared.language))
            guard let key = keys.next() else { break }
            do {
                if let said = try review.press(key, at: desk) { print(said.text(in: shared.language)) }
            } catch {
                // A record may have been merged or erased since: the others wait for their key.
                guard error.weight != .busy else { throw error }
                shared.voice.note(error)
                review.passOver()
            }
        }
        shared.voice.say(review.words)
    }
}
