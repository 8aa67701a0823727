import Correspondence
import Filing
import Foundation

/// The groups of the last clean-up report, so that codes ticked on paper mean what was printed there.
///
/// Kept in the client file beside the linkage model: member numbers only, no word about a person.
struct ReportMemory {
    private static let name = "duplicate report"

    static func keep(_ groups: [FoundGroup], on day: CivilDate, in file: ClientFile) throws(Problem) {
        // Arrays of numbers always encode.
        let bytes = (try? JSONEncoder().encode(groups.map(\.members))) ?? Data()
        try file.keepModel(Array(bytes), named: name, madeOn: day, upTo: try file.linkMarks())
    }

    /// The members of each group by its code. Empty: there was no report.
    static func groups(in file: ClientFile) throws(Problem) -> [GroupCode: [Client.Number]] {
        guard let kept = try file.keptModel(named: name),
            let groups = try? JSONDecoder().decode([[Client.Number]].self, from: Data(kept.bytes))
        else { return [:] }
        return Dictionary(groups.map { (GroupCode(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
