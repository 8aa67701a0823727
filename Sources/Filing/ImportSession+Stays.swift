import Correspondence

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

    private func known(_ stay: Stay, of number: Client.Number) throws -> (stay: Stay, updated: Stay)? {
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
            return (stored, updated)
        }
        return nil
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
