package import Correspondence

/// What the file knows of a client in figures: computed, never typed. Options and cancelled stays do not count.
package struct ClientStatistics: Hashable, Sendable {
    /// The arrival of the first stay.
    package var firstStay: CivilDate?
    /// The arrival of the last stay.
    package var lastStay: CivilDate?
    package var stays: Int
    package var nights: Int
    /// The stays' amounts and the invoices that were issued.
    package var turnover: Money
    package var lettersSent: Int

    package init(
        firstStay: CivilDate? = nil, lastStay: CivilDate? = nil, stays: Int, nights: Int, turnover: Money,
        lettersSent: Int
    ) {
        self.firstStay = firstStay
        self.lastStay = lastStay
        self.stays = stays
        self.nights = nights
        self.turnover = turnover
        self.lettersSent = lettersSent
    }
}
