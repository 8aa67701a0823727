package import Correspondence
import GRDB

extension ClientFile {
    /// The clients that meet every criterion, without merged and erased ones. Objections are told, not left out: the mailing
    /// list says why somebody gets no letter.
    ///
    /// - Parameters:
    ///   - order: What the stream is sorted by; without any, by client number.
    ///   - home: The house's country.
    package func clients(
        meeting criteria: AudienceCriteria, order: [MailingOrder] = [], home: String = "FR"
    ) throws(Problem) -> RowStream<FiledClient> {
        let condition = AudienceCondition(criteria, home: home)
        return try RowStream(
            self,
            sql: """
                SELECT \(FiledClient.columns("c")) FROM client c
                WHERE \((["c.survivor IS NULL", "c.erased_on IS NULL"] + condition.terms).joined(separator: " AND "))
                ORDER BY \(Self.ordering(order, home: home))
                """,
            bind: { statement in
                for (index, value) in condition.values.enumerated() {
                    switch value {
                    case .text(let text): statement.bind(text, at: index + 1)
                    case .integer(let integer): statement.bind(integer, at: index + 1)
                    case .nothing: statement.bind(nil as Int64?, at: index + 1)
                    }
                }
            },
            element: { FiledClient($0, from: 0) })
    }
}

/// Criteria as terms about a client `c`, with the values of their placeholders in order.
struct AudienceCondition {
    private(set) var terms: [String] = []
    private(set) var values: [StoredValue] = []

    private static let family = "SELECT c.number UNION ALL SELECT number FROM client WHERE survivor = c.number"
    private static let stays = "FROM stay WHERE client IN (\(family)) AND \(ClientFile.counts)"

    init(_ criteria: AudienceCriteria, home: String) {
        among(criteria.languages.map(\.rawValue), "c.language")
        among(criteria.origins, "c.origin")
        types(criteria.types)
        if !criteria.countries.isEmpty {
            values.append(.text(home))
            among(criteria.countries, "coalesce(c.country, ?)")
        }
        if let day = criteria.lastStayFrom { term("(SELECT max(arrival) \(Self.stays)) >= ?", day.dayNumber) }
        if let day = criteria.lastStayTo { term("(SELECT max(arrival) \(Self.stays)) <= ?", day.dayNumber) }
        if let nights = criteria.nightsAtLeast {
            term("(SELECT coalesce(sum(departure - arrival), 0) \(Self.stays)) >= ?", nights)
        }
        if let turnover = criteria.turnoverAtLeast {
            term("(SELECT coalesce(sum(amount), 0) \(Self.stays)) + (\(Self.invoiced)) >= ?", turnover.cents)
        }
        for tab in criteria.has {
            terms.append("EXISTS (SELECT 1 FROM \(tab.table) WHERE client IN (\(Self.family)))")
        }
    }

    /// Rounded per item, halves away from zero, as ``InvoiceItem/amount`` is.
    private static let invoiced = """
        SELECT coalesce(sum((quantity * price + CASE WHEN quantity * price < 0 THEN -500 ELSE 500 END) / 1000), 0)
        FROM invoice_item WHERE invoice IN
        (SELECT number FROM invoice WHERE client IN (\(family)) AND serial IS NOT NULL)
        """

    private mutating func term(_ sql: String, _ value: some BinaryInteger) {
        terms.append(sql)
        values.append(.integer(Int64(value)))
    }

    private mutating func among(_ list: [String], _ expression: String) {
        guard !list.isEmpty else { return }
        terms.append("\(expression) IN (\(Array(repeating: "?", count: list.count).joined(separator: ", ")))")
        values += list.map { .text($0) }
    }

    private mutating func types(_ list: [String]) {
        guard !list.isEmpty else { return }
        let line = "instr(char(10) || c.types || char(10), char(10) || ? || char(10)) > 0"
        terms.append("(" + Array(repeating: line, count: list.count).joined(separator: " OR ") + ")")
        values += list.map { .text($0) }
    }
}
