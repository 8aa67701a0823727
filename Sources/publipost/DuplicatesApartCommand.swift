import ArgumentParser
import Correspondence
import Mailing

struct DuplicatesApartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apart", abstract: "Remembers that clients are not the same.",
        discussion: """
            Clients by number or ref:TEXT, at least two, or codes of the last report. No merge joins them from then on, and no \
            report asks about them again; importing them again changes nothing.
            """)

    @Argument(help: ArgumentHelp("Two or more clients, or codes of the report.", valueName: "client or code"))
    var words: [String]

    @Flag(help: "Take the decision about two clients back.")
    var forget = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if forget && words.compactMap({ ClientKey($0) }).count != 2 {
            throw ValidationError("--forget wants two clients.")
        }
    }

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let desk = try DuplicateDesk(shared.workplace)
        let keys = words.compactMap { ClientKey($0) }
        if forget, keys.count == 2 {
            try desk.forgetApart(keys[0], keys[1])
            shared.voice.say(.forgotten)
            if shared.json { try JSONOutput.print(ApartOutput(apart: [])) }
            return
        }
        let decided = try desk.keepApart(words, progress: line.progress)
        line.clear()
        shared.voice.say(.remembered(decided))
        if shared.json { try JSONOutput.print(ApartOutput(apart: decided)) }
    }
}

/// What `duplicates apart --json` prints.
private struct ApartOutput: Encodable {
    var apart: [[Int64]]
}

extension Wording {
    fileprivate static let forgotten = Wording(
        en: "The decision is taken back.", fr: "La décision est retirée.")

    fileprivate static func remembered(_ groups: [[Int64]]) -> Wording {
        let numbers = groups.map { $0.map(String.init).joined(separator: ", ") }.joined(separator: "; ")
        return Wording(
            en: "Remembered as not the same: \(numbers).", fr: "Retenu comme différents\u{A0}: \(numbers).")
    }
}
