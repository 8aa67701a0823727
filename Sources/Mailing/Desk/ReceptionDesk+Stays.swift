package import Correspondence
import Filing
import Interchange

extension ReceptionDesk {
    /// The fields of a stay.
    package static let stayFields = ["arrival", "departure", "pitch", "adults", "children", "state", "amount"]

    /// Notes a stay.
    ///
    /// - Throws: A `Problem` where a day is missing or the stay ends before it begins.
    package func addStay(of key: ClientKey, _ words: [FieldWord]) throws(Problem) -> Stay {
        let fields = FieldWords(words)
        guard let arrival = fields["arrival"], let departure = fields["departure"] else { throw .needsDays }
        var stay = Stay(
            client: 0, arrival: try FieldWords.date(arrival, of: "arrival"),
            departure: try FieldWords.date(departure, of: "departure"))
        try stay.set(fields)
        stay.client = try number(of: key)
        return try file.add(stay, by: clerk.name, at: clerk.moment)
    }

    /// Changes a stay: its dates, its state when the guest arrives, leaves or cancels.
    ///
    /// - Parameter position: The stay's number in the client's list, from 1.
    package func editStay(_ position: Int, of key: ClientKey, _ words: [FieldWord]) throws(Problem) -> Stay {
        let number = try number(of: key)
        let stays = try file.stays(of: number)
        guard stays.indices.contains(position - 1) else { throw .noStay(position, number, workplace.clientFile) }
        var stay = stays[position - 1]
        let fields = FieldWords(words)
        if let arrival = fields["arrival"] { stay.arrival = try FieldWords.date(arrival, of: "arrival") }
        if let departure = fields["departure"] { stay.departure = try FieldWords.date(departure, of: "departure") }
        try stay.set(fields)
        try file.change(stay: stay.number ?? 0, by: clerk.name, at: clerk.moment) { $0 = stay }
        return stay
    }

    /// Where a stay stands in the client's list, from 1: what ``editStay(_:of:_:)`` takes. Nil: the client has no such stay.
    package func position(of stay: Stay) throws(Problem) -> Int? {
        try file.stays(of: stay.client).firstIndex { $0.number == stay.number }.map { $0 + 1 }
    }

    /// Notes what a client asks for, on this day.
    ///
    /// - Parameter document: The document type asked for. Nil: the one that bears the kind's name.
    package func addRequest(
        of key: ClientKey, kind: Request.Kind, document: String? = nil, on day: CivilDate? = nil
    ) throws(Problem) -> Request {
        if let document { _ = try TemplateDrawer(workplace.templates).documentType(named: document) }
        let number = try number(of: key)
        return try file.add(
            Request(client: number, kind: kind, document: document, receivedOn: day ?? clerk.day), by: clerk.name,
            at: clerk.moment)
    }

    /// A request that no letter has answered, with who asked.
    package struct OpenRequest: Sendable {
        package var request: Request
        package var client: ClientLine
        /// Whether the template folder lacks the document type that is asked for: it was renamed or taken away.
        package var lacksDocument: Bool

        /// The document type that is asked for.
        package var document: String { request.document ?? request.kind.rawValue }
    }

    /// All pending requests, the oldest first, and what is wrong with some of them.
    ///
    /// - Returns: Every request, also where the templates cannot be read; one problem for each document type that is not there.
    package func pendingRequests() throws(Problem) -> (requests: [OpenRequest], troubles: [Problem]) {
        var open: [OpenRequest] = []
        let stream = try file.pendingRequests(home: house?.country ?? "FR")
        while let pending = try stream.next() {
            open.append(
                OpenRequest(
                    request: pending.request, client: ClientLine(pending.filed), lacksDocument: false))
        }
        open.sort { Self.order($0.request) < Self.order($1.request) }
        guard !open.isEmpty else { return ([], []) }
        let names: Set<String>
        do throws(Problem) {
            names = Set(try TemplateDrawer(workplace.templates).documentTypes().map(\.name))
        } catch {
            return (open, [error])
        }
        for index in open.indices { open[index].lacksDocument = !names.contains(open[index].document) }
        let missing = Dictionary(grouping: open.filter(\.lacksDocument), by: \.document)
        let troubles = missing.sorted { $0.key < $1.key }.map { name, requests in
            Problem(.file(workplace.templates), .noDocument(name, requests.count), remedy: .writeDocument(name))
        }
        return (open, troubles)
    }

    private static func order(_ request: Request) -> (Int32, Int64) {
        (request.receivedOn?.dayNumber ?? .min, request.number ?? 0)
    }
}

extension Stay {
    fileprivate mutating func set(_ fields: FieldWords) throws(Problem) {
        try fields.requireFilled(["arrival", "departure", "adults", "children", "state"])
        fields.text("pitch", into: &pitch)
        try fields.count("adults", into: &adults)
        try fields.count("children", into: &children)
        try fields.money("amount", into: &amount)
        guard let written = fields["state"] else { return }
        guard let state = WrittenValue.stayState(written) else {
            throw Problem(.option("state"), .noState, remedy: .writeState, weight: .usage)
        }
        self.state = state
    }
}

extension Problem {
    fileprivate static let needsDays = Problem(
        .option("stay"),
        Wording(en: "a stay needs an arrival and a departure.", fr: "un séjour a besoin d’une arrivée et d’un départ."),
        remedy: Wording(
            en: "Give arrival=2027-07-10 departure=2027-07-24", fr: "Indiquez arrival=10/07/2027 departure=24/07/2027"),
        weight: .usage)

    fileprivate static func noStay(_ position: Int, _ client: Client.Number, _ file: String) -> Problem {
        Problem(
            .client(client, file: file),
            Wording(en: "there is no stay \(position).", fr: "il n’y a pas de séjour \(position)."),
            remedy: Wording(
                en: "Look the stays up with: publipost client show \(client)",
                fr: "Voyez les séjours avec\u{A0}: publipost client show \(client)"))
    }
}

extension Wording {
    fileprivate static func noDocument(_ name: String, _ count: Int) -> Wording {
        Wording(
            en:
                "there is no document \"\(name)\" here, so no letter can answer \(count == 1 ? "1 request" : "\(count) requests").",
            fr:
                "il n’y a pas de document «\u{A0}\(name)\u{A0}» ici\u{A0}; aucune lettre ne peut répondre à \(count == 1 ? "1 demande" : "\(count) demandes")."
        )
    }

    fileprivate static func writeDocument(_ name: String) -> Wording {
        Wording(
            en: "Write \(name).fr.xhtml there, or give the client another document.",
            fr: "Écrivez-y \(name).fr.xhtml, ou donnez au client un autre document.")
    }

    fileprivate static let noState = Wording(en: "this is no state of a stay.", fr: "ce n’est pas un état de séjour.")
    fileprivate static let writeState = Wording(
        en: "Write one of: option, booked, arrived, left, cancelled.",
        fr: "Écrivez l’un de ces mots\u{A0}: option, booked, arrived, left, cancelled.")
}
