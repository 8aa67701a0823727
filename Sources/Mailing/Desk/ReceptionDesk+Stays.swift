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
    }

    /// All pending requests, the oldest first.
    package func pendingRequests() throws(Problem) -> [OpenRequest] {
        let types = try? TemplateDrawer(workplace.templates).documentTypes()
        let documents = [nil] + (types ?? []).map { Optional($0.name) }
        var open: [Int64: OpenRequest] = [:]
        for kind in Request.Kind.allCases {
            for document in documents {
                let stream = try file.pendingRequests(kind: kind, document: document)
                while let pending = try stream.next() {
                    open[pending.request.number ?? 0] = OpenRequest(
                        request: pending.request, client: ClientLine(pending.filed))
                }
            }
        }
        return open.values.sorted { Self.order($0.request) < Self.order($1.request) }
    }

    private static func order(_ request: Request) -> (Int32, Int64) {
        (request.receivedOn?.dayNumber ?? .min, request.number ?? 0)
    }
}

extension Stay {
    fileprivate mutating func set(_ fields: FieldWords) throws(Problem) {
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
    fileprivate static let noState = Wording(en: "this is no state of a stay.", fr: "ce n’est pas un état de séjour.")
    fileprivate static let writeState = Wording(
        en: "Write one of: option, booked, arrived, left, cancelled.",
        fr: "Écrivez l’un de ces mots\u{A0}: option, booked, arrived, left, cancelled.")
}
