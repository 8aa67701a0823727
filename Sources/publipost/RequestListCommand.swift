import ArgumentParser
import Correspondence
import Mailing

struct RequestListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the requests that no letter has answered, the oldest first.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let (open, troubles) = try ReceptionDesk(reading: shared.workplace).pendingRequests()
        for trouble in troubles { shared.voice.fault(trouble) }
        if shared.json {
            return try JSONOutput.print(
                open.map { JSONValue($0.request).with(["document_is_missing": $0.lacksDocument ? .flag(true) : nil]) })
        }
        if open.isEmpty { return shared.voice.say(.none) }
        let formats = DeskFormats(shared.language)
        let heads = [
            Wording(en: "Date", fr: "Date"), Wording(en: "Client", fr: "Client"), Wording(en: "Name", fr: "Nom"),
            Wording(en: "Document", fr: "Document"),
        ]
        let table = PlainTable(
            heads: heads.map { $0.text(in: shared.language) },
            rows: open.map {
                [
                    $0.request.receivedOn.map(formats.day) ?? "", String($0.client.number), $0.client.name,
                    $0.document,
                ]
            }, elastic: [2])
        for line in table.lines { print(line) }
    }
}

extension Wording {
    fileprivate static let none = Wording(en: "No request is pending.", fr: "Aucune demande en attente.")
}
