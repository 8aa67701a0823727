import Correspondence
import GRDB

extension ImportSession {
    /// Files a request unless the client has it: same kind and document, and the same date or none in the row.
    func put(_ request: Request, of number: Client.Number, isNew: Bool) throws {
        let document = request.document == request.kind.rawValue ? nil : request.document
        if !isNew, try isKnown(request, document: document, of: number) {
            counts.unchangedRequests += 1
            return
        }
        let insert = statements.insertRequest
        insert.bind(number, at: 1)
        insert.bind(request.kind.rawValue, at: 2)
        insert.bind(document, at: 3)
        insert.bind(request.receivedOn, at: 4)
        insert.bind(request.answeredOn, at: 5)
        try insert.run()
        counts.newRequests += 1
    }

    private func isKnown(_ request: Request, document: String?, of number: Client.Number) throws -> Bool {
        let requests = statements.requests
        requests.bind(number, at: 1)
        requests.bind(request.kind.rawValue, at: 2)
        defer { requests.reset() }
        while try requests.step() {
            guard requests.text(0) == document else { continue }
            if request.receivedOn == nil || requests.date(1) == request.receivedOn { return true }
        }
        return false
    }

    /// Files a stay, or brings the one up to date that has the same arrival and, where both have one, the same pitch.
    func put(_ stay: Stay, of number: Client.Number, isNew: Bool) throws {
        guard let known = isNew ? nil : try known(stay, of: number) else {
            var stay = stay
            stay.number = nil
            stay.client = number
            try run(statements.insertStay, with: stay)
            counts.newStays += 1
            return
        }
        guard known.stay != known.updated else {
            counts.unchangedStays += 1
            return
        }
        try run(statements.updateStay, with: known.updated)
        counts.updatedStays += 1
    }

    private func known(
        _ stay: Stay, of number: Client.Number, without taken: Set<Int64> = []
    ) throws -> (stay: Stay, updated: Stay)? {
        var same: (stay: Stay, updated: Stay)?
        let stays = statements.stays
        stays.bind(number, at: 1)
        stays.bind(stay.arrival, at: 2)
        defer { stays.reset() }
        while try stays.step() {
            let stored = Stay(
                number: stays.integer(0), client: number, arrival: stay.arrival,
                departure: stays.date(1) ?? stay.departure, pitch: stays.text(2), adults: Int(stays.integer(3)),
                children: Int(stays.integer(4)), state: stays.text(5).flatMap(Stay.State.init) ?? .booked,
                amount: stays.integerIfAny(6).map(Money.init))
            guard stored.pitch == nil || stay.pitch == nil || stored.pitch == stay.pitch else { continue }
            var updated = stay
            updated.number = stored.number
            updated.client = number
            updated.pitch = stay.pitch ?? stored.pitch
            updated.amount = stay.amount ?? stored.amount
            if taken.contains(stays.integer(0)) { continue }
            // Of several that begin on one day, the very same goes before one that would be changed.
            if stored == updated { return (stored, updated) }
            same = same ?? (stored, updated)
        }
        return same
    }

    /// Adds requests that the client does not have: kind, document and date tell them apart, and one that was answered stays so.
    ///
    /// - Parameter isExact: Whether each request of the list is one of its own, also where two agree.
    func put(_ requests: [Request], to family: ImportedFamily, isExact: Bool) throws {
        guard !requests.isEmpty else { return }
        let sql = """
            SELECT number, kind, document, received_on, answered_on FROM request WHERE client IN (\(ClientFile.family))
            ORDER BY number
            """
        var known =
            try family.isNew
            ? []
            : rows(sql, family) { row in
                Request(
                    number: row[0], client: 0, kind: Request.Kind(rawValue: row[1]) ?? .documentation, document: row[2],
                    receivedOn: ClientFile.date(row[3]), answeredOn: ClientFile.date(row[4]))
            }
        for var request in requests {
            if request.document == request.kind.rawValue { request.document = nil }
            if let index = Self.index(of: request, among: known) {
                counts.unchangedRequests += 1
                try answer(known[index], on: request.answeredOn)
                if isExact { known.remove(at: index) }
                continue
            }
            try put(request, of: family.number, isNew: true)
            if !isExact { known.append(request) }
        }
    }

    /// The very same request, or else one that agrees in all but the answer.
    private static func index(of request: Request, among known: [Request]) -> Int? {
        func agrees(_ other: Request) -> Bool {
            other.kind == request.kind && other.document == request.document && other.receivedOn == request.receivedOn
        }
        return known.firstIndex { agrees($0) && $0.answeredOn == request.answeredOn } ?? known.firstIndex(where: agrees)
            ?? known.firstIndex {
                request.receivedOn == nil && $0.kind == request.kind && $0.document == request.document
            }
    }

    private func answer(_ request: Request, on day: CivilDate?) throws {
        guard let day, request.answeredOn == nil, let number = request.number else { return }
        try db.execute(
            sql: "UPDATE request SET answered_on = ? WHERE number = ?", arguments: [ClientFile.days(day), number])
    }

    /// Adds stays that the client does not have, and brings the others up to date.
    ///
    /// - Parameter isExact: Whether each stay of the list is one of its own, also where two agree.
    func put(_ stays: [Stay], to family: ImportedFamily, isExact: Bool) throws {
        guard !stays.isEmpty else { return }
        var taken: Set<Int64> = []
        let members =
            try family.isNew
            ? [family.root] : Int64.fetchAll(db, sql: ClientFile.family, arguments: [family.root])
        for stay in stays {
            let candidates =
                family.isNew && isExact ? [] : try members.compactMap { try self.known(stay, of: $0, without: taken) }
            guard let known = candidates.first(where: { $0.stay == $0.updated }) ?? candidates.first else {
                try put(stay, of: family.number, isNew: true)
                continue
            }
            if isExact, let number = known.stay.number { taken.insert(number) }
            guard known.stay != known.updated else {
                counts.unchangedStays += 1
                continue
            }
            try run(statements.updateStay, with: known.updated)
            counts.updatedStays += 1
        }
    }

    private func run(_ statement: RawStatement, with stay: Stay) throws {
        statement.bind(stay.departure, at: 1)
        statement.bind(stay.pitch, at: 2)
        statement.bind(Int64(stay.adults), at: 3)
        statement.bind(Int64(stay.children), at: 4)
        statement.bind(stay.state.rawValue, at: 5)
        statement.bind(stay.amount?.cents, at: 6)
        if let number = stay.number {
            statement.bind(number, at: 7)
        } else {
            statement.bind(stay.client, at: 7)
            statement.bind(stay.arrival, at: 8)
        }
        try statement.run()
    }
}
