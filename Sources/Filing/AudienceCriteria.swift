package import Correspondence

/// What a mailing's `audience` asks of a record. Every criterion that is set must be met; within a list one value is enough.
package struct AudienceCriteria: Hashable, Sendable {
    /// A tab that must have a line.
    package enum Tab: String, CaseIterable, Hashable, Sendable {
        case companions, vehicles, papers, animals, bank

        var table: String {
            switch self {
            case .companions: "companion"
            case .vehicles: "vehicle"
            case .papers: "identity_paper"
            case .animals: "animal"
            case .bank: "bank_account"
            }
        }
    }

    package var types: [String] = []
    package var languages: [Language] = []
    /// Two capitals; a client without a country lives in the house's.
    package var countries: [String] = []
    package var origins: [String] = []
    /// The last stay's arrival, from this day and up to that one, both included.
    package var lastStayFrom: CivilDate?
    package var lastStayTo: CivilDate?
    package var nightsAtLeast: Int?
    /// Of stays and issued invoices.
    package var turnoverAtLeast: Money?
    package var has: [Tab] = []

    package init() {}
}
