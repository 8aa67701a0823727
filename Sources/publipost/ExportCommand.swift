import ArgumentParser
import Correspondence
import Mailing

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the client file as XML.",
        discussion: """
            Clients with their tabs, requests, stays, invoices, letters and objections; not the journal, the edit history or \
            the decisions about duplicates. Bank accounts are left out. So are the fingerprints of erased persons' objections, \
            whose key never leaves the client file: a backup keeps them.
            """)

    @Argument(help: "Where the XML goes.")
    var xml: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let line = ProgressLine(shared.voice)
        defer { line.clear() }
        let count = try ReceptionDesk(reading: shared.workplace).export(to: xml, progress: line.progress)
        line.clear()
        if shared.json { return try JSONOutput.print(["clients": count]) }
        shared.voice.say(.written(count, xml))
    }
}

extension Wording {
    fileprivate static func written(_ count: Int, _ path: String) -> Wording {
        Wording(en: "\(count) clients are in \(path).", fr: "\(count) clients sont dans \(path).")
    }
}
