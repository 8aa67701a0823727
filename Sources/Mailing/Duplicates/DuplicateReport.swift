package import Correspondence

/// The clean-up report: the state of the client file, and its groups of duplicates, those first whose cleaning saves most.
///
/// It is the office's own paper: names and addresses stand in it.
package struct DuplicateReport: Sendable {
    package var language: MessageLanguage
    /// The client file as the user named it.
    package var file: String
    package var day: CivilDate
    package var state: State
    /// The groups that save most.
    package var groups: [Group]
    /// How many more there are.
    package var furtherGroups: Int
    /// Likely pairs that somebody decided are not the same.
    package var settled: [FoundPair]

    /// How clean the client file is.
    package struct State: Hashable, Sendable {
        package var clients = 0
        package var groups = 0
        /// Groups that may be merged unattended as a whole.
        package var sureGroups = 0
        /// Groups with a pair that a person should look at.
        package var groupsToCheck = 0
        /// Records that go when every sure part is merged.
        package var spareRecords = 0
        /// Letters a year that cleaning all groups saves, each weighed by how sure it is.
        package var lettersSaved = 0.0
        /// Of one letter.
        package var postage = Postage.usual
        /// The worst first, at most eight.
        package var origins: [Origin] = []

        /// A year's postage for the letters saved.
        package var postageSaved: Money {
            Money(cents: Int64((lettersSaved * Double(postage.amount.cents)).rounded()))
        }
    }

    /// Where records came from, and how many of them have a duplicate.
    package struct Origin: Hashable, Sendable {
        /// Empty: the records do not say.
        package var name: String
        package var records: Int
        package var duplicates: Int
    }

    package struct Group: Sendable {
        package var found: FoundGroup
        package var records: [Record]
        /// The fields that a record of the group has, in their usual order.
        package var fields: [ClientField]
        /// Those in which two records have something else.
        package var differing: Set<ClientField>
        package var pairs: [Pair]
        /// What merging all of it would show.
        package var kept: Kept
        /// Letters a year that merging saves: all but those of the record that gets most, weighed by the probability.
        package var lettersSaved: Double
    }

    package struct Record: Sendable {
        package var client: Client
        package var number: Client.Number
        package var hasObjected: Bool
        package var mailReturnedOn: CivilDate?
        package var lastStay: CivilDate?
        package var stays: Int
        /// In the 365 days before the report; at least one.
        package var lettersAYear: Int
    }

    package struct Pair: Sendable {
        package var found: FoundPair
        /// The strongest first; the last is how rare such pairs are. It adds up to the pair's weight.
        package var evidence: [Evidence]
    }

    package struct Kept: Sendable {
        package var survivor: Client.Number
        package var client: Client
        package var sources: [ClientField: Client.Number]
        package var hasObjected: Bool
        package var mailReturnedOn: CivilDate?
    }
}
