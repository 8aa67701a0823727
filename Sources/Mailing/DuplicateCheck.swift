import Correspondence
import Filing

/// Looks through the whole client file for records that are the same client.
struct DuplicateCheck {
    /// What was found, by client numbers.
    struct Finding {
        var clients = 0
        /// Groups of records that are surely the same client, by their first number.
        var sure: [DuplicateGroup] = []
        /// Groups that hold a pair which a person should look at.
        var doubtful: [DuplicateGroup] = []
    }

    /// - Complexity: Memory grows with the client file: Linkage holds it as one compact table.
    func finding(in file: ClientFile, progress: Progress) throws(Problem) -> Finding {
        Finding(try DuplicateLook(at: file, progress: progress))
    }
}

extension DuplicateCheck.Finding {
    init(_ look: DuplicateLook) {
        clients = look.list.numbers.count
        for group in look.groups {
            sure += group.sureParts.map { part in
                DuplicateGroup(members: part, probability: group.probability(within: part), likeness: .same)
            }
            if group.likeness == .check {
                doubtful.append(
                    DuplicateGroup(members: group.members, probability: group.probability, likeness: .check))
            }
        }
        sure.sort { $0.members[0] < $1.members[0] }
    }
}
