/// A stay at the campsite, booked or past.
package struct Stay: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case option, booked, arrived, left, cancelled
    }

    package var number: Int64?
    package var client: Client.Number
    package var arrival: CivilDate
    /// The morning of leaving; after `arrival`.
    package var departure: CivilDate
    package var pitch: String?
    package var adults: Int
    package var children: Int
    package var state: State
    package var amount: Money?

    package init(
        number: Int64? = nil, client: Client.Number, arrival: CivilDate, departure: CivilDate, pitch: String? = nil,
        adults: Int = 1, children: Int = 0, state: State = .booked, amount: Money? = nil
    ) {
        self.number = number
        self.client = client
        self.arrival = arrival
        self.departure = departure
        self.pitch = pitch
        self.adults = adults
        self.children = children
        self.state = state
        self.amount = amount
    }

    package var nights: Int { Int(departure.dayNumber - arrival.dayNumber) }
}
