package import Correspondence
package import Filing
import Linkage

/// Looks for the duplicates among those whom a mailing writes to, and leaves the client file's records as they are.
///
/// A small file is looked through as a whole. Of a large one, what the last full look learned is kept, and from then on only the
/// recipients are looked at, with whoever may be the same client.
package struct DuplicateCheck {
    /// What was found, by client numbers.
    package struct Finding: Hashable, Sendable {
        package var clients = 0
        /// Groups of records that are surely the same client, by their first number.
        package var sure: [DuplicateGroup] = []
        /// Groups that hold a pair which a person should look at.
        package var doubtful: [DuplicateGroup] = []
        /// Whether only groups with a recipient in them are told.
        package var isPartial = false
    }

    /// Up to so many clients a full look takes no longer than a few seconds.
    private let smallFile: Int

    package init(smallFile: Int = 20_000) {
        self.smallFile = smallFile
    }

    /// Finds the groups that the recipients are in, or all groups of the file.
    ///
    /// - Parameters:
    ///   - recipients: The numbers of those whom letters are for.
    ///   - isKeeping: Whether what a full look learns, and the keys of newcomers, may be kept in the client file.
    /// - Complexity: Of a full look, memory grows with the client file: Linkage holds it as one compact table.
    package func finding(
        in file: ClientFile, for recipients: Set<Client.Number>, on day: CivilDate, isKeeping: Bool,
        progress: Progress = .unwatched
    ) throws(Problem) -> Finding {
        let marks = try file.linkMarks()
        let count = try file.clientCount()
        guard count > smallFile else { return Finding(try DuplicateLook(at: file, progress: progress), of: count) }
        if let model = try LinkageMemory.model(in: file, on: day), let unfiled = try LinkageMemory.unfiled(in: file) {
            let look = NewcomerLook(file, model: model, progress: progress)
            if isKeeping {
                try look.fileKeys(of: unfiled)
                try file.markLinked(upTo: marks)
            }
            if try recipients.count <= LinkageMemory.mostNewcomers(in: file) {
                return Finding(try look.groups(of: recipients, beside: unfiled), of: count)
            }
            return Finding(try DuplicateLook(at: file, model: model, progress: progress), of: count)
        }
        let look = try DuplicateLook(at: file, progress: progress)
        if isKeeping { try LinkageMemory.keep(look, in: file, on: day, upTo: marks, progress: progress) }
        return Finding(look, of: count)
    }
}

extension DuplicateCheck.Finding {
    fileprivate init(_ look: DuplicateLook, of count: Int) {
        self.init(look.groups, of: count)
        isPartial = false
    }

    fileprivate init(_ groups: [FoundGroup], of count: Int) {
        clients = count
        isPartial = true
        for group in groups {
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
