import Correspondence
import Filing
import Merging

/// Who gets a letter and who does not, and why not: the funnel of a run.
///
/// The file is read twice: once to choose one record of each group of duplicates, once to hand the recipients over in the
/// order of the pile. Only the duplicates are held in memory.
struct MailingList {
    /// A client to write to.
    struct Recipient {
        var filed: FiledClient
        /// The client's own pending requests, the earliest first.
        var requests: [Request]
        /// The numbers of all requests that the letter answers, those of duplicates too.
        var answers: [Int64]
        /// The duplicates that this letter serves.
        var duplicates: [Client.Number]
    }

    private let file: ClientFile
    private let mailing: MailingDefinition
    private let home: String
    /// For each duplicate that gets no letter: who gets it.
    private var served: [Client.Number: Client.Number] = [:]
    /// The requests of duplicates, by who gets the letter.
    private var further: [Client.Number: [Int64]] = [:]
    /// Pending requests in all.
    private(set) var requestCount = 0
    /// Letters that the list asks for, before any is found wanting.
    private(set) var recipientCount = 0

    /// - Parameter groups: Records that are the same client.
    init(
        for mailing: MailingDefinition, in file: ClientFile, home: String, onePer groups: [DuplicateGroup]
    ) throws(Problem) {
        self.file = file
        self.mailing = mailing
        self.home = home
        try choose(among: groups)
    }

    private mutating func choose(among groups: [DuplicateGroup]) throws(Problem) {
        var groupOf: [Client.Number: Int] = [:]
        for (number, group) in groups.enumerated() {
            for member in group.members { groupOf[member] = number }
        }
        var candidates: [Int: [Recipient]] = [:]
        let pile = try RecipientReader(file.pendingRequests(for: mailing, home: home))
        while let recipient = try pile.next() {
            requestCount += recipient.requests.count
            recipientCount += 1
            // Nobody is left to a record that no letter can be made for.
            if let group = groupOf[recipient.number], recipient.hindrance == nil,
                LetterFields.leftOut(recipient.filed.client) == nil
            {
                candidates[group, default: []].append(recipient)
            }
        }
        for recipients in candidates.values where recipients.count > 1 { serveOne(of: recipients) }
    }

    /// The most complete record gets the letter; of equal ones the one that asked last, then the first in the file.
    private mutating func serveOne(of recipients: [Recipient]) {
        let sorted = recipients.sorted { $0.rank > $1.rank }
        let chosen = sorted[0].number
        for other in sorted.dropFirst() {
            served[other.number] = chosen
            further[chosen, default: []] += other.answers
            recipientCount -= 1
        }
        further[chosen]?.sort()
    }

    /// The numbers of those whose requests a mailing answers.
    static func clients(
        asking mailing: MailingDefinition, in file: ClientFile, home: String
    ) throws(Problem) -> Set<Client.Number> {
        let pile = try file.pendingRequests(for: mailing, home: home)
        var numbers: Set<Client.Number> = []
        while let request = try pile.next() { numbers.insert(request.filed.client.number ?? 0) }
        return numbers
    }

    /// Hands over every recipient, in the order of the pile, and every request that gets no letter of its own.
    ///
    /// - Parameter body: Returns why the recipient gets no letter after all, nil where the letter was made.
    func forEach(
        _ body: (Recipient) throws(Problem) -> LeftOut?, leavingOut: (LeftOut) throws(Problem) -> Void
    ) throws(Problem) {
        let duplicates = Dictionary(grouping: served.keys.sorted()) { served[$0] ?? 0 }
        let pile = try RecipientReader(file.pendingRequests(for: mailing, home: home))
        while var recipient = try pile.next() {
            if let reason = recipient.hindrance
                ?? served[recipient.number].map({ .duplicate(recipient.number, of: $0) })
            {
                for _ in recipient.requests { try leavingOut(reason) }
                continue
            }
            recipient.answers += further[recipient.number] ?? []
            recipient.duplicates = duplicates[recipient.number] ?? []
            if let reason = try body(recipient) {
                for _ in recipient.requests { try leavingOut(reason) }
            } else {
                for _ in recipient.requests.dropFirst() { try leavingOut(.sameClient(recipient.number)) }
            }
        }
    }
}

extension MailingList.Recipient {
    var number: Client.Number { filed.client.number ?? 0 }

    /// Why this client must not be written to, nil where nothing is in the way.
    fileprivate var hindrance: LeftOut? {
        if filed.hasObjected { return .objected(number) }
        return filed.mailReturnedOn.map { .returned(number, on: $0) }
    }

    /// How good a record is to write to: filled fields of the address and the name, then the last request, then age.
    fileprivate var rank: (Int, Int32, Int64) {
        let fields: [ClientField] = [.title, .familyName, .givenName, .company, .street, .postcode, .town, .language]
        let filled = fields.count { !filed.client.text(of: $0).isEmpty }
        return (filled, requests.compactMap(\.receivedOn?.dayNumber).max() ?? 0, -number)
    }
}

/// Reads pending requests as recipients: the requests of one client stand together in every order.
private final class RecipientReader {
    private let rows: RowStream<PendingRequest>
    private var ahead: PendingRequest?

    init(_ rows: RowStream<PendingRequest>) throws(Problem) {
        self.rows = rows
        ahead = try rows.next()
    }

    func next() throws(Problem) -> MailingList.Recipient? {
        guard let first = ahead else { return nil }
        var requests = [first.request]
        ahead = try rows.next()
        while let further = ahead, further.filed.client.number == first.filed.client.number {
            requests.append(further.request)
            ahead = try rows.next()
        }
        return MailingList.Recipient(
            filed: first.filed, requests: requests, answers: requests.compactMap(\.number), duplicates: [])
    }
}

extension ClientFile {
    fileprivate func pendingRequests(
        for mailing: MailingDefinition, home: String
    ) throws(Problem) -> RowStream<PendingRequest> {
        try pendingRequests(
            kind: mailing.audience.request, document: mailing.document, order: mailing.order, home: home)
    }
}
