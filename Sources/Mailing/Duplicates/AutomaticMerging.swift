import Correspondence
import Filing

/// Merges what is surely the same client, with nobody looking: only parts of groups in which every pair is likely and the "same"
/// pairs alone hold it together.
///
/// The first time the whole file is looked through, and what that teaches is kept; from then on only the records that are new
/// or were changed are looked at.
struct AutomaticMerging {
    struct Outcome {
        var merges: [DoneMerge] = []
        /// Sure parts beyond the ceiling; they are looked at again next time.
        var waiting = 0
        /// Groups with a pair that a person should look at, of those looked at.
        var groupsToCheck = 0
        /// Whether only new and changed records were looked at.
        var wasPartial = false
    }

    private let file: ClientFile
    private let clerk: Clerk

    init(_ file: ClientFile, by clerk: Clerk) {
        self.file = file
        self.clerk = clerk
    }

    /// Looks and merges: all of it in one transaction.
    ///
    /// - Parameter ceiling: At most so many merges, the surest first. Nil: no ceiling.
    func run(atMost ceiling: Int?, progress: Progress) throws(Problem) -> Outcome {
        if let model = try LinkageMemory.model(in: file, on: clerk.day),
            let newcomers = try LinkageMemory.newcomers(in: file)
        {
            let groups = try NewcomerLook(file, model: model, progress: progress).groups(of: newcomers)
            var outcome = try merge(groups, atMost: ceiling)
            outcome.wasPartial = true
            // The merges are made: should this fail, the same records are looked at again next time.
            if outcome.waiting == 0 { try? file.markLinked() }
            return outcome
        }
        let look = try DuplicateLook(at: file, progress: progress)
        let outcome = try merge(look.groups, atMost: ceiling)
        // What waits would never be met again if all counted as looked at. Should this fail, the next look is a full one again.
        if outcome.waiting == 0 { try? LinkageMemory.keep(look, in: file, on: clerk.day, progress: progress) }
        return outcome
    }

    private func merge(_ groups: [FoundGroup], atMost ceiling: Int?) throws(Problem) -> Outcome {
        var orders = groups.flatMap { group in
            group.sureParts.map { MergeOrder($0, probability: group.probability(within: $0)) }
        }
        orders.sort { (-($0.probability ?? 0), $0.members[0]) < (-($1.probability ?? 0), $1.members[0]) }
        let chosen = orders.prefix(ceiling ?? orders.count).sorted { $0.members[0] < $1.members[0] }
        let merges = try file.merge(Array(chosen), by: clerk.name, at: clerk.moment, automatic: true)
        return Outcome(
            merges: merges.map(DoneMerge.init), waiting: orders.count - chosen.count,
            groupsToCheck: groups.count { $0.likeness == .check })
    }
}
