package import Correspondence
import GRDB

extension ClientFile {
    /// Pending requests of one kind and document, each with its client, without erased clients.
    ///
    /// - Parameters:
    ///   - document: Nil: the document that bears the kind's name.
    ///   - order: What the stream is sorted by; without any, by client number and then by request number.
    ///   - home: The house's country; a client without a country lives there.
    package func pendingRequests(
        kind: Request.Kind, document: String? = nil, order: [MailingOrder] = [], home: String = "FR"
    ) throws(Problem) -> RowStream<PendingRequest> {
        let document = document == kind.rawValue ? nil : document
        return try pendingRequests(where: "r.kind = ? AND r.document IS ?", order: order, home: home) {
            $0.bind(kind.rawValue, at: 1)
            $0.bind(document, at: 2)
        }
    }

    /// Pending requests of every kind and document, as the desk lists them.
    package func pendingRequests(
        order: [MailingOrder] = [], home: String = "FR"
    ) throws(Problem) -> RowStream<PendingRequest> {
        try pendingRequests(where: "TRUE", order: order, home: home) { _ in }
    }

    private func pendingRequests(
        where condition: String, order: [MailingOrder], home: String, bind: (RawStatement) -> Void
    ) throws(Problem) -> RowStream<PendingRequest> {
        try RowStream(
            self,
            sql: """
                SELECT r.number, r.client, r.kind, r.document, r.received_on, \(FiledClient.columns("c"))
                FROM request r JOIN client o ON o.number = r.client JOIN client c ON c.number = coalesce(o.survivor, o.number)
                WHERE r.answered_on IS NULL AND c.erased_on IS NULL AND \(condition)
                ORDER BY \(Self.ordering(order, home: home)), r.number
                """,
            bind: bind,
            element: { row in
                let request = Request(
                    number: row.integer(0), client: row.integer(1),
                    kind: row.text(2).flatMap(Request.Kind.init) ?? .documentation, document: row.text(3),
                    receivedOn: row.date(4))
                return PendingRequest(request: request, filed: FiledClient(row, from: 5))
            })
    }

    /// The `ORDER BY` terms for clients called `c`.
    static func ordering(_ order: [MailingOrder], home: String) -> String {
        // The code comes from house.yml: letters only can do no harm in the statement.
        let home = home.filter { $0.isASCII && $0.isLetter }
        let country = "coalesce(c.country, '\(home)')"
        let terms = order.map { term in
            switch term {
            case .country: "\(country) <> '\(home)', \(country)"
            case .department:
                "CASE WHEN \(country) <> 'FR' THEN '' WHEN c.postcode GLOB '9[78]*' THEN substr(c.postcode, 1, 3) "
                    + "ELSE substr(c.postcode, 1, 2) END"
            case .postcode: "c.postcode"
            case .town: "c.town"
            case .street: "c.street"
            case .familyName: "coalesce(c.family_name, c.company)"
            }
        }
        return (terms + ["c.number"]).joined(separator: ", ")
    }

    /// The requests of a client and of the records merged into it, in the order they came.
    package func requests(of number: Client.Number) throws(Problem) -> [Request] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, client, kind, document, received_on, answered_on FROM request
                    WHERE client IN (\(Self.family)) ORDER BY received_on, number
                    """, arguments: [try Self.survivor(of: number, in: db, path: path)]
            ).map(Self.request)
        }
    }

    /// One placeholder: the survivor's number.
    static let family = "SELECT ?1 UNION ALL SELECT number FROM client WHERE survivor = ?1"

    private static func request(_ row: Row) -> Request {
        Request(
            number: row[0], client: row[1], kind: Request.Kind(rawValue: row[2]) ?? .documentation, document: row[3],
            receivedOn: date(row[4]), answeredOn: date(row[5]))
    }

    static func date(_ days: Int64?) -> CivilDate? {
        days.map { CivilDate(dayNumber: Int32(truncatingIfNeeded: $0)) }
    }
}
