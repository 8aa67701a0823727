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
        // Whoever comes during the look has not been looked at.
        let marks = try file.linkMarks()
        var outcome: Outcome
        if let model = try LinkageMemory.model(in: file, on: clerk.day),
            let newcomers = try LinkageMemory.newcomers(in: file)
        {
            let look = NewcomerLook(file, model: model, progress: progress)
            outcome = try merge(look.groups(of: newcomers), atMost: ceiling)
            outcome.wasPartial = true
            // The merges are made: should this fail, the same records are looked at again next time.
            try? look.fileKeys(of: newcomers)
            try? file.markLinked(upTo: marks)
        } else {
            let look = try DuplicateLook(at: file, progress: progress)
            outcome = try merge(look.groups, atMost: ceiling)
            // Should this fail, the next look is a full one again.
            try? LinkageMemory.keep(look, in: file, on: clerk.day, upTo: marks, progress: progress)
        }
        try? LinkageMemory.fileKeys(of: outcome.merges.map(\.survivor), in: file)
        // What waits would never be met again if all counted as merged.
        if outcome.waiting == 0 { try? LinkageMemory.noteMerged(in: file, on: clerk.day, upTo: marks) }
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
