package import Correspondence

/// One execution of a mailing, as the run journal keeps it.
package struct RunRecord: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        /// Letters are being made; nothing of the run counts yet.
        case publishing
        case booked
    }

    package var number: Int64
    package var mailing: String
    /// The day that the letters bear.
    package var date: CivilDate
    /// The folder as the user will see it.
    package var folder: String
    /// Seconds since 1970-01-01 UTC.
    package var startedAt: Int64
    package var state: State
    /// JSON objects.
    package var counts: String?
    package var timings: String?

    package init(
        number: Int64, mailing: String, date: CivilDate, folder: String, startedAt: Int64, state: State,
        counts: String? = nil, timings: String? = nil
    ) {
        self.number = number
        self.mailing = mailing
        self.date = date
        self.folder = folder
        self.startedAt = startedAt
        self.state = state
        self.counts = counts
        self.timings = timings
    }
}

extension RunRecord {
    /// A run's name by the end of its folder: `Output/documentation/2026-11-18-2` is `documentation/2026-11-18-2`.
    static func name(ofFolder folder: String) -> String {
        folder.split(separator: "/").suffix(2).joined(separator: "/")
    }

    /// How a client's history names the run.
    package var name: String { Self.name(ofFolder: folder) }
}
