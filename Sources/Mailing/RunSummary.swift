package import Correspondence

/// What a run did: everything the morning sheet, the manifest and `--json` tell.
package struct RunSummary: Hashable, Sendable {
    package var mailing: String
    package var document: String
    package var date: CivilDate
    /// The run's folder's last part: the date, from the second run that day with a number.
    package var runName: String
    /// Pending requests that the run looked at.
    package var requests = 0
    package var letters = 0
    package var pages = 0
    /// Sheets of paper: half the pages of each letter where both sides are printed.
    package var sheets = 0
    package var lettersByLanguage: [Language: Int] = [:]
    /// By ISO 3166-1 alpha-2 code.
    package var lettersByCountry: [String: Int] = [:]
    package var setAside = SetAside()
    /// Nil where the run did not import.
    package var imported: ImportSummary?
    package var risks = RiskList()
    /// Clients in the client file.
    package var clients = 0
    /// Groups of records that are the same client, and of records that somebody should look at.
    package var sureGroups = 0
    package var doubtfulGroups = 0
    /// Whether only the groups of newcomers or of recipients were counted, not those of the whole file.
    package var isPartialLook = false
    /// Why letters in some language were not hyphenated.
    package var unhyphenated: [Problem] = []
    /// What was merged in the client file before the letters.
    package var merges: [DoneMerge] = []

    package init(mailing: String, document: String, date: CivilDate, runName: String) {
        self.mailing = mailing
        self.document = document
        self.date = date
        self.runName = runName
    }

    /// Whether something went wrong that left records out: the run ends with exit code 3.
    package var hasFaults: Bool {
        setAside.faultCount > 0 || (imported?.rejected ?? 0) > 0
    }
}

/// Who got no letter of their own, counted; the first faults by name.
package struct SetAside: Hashable, Sendable {
    /// Pending requests by reason code.
    package private(set) var counts: [String: Int] = [:]
    package private(set) var faultCount = 0
    /// The first of them, for messages; all are in `left-out.csv`.
    package private(set) var faults: [LeftOut] = []

    package static let namedFaults = 20

    package init() {}

    mutating func count(_ leftOut: LeftOut) {
        counts[leftOut.code, default: 0] += 1
        guard leftOut.isFault else { return }
        faultCount += 1
        if faults.count < Self.namedFaults { faults.append(leftOut) }
    }

    package var total: Int { counts.values.reduce(0, +) }
}

/// The letters that somebody should look at first: the five riskiest.
package struct RiskList: Hashable, Sendable {
    package struct Risk: Hashable, Sendable {
        package var pieceCode: String
        package var client: Client.Number
        package var firstPage: Int
        /// The higher, the riskier.
        package var weight: Int
        package var words: Wording
    }

    /// The riskiest first.
    package private(set) var risks: [Risk] = []

    package init() {}

    mutating func add(_ risk: Risk) {
        // Of equal ones the first in the pile stays in front.
        let place = risks.firstIndex { $0.weight < risk.weight } ?? risks.endIndex
        risks.insert(risk, at: place)
        if risks.count > 5 { risks.removeLast() }
    }
}
